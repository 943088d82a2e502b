package align_test

import (
	"strings"
	"testing"

	"banwen/internal/align"

	"github.com/stretchr/testify/require"
)

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
