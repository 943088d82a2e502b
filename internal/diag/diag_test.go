package diag_test

import (
	"strings"
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

func TestNearestOfSwappedInsertedAndLost(t *testing.T) {
	for name, want := range map[string]string{
		"一二三四五六七八九": "一二三四五六七八九", "二一三四五六七八九": "一二三四五六七八九", "一二三四五六七八九十": "一二三四五六七八九",
		"一二三四五六七": "一二三四五六七八九", "三四五六七八九": "一二三四五六七八九", "一二三四五六": "", "九八七六五四三二一": "",
	} {
		got, _ := diag.Nearest(name, []string{"一二三四五六七八九"})
		require.Equal(t, want, got, name)
	}
}

func TestHintsEndWhenTheyHaveLookedAtAGreatMany(t *testing.T) {
	var h diag.Hints
	names := make([]string, 400_000)
	names[0] = "破获毒品案件"
	candidates := func() []string { return names }
	for range 3 {
		require.Equal(t, "是否想写“破获毒品案件”？", h.Nearest("破获毒品案", candidates))
	}
	require.Empty(t, h.Nearest("破获毒品案", func() []string { t.Fatal("gathered for nothing"); return nil }))
}

func TestLongQuotesAreCut(t *testing.T) {
	var l diag.List
	l.Errorf(diag.Pos{}, strings.Repeat("长", 1_000), "没有“%s”，有 %d 个", strings.Repeat("文", 1_000), 3)
	require.Equal(t, "没有“"+strings.Repeat("文", 200)+"…”，有 3 个", l[0].Message)
	require.Equal(t, strings.Repeat("长", 200)+"…", l[0].Hint)
}
