package align_test

import (
	"strings"
	"testing"

	"banwen/internal/align"

	"github.com/stretchr/testify/require"
)

func TestPairs(t *testing.T) {
	of := func(a, b string) []int {
		pairs, ok := align.Pairs([]rune(a), []rune(b), align.Same)
		require.True(t, ok)
		return pairs
	}
	require.Equal(t, []int{0, 1, 2}, of("甲乙丙", "甲乙丙"))
	require.Equal(t, []int{0, -1, 1}, of("甲乙丙", "甲丙"))
	require.Equal(t, []int{1, -1, 3}, of("甲乙丙", "丁甲戊丙"))
	require.Equal(t, []int{-1}, of("甲", ""))
}

func TestWhatWeighsMoreStays(t *testing.T) {
	pairs, ok := align.Pairs([]rune("甲乙丙"), []rune("乙丙甲"), func(i int) int32 { return []int32{9, 1, 1}[i] })
	require.True(t, ok)
	require.Equal(t, []int{2, -1, -1}, pairs)
}

func TestUnified(t *testing.T) {
	before := strings.Join([]string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", ""}, "\n")
	after := strings.NewReplacer("3\n", "三\n", "10\n", "10\n11\n").Replace(before)
	require.Equal(t, `--- a
+++ a
@@ -1,5 +1,5 @@
 1
 2
-3
+三
 4
 5
@@ -9,2 +9,3 @@
 9
 10
+11
`, align.Unified("a", before, after))
	require.Empty(t, align.Unified("a", before, before))
	require.Equal(t, "--- a\n+++ a\n@@ -0,0 +1,1 @@\n+甲\n", align.Unified("a", "", "甲\n"))
}
