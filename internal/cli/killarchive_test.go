package cli_test

import (
	"bytes"
	"errors"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"banwen/internal/archive"
	"banwen/internal/cli"
	"banwen/internal/gitrepo"

	"github.com/stretchr/testify/require"
)

// Killed at any moment, the first archive leaves its version whole, or none
// and a repository or none that takes one.
func TestKilledFirstArchiveLeavesARepositoryThatWorks(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	root := t.TempDir()
	put(t, filepath.Join(root, "data/r/report.yaml"), smallReport)
	put(t, filepath.Join(root, "data/r/areas/a.yaml"), smallArea)
	skip := []string{".git", "output/archive/.banwen-pending"}
	k := newKilling(t, root, skip, "archive", "data/r", "--stage", "送审稿", "--author", "张三")
	k.run(t, func() {
		if _, err := archive.Versions(root); !errors.Is(err, gitrepo.ErrNone) {
			require.NoError(t, err)
		}
	}, func(done bool) {
		if !done {
			versions, _ := archive.Versions(root)
			require.Empty(t, versions)
			output, err := k.command().CombinedOutput()
			require.NoError(t, err, string(output))
			require.True(t, equal(k.after, k.state(t)))
		}
		require.Equal(t, 1, verified(t, root))
	})
}

// verified proves the versions of a repository and counts them.
func verified(t *testing.T, root string) int {
	t.Helper()
	verdicts, err := archive.Verify(root, "all", archive.ToolOf(cli.Version))
	require.NoError(t, err)
	for _, v := range verdicts {
		require.Empty(t, v.Differences, v.Tag)
	}
	return len(verdicts)
}

// Killed at any moment, archive leaves the version whole or not at all.
func TestKilledArchiveLeavesAVersionOrNone(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	root := t.TempDir()
	put(t, filepath.Join(root, "data/r/report.yaml"), smallReport)
	put(t, filepath.Join(root, "data/r/areas/a.yaml"), smallArea)
	args := []string{"archive", "data/r", "--stage", "送审稿", "--author", "张三"}
	cmd := exec.Command("banwen", args...)
	cmd.Dir = root
	output, err := cmd.CombinedOutput()
	require.NoError(t, err, string(output))
	put(t, filepath.Join(root, "data/r/areas/a.yaml"), strings.Replace(smallArea, "12起", "13起", 1))
	// Objects that nothing refers to are git's to collect, and what was pending
	// is dropped by the next run.
	skip := []string{".git/objects", ".git/banwen-lock", ".git/banwen-journal.new", "output/archive/.banwen-pending", ".git/index.banwen.lock", ".git/refs/heads/main.banwen.lock", ".git/refs/tags/r/送审稿-2.banwen.lock"}
	k := newKilling(t, root, skip, args...)
	k.run(t, func() {
		_, err := archive.Versions(root)
		require.NoError(t, err)
	}, func(bool) {})
	output, err = k.command().CombinedOutput()
	require.NoError(t, err, string(output))
	require.NoDirExists(t, filepath.Join(root, "output/archive/.banwen-pending"))
	verified(t, root)
}

// Of runs at the same time each archives a version of its own.
func TestArchivesAtOnceTakeTurns(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	root := t.TempDir()
	put(t, filepath.Join(root, "data/r/report.yaml"), smallReport)
	put(t, filepath.Join(root, "data/r/areas/a.yaml"), smallArea)
	const runs = 4
	var all []*exec.Cmd
	said := make([]bytes.Buffer, runs)
	for i := range runs {
		cmd := exec.Command("banwen", "archive", "data/r", "--stage", "送审稿", "--author", "张三")
		cmd.Dir, cmd.Stdout, cmd.Stderr = root, &said[i], &said[i]
		require.NoError(t, cmd.Start())
		all = append(all, cmd)
	}
	for i, cmd := range all {
		require.NoError(t, cmd.Wait(), said[i].String())
	}
	require.Equal(t, runs, verified(t, root))
}
