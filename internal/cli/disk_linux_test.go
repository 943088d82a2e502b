package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
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

func TestMergeOnAFullDiskLeavesTheDataAsItWas(t *testing.T) {
	disk, _ := small(t, "64k")
	edited := prose(t, disk)
	room := 0
	for ; room < 16; room++ { // until the merge has room: it fails at every step before
		filler := filepath.Join(disk, "filler")
		fill(t, filler, room*4096)
		k := &killing{root: disk, skip: []string{"filler"}}
		before := k.state(t)
		var stdout, stderr bytes.Buffer
		if cli.Run([]string{"merge", filepath.Join(disk, "data/r"), edited, "--write"}, &stdout, &stderr) == 0 {
			break
		}
		require.Contains(t, stderr.String(), "磁盘满了")
		require.Equal(t, before, k.state(t))
		require.NoDirExists(t, filepath.Join(disk, "data/.banwen"))
		require.NoError(t, os.Remove(filler))
	}
	require.Greater(t, room, 3)
	require.Less(t, room, 16)
}

// fill fills a disk up but for some bytes.
func fill(t *testing.T, path string, room int) {
	t.Helper()
	var free syscall.Statfs_t
	require.NoError(t, syscall.Statfs(filepath.Dir(path), &free))
	require.NoError(t, os.WriteFile(path, make([]byte, max(int(free.Bavail)*int(free.Bsize)-room, 0)), 0o644))
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

func TestMergeIntoAReadOnlyFolderIsTold(t *testing.T) {
	disk, readOnly := small(t, "4m")
	edited := prose(t, disk)
	k := &killing{root: disk}
	before := k.state(t)
	readOnly()
	require.Contains(t, told(t, "merge", filepath.Join(disk, "data/r"), edited, "--write"), "只读")
	require.Equal(t, before, k.state(t))
	var said bytes.Buffer
	require.Zero(t, cli.Run([]string{"merge", filepath.Join(disk, "data/r"), edited}, &said, &said), said.String())
}

// What a killed merge left half in place keeps every command from reading the
// data where that cannot be put right; what it had only begun keeps none.
func TestHalfMergedDataOnAReadOnlyDiskIsTold(t *testing.T) {
	for kind, code := range map[string]int{"ready": 1, "new": 0} {
		disk, readOnly := small(t, "4m")
		prose(t, disk)
		put(t, filepath.Join(disk, "data/.banwen", kind, "r/areas/b.yaml"), proseB)
		readOnly()
		var said bytes.Buffer
		require.Equal(t, code, cli.Run([]string{"check", filepath.Join(disk, "data/r")}, &said, &said), said.String())
		require.Equal(t, code == 1, strings.Contains(said.String(), "上次写回数据没有做完，现在也做不完：没有权限，或是只读的"), said.String())
	}
}
