package align_test

import (
	"strings"
	"testing"

	"banwen/internal/align"

	"github.com/stretchr/testify/require"
)

func TestLikeness(t *testing.T) {
	of := func(text string) align.Grams { return align.GramsOf(text) }
	require.Equal(t, 1000, of("甲乙丙").Likeness(of("甲乙丙")))
	require.Equal(t, 666, of("甲乙丙").Likeness(of("甲乙丁")))
	require.Equal(t, 0, of("甲").Likeness(of("乙")))
	require.Equal(t, 0, of("").Likeness(of("")))
	require.Equal(t, 500, of("甲甲甲").Likeness(of("甲")), "repeated ones count")
	require.Equal(t, 1000, of("甲乙").Share(of("甲乙丙丁")))
	require.Equal(t, 0, of("").Share(of("甲")))
	require.Equal(t, align.GramsOf("甲乙", "丙"), of("甲乙").With(of("丙")))
}

func TestTheIndexFindsTheLikest(t *testing.T) {
	texts := []string{"加强农村道路交通安全管理", "全县共排查梳理矛盾纠纷", "坚持每日警情研判机制", ""}
	x := align.NewIndex([]int{0, 1, 2, 3}, func(i int) align.Grams { return align.GramsOf(texts[i]) })
	for i, text := range texts[:3] {
		require.Equal(t, []int{i}, x.Candidates(align.GramsOf(strings.Replace(text, "全", "", 1)+"新")))
	}
	require.Empty(t, x.Candidates(align.GramsOf("毫不相干")))
}

func TestIncreasing(t *testing.T) {
	require.Equal(t, []bool{true, false, true, true}, align.Increasing([]int{0, 3, 1, 2}))
	require.Equal(t, []bool{false, true, true}, align.Increasing([]int{-1, 4, 7}))
	require.Empty(t, align.Increasing(nil))
}
