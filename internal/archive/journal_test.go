package archive

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"banwen/internal/fileset"
	"banwen/internal/gitrepo"
	"banwen/internal/reports"

	"github.com/stretchr/testify/require"
)

// begun is a version that is written, and its journal, but for the decision.
func begun(t *testing.T) (*gitrepo.Repo, *journal) {
	t.Helper()
	t.Setenv("HOME", t.TempDir())
	root := t.TempDir()
	folder := filepath.Join(root, "data", "r")
	require.NoError(t, os.MkdirAll(folder, 0o755))
	text := "单位: 某局\n标题: 某局总结\n期间: 2023上半年\n导语: 今年来，工作有成效。\n工作: [a]\n"
	require.NoError(t, os.WriteFile(filepath.Join(folder, "report.yaml"), []byte(text), 0o644))
	require.NoError(t, os.MkdirAll(filepath.Join(folder, "areas"), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(folder, "areas", "a.yaml"), []byte("工作: 甲\n标题: 抓好甲\n正文: 工作有成效。\n"), 0o644))
	require.NoError(t, gitrepo.Init(root))
	repo, err := gitrepo.Open(root)
	require.NoError(t, err)
	report, err := reports.OnDisk(folder)
	require.NoError(t, err)
	require.NoError(t, inRepository(repo, report))
	m, diags, err := build(report, Submitted, time.Time{}, Tool{})
	require.NoError(t, err)
	require.NotNil(t, m, "%v", diags)
	m.manifest.Tag = "r/送审稿-1"
	branch, tip, err := repo.Branch()
	require.NoError(t, err)
	w := &writer{repo: repo, made: m, tag: m.manifest.Tag}
	by := gitrepo.Signature{Person: gitrepo.Person{Name: "张三"}, When: time.Unix(1700000000, 0)}
	j, err := w.write(branch, tip, Request{Program: "banwen"}, by)
	require.NoError(t, err)
	data, err := json.Marshal(j)
	require.NoError(t, err)
	require.NoError(t, fileset.WriteSynced(repo.Private(journalName), data))
	return repo, j
}

// A run that died after any of the steps that follow the decision is finished
// by the next one.
func TestEveryStepIsFinishedByTheNextRun(t *testing.T) {
	for done := range 6 {
		repo, j := begun(t)
		steps := []func(*gitrepo.Repo) error{j.moveBranch, j.setTag, j.advance, j.name, j.attributes, j.configure}
		for _, step := range steps[:done] {
			require.NoError(t, step(repo))
		}
		verdicts, err := Verify(repo.Root, "all", Tool{})
		require.NoError(t, err)
		require.Empty(t, verdicts[0].Differences, done)
		tip, err := repo.Ref(j.Branch)
		require.NoError(t, err)
		require.Equal(t, j.New, tip)
		require.NoFileExists(t, repo.Private(journalName))
		require.NoDirExists(t, onDisk(repo, j.Pending))
		require.FileExists(t, onDisk(repo, "output/archive/.gitattributes"))
		config, err := os.ReadFile(filepath.Join(repo.Root, ".git", "config"))
		require.NoError(t, err)
		require.Contains(t, string(config), `textconv = "banwen textconv"`)
		index, err := os.ReadFile(filepath.Join(repo.Root, ".git", "index"))
		require.NoError(t, err)
		require.Contains(t, string(index), j.Place)
	}
}

// Where someone has moved the branch since, the version is given up.
func TestAVersionIsGivenUpWhereTheBranchHasMoved(t *testing.T) {
	repo, j := begun(t)
	other, err := repo.WriteCommit(gitrepo.Commit{Tree: j.New, Message: "x"})
	require.NoError(t, err)
	require.NoError(t, repo.SetRef(j.Branch, gitrepo.Hash{}, other))
	versions, err := Versions(repo.Root)
	require.NoError(t, err)
	require.Empty(t, versions)
	require.NoDirExists(t, onDisk(repo, j.Pending))
	require.NoFileExists(t, repo.Private(journalName))
	tip, err := repo.Ref(j.Branch)
	require.NoError(t, err)
	require.Equal(t, other, tip)
}
