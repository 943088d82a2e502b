package reports_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"testing"
	"testing/fstest"

	"banwen/internal/reports"

	"github.com/stretchr/testify/require"
)

// office has a report in data/r and folders of the unit's own at three levels.
func office(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	for _, folder := range []string{"data/r/areas", "data/r/fonts", "data/templates/own", "profiles", "fonts"} {
		require.NoError(t, os.MkdirAll(filepath.Join(root, folder), 0o755))
	}
	require.NoError(t, os.WriteFile(filepath.Join(root, "data/r/report.yaml"), []byte("x"), 0o644))
	return root
}

// fontNames are the names of a report's folders of fonts.
func fontNames(r *reports.Report) []string {
	var names []string
	for _, f := range r.FontFolders() {
		names = append(names, f.Name)
	}
	return names
}

// On the disk and in a tree a report is opened with the same folders.
func TestDiskAndTreeAgree(t *testing.T) {
	root := office(t)
	disk, err := reports.OnDisk(filepath.Join(root, "data", "r"))
	require.NoError(t, err)
	tree, err := reports.InTree(os.DirFS(root), "data/r")
	require.NoError(t, err)
	for _, r := range []*reports.Report{disk, tree} {
		require.Equal(t, "r", r.Dir)
		require.Len(t, r.Templates, 1)
		require.Len(t, r.Profiles, 1)
		require.Empty(t, r.Words)
		require.Equal(t, []string{"fonts", "../../fonts"}, fontNames(r))
		data, err := fs.ReadFile(r.Request().Files, "r/report.yaml")
		require.NoError(t, err)
		require.Equal(t, "x", string(data))
	}
	require.Equal(t, "data/templates", tree.Templates[0].Path)
	require.Equal(t, filepath.Join(root, "data", "templates"), disk.Templates[0].Path)
	_, err = reports.InTree(os.DirFS(root), "data/none")
	require.ErrorContains(t, err, "没有报告文件夹 data/none")
	_, err = reports.OnDisk(filepath.Join(root, "none"))
	require.ErrorContains(t, err, "没有文件夹")
}

// A link is told from what it leads to, so that readers can refuse it.
func TestLinksAreSeen(t *testing.T) {
	root := office(t)
	require.NoError(t, os.Symlink("report.yaml", filepath.Join(root, "data/r/link.yaml")))
	r, err := reports.OnDisk(filepath.Join(root, "data", "r"))
	require.NoError(t, err)
	info, err := fs.Lstat(r.Request().Files, "r/link.yaml")
	require.NoError(t, err)
	require.NotZero(t, info.Mode()&fs.ModeSymlink)
}

// A folder on the disk is read as any other, and not left by a link.
func TestFolderOnDisk(t *testing.T) {
	root := office(t)
	r, err := reports.OnDisk(filepath.Join(root, "data", "r"))
	require.NoError(t, err)
	require.NoError(t, fstest.TestFS(r.Files.FS, "r/report.yaml"))
	require.NoError(t, os.WriteFile(filepath.Join(root, "secret"), []byte("x"), 0o644))
	require.NoError(t, os.Symlink("../../secret", filepath.Join(root, "data/r/link.yaml")))
	_, err = fs.ReadFile(r.Files.FS, "r/link.yaml")
	require.ErrorContains(t, err, "escapes")
	_, err = fs.ReadFile(r.Files.FS, "../secret")
	require.ErrorIs(t, err, fs.ErrInvalid)
}

// Opening a report holds nothing open, however often it is done.
func TestNothingIsHeldOpen(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("looks into /proc")
	}
	root := office(t)
	gc := debug.SetGCPercent(-1)
	defer debug.SetGCPercent(gc)
	before := handles(t)
	var kept []*reports.Report
	for range 50 {
		r, err := reports.OnDisk(filepath.Join(root, "data", "r"))
		require.NoError(t, err)
		kept = append(kept, r)
	}
	require.Equal(t, before, handles(t))
	require.Len(t, kept, 50)
}

func handles(t *testing.T) int {
	t.Helper()
	open, err := os.ReadDir("/proc/self/fd")
	require.NoError(t, err)
	return len(open)
}
