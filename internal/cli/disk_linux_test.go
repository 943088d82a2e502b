package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"banwen/internal/cli"

	"github.com/stretchr/testify/require"
)

// small mounts a disk of a few bytes, and makes it one that can only be read
// when told to.
func small(t *testing.T, size string) (folder string, readOnly func()) {
	t.Helper()
	folder = t.TempDir()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size="+size); err != nil {
		t.Skipf("a small disk needs the right to mount one: %v", err)
	}
	t.Cleanup(func() { require.NoError(t, syscall.Unmount(folder, syscall.MNT_DETACH)) })
	return folder, func() {
		require.NoError(t, syscall.Mount("tmpfs", folder, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""))
	}
}

// told runs a command that is to fail, and gives what it says.
func told(t *testing.T, args ...string) string {
	t.Helper()
	var stdout, stderr bytes.Buffer
	require.Equal(t, 1, cli.Run(args, &stdout, &stderr), stdout.String())
	require.Empty(t, stdout.String())
	return stderr.String()
}

func TestFullDiskIsToldAndLeavesNothing(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	disk, _ := small(t, "40k")
	put(t, filepath.Join(disk, "data/r/report.yaml"), smallReport)
	put(t, filepath.Join(disk, "data/r/areas/a.yaml"), smallArea)
	put(t, filepath.Join(disk, "out/old.docx"), "old")
	k := &killing{root: disk}
	before := k.state(t)
	require.Contains(t, told(t, "build", filepath.Join(disk, "data/r"), "-o", filepath.Join(disk, "out")), "磁盘满了")
	require.Equal(t, before, k.state(t))
	require.NoDirExists(t, filepath.Join(disk, "out/.banwen"))
	require.Contains(t, told(t, "archive", filepath.Join(disk, "data/r"), "--stage", "送审稿", "--author", "张三"), "磁盘满了")
	require.Equal(t, before, k.state(t))
	require.NoDirExists(t, filepath.Join(disk, ".git"))
	require.NoDirExists(t, filepath.Join(disk, "output"))
}

func TestReadOnlyFolderIsToldAndLeavesNothing(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	disk, readOnly := small(t, "4m")
	put(t, filepath.Join(disk, "data/r/report.yaml"), smallReport)
	put(t, filepath.Join(disk, "data/r/areas/a.yaml"), smallArea)
	require.NoError(t, os.Mkdir(filepath.Join(disk, "out"), 0o755))
	k := &killing{root: disk}
	before := k.state(t)
	readOnly()
	require.Contains(t, told(t, "build", filepath.Join(disk, "data/r"), "-o", filepath.Join(disk, "out")), "只读")
	require.Contains(t, told(t, "archive", filepath.Join(disk, "data/r"), "--stage", "送审稿", "--author", "张三"), "只读")
	require.Equal(t, before, k.state(t))
}
