package gitrepo_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"banwen/internal/gitrepo"

	"github.com/stretchr/testify/require"
)

// A repository that lost its HEAD is not made anew: its settings would go.
func TestInitLeavesABrokenRepositoryAlone(t *testing.T) {
	folder := t.TempDir()
	require.NoError(t, gitrepo.Init(folder))
	require.NoError(t, os.WriteFile(filepath.Join(folder, ".git/refs/heads/main"), []byte(strings.Repeat("a", 40)+"\n"), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(folder, ".git/config"), []byte("[user]\n\tname = 张三\n"), 0o644))
	require.NoError(t, os.Remove(filepath.Join(folder, ".git/HEAD")))
	require.ErrorContains(t, gitrepo.Init(folder), "没有 HEAD")
	config, err := os.ReadFile(filepath.Join(folder, ".git/config"))
	require.NoError(t, err)
	require.Contains(t, string(config), "张三")
}
