package diag_test

import (
	"testing"

	"banwen/internal/diag"

	"github.com/stretchr/testify/require"
)

func TestNearest(t *testing.T) {
	names := []string{"破获毒品案件", "抓获嫌疑人", "缴获毒品"}
	for slip, want := range map[string]string{
		"破获毒品案": "破获毒品案件", "破获毒案品件": "破获毒品案件", "抓捕嫌疑人": "抓获嫌疑人", "交获毒品": "缴获毒品",
	} {
		got, ok := diag.Nearest(slip, names)
		require.True(t, ok, slip)
		require.Equal(t, want, got, slip)
	}
	_, ok := diag.Nearest("信访", names)
	require.False(t, ok)
	require.Equal(t, "是否想写“缴获毒品”？", diag.NearestHint("交获毒品", names))
	require.Empty(t, diag.NearestHint("信访", names))
}

func TestListSortsAndDropsRepeats(t *testing.T) {
	var l diag.List
	l.Errorf(diag.Pos{File: "b.yaml", Line: 1, Col: 1}, "", "乙")
	l.Warnf(diag.Pos{File: "a.yaml", Line: 2, Col: 1}, "", "丁")
	l.Errorf(diag.Pos{File: "a.yaml", Line: 2, Col: 1}, "改正", "丙%d", 1)
	l.Errorf(diag.Pos{File: "b.yaml", Line: 1, Col: 1}, "", "乙")
	l.Sort()
	require.Len(t, l, 3)
	require.Equal(t, "a.yaml:2:1: 错误：丙1（改正）", l[0].String())
	require.Equal(t, "a.yaml:2:1: 警告：丁", l[1].String())
	require.Equal(t, "b.yaml:1:1: 错误：乙", l[2].String())
	require.True(t, l.HasErrors())
	require.False(t, l[1:2].HasErrors())
}
