//go:build conformance

package conformance

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// office is a repository that git itself made, packed, with work of the
// user's that is staged, changed and unknown to git, and a report.
type office struct {
	root    string
	program string
}

func newOffice(t *testing.T) *office {
	t.Helper()
	t.Setenv("HOME", t.TempDir())
	program, err := filepath.Abs("../bin/banwen")
	require.NoError(t, err)
	o := &office{t.TempDir(), program}
	require.NoError(t, os.CopyFS(filepath.Join(o.root, "data/2023-h1"), os.DirFS(sample)))
	o.git(t, "init", "-q", "-b", "main")
	o.git(t, "config", "user.name", "李四")
	o.git(t, "config", "user.email", "li@example.cn")
	o.git(t, "config", "core.quotepath", "false")
	for _, name := range []string{"changed.txt", "staged.txt", "deep/er/file.txt"} {
		o.put(t, name, "one\n")
	}
	o.git(t, "add", ".")
	o.git(t, "commit", "-qm", "work")
	o.git(t, "gc", "-q")
	o.git(t, "pack-refs", "--all")
	o.put(t, "changed.txt", "two\n")
	o.put(t, "staged.txt", "two\n")
	o.git(t, "add", "staged.txt")
	o.put(t, "unknown.txt", "new\n")
	return o
}

func (o *office) put(t *testing.T, name, text string) {
	t.Helper()
	path := filepath.Join(o.root, name)
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
}

func (o *office) in(t *testing.T, folder string, args ...string) string {
	t.Helper()
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir = folder
	output, err := cmd.CombinedOutput()
	require.NoError(t, err, "%v: %s", args, output)
	return string(output)
}

func (o *office) git(t *testing.T, args ...string) string {
	t.Helper()
	return o.in(t, o.root, append([]string{"git"}, args...)...)
}

// git finds nothing wrong with what archive writes, and the user's own work as
// it was: with indexes of all versions.
func TestGitAgreesWithTheArchive(t *testing.T) {
	for _, version := range []string{"2", "4"} {
		o := newOffice(t)
		o.git(t, "update-index", "--index-version", version)
		before := o.git(t, "status", "--porcelain")
		o.in(t, o.root, o.program, "archive", "data/2023-h1", "--stage", "送审稿")
		require.Equal(t, before, o.git(t, "status", "--porcelain"))
		require.Equal(t, "two\n", o.git(t, "show", ":staged.txt"))
		o.git(t, "fsck", "--strict")
		require.Equal(t, "李四 <li@example.cn>", strings.TrimSpace(o.git(t, "log", "-1", "--format=%an <%ae>")))
		require.Contains(t, o.git(t, "for-each-ref", "--format=%(objecttype) %(refname)"), "tag refs/tags/2023-h1/送审稿-1")
		// The user's next commit keeps the archive.
		o.git(t, "commit", "-qam", "more work")
		require.Contains(t, o.git(t, "ls-files"), "output/archive/2023-h1/送审稿-1/manifest.json")
		o.git(t, "gc", "-q")
		o.in(t, o.root, o.program, "verify", "all")
	}
}

// git diff shows the text of two versions of a DOCX and a PDF.
func TestGitShowsTheTextOfDocuments(t *testing.T) {
	o := newOffice(t)
	o.in(t, o.root, o.program, "archive", "data/2023-h1", "--stage", "送审稿")
	path := filepath.Join(o.root, "data/2023-h1/areas/anti-fraud.yaml")
	text, err := os.ReadFile(path)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(path, []byte(strings.Replace(string(text), "劝返人员: {数: 148人", "劝返人员: {数: 140人", 1)), 0o644))
	o.in(t, o.root, o.program, "archive", "data/2023-h1", "--stage", "送审稿")
	const name = "output/archive/2023-h1/送审稿-%/县公安局2023年上半年工作总结及下半年工作计划"
	for _, format := range []string{".docx", ".pdf"} {
		at := func(n string) string { return "HEAD:" + strings.Replace(name, "%", n, 1) + format }
		difference := o.git(t, "diff", "--no-color", at("1"), at("2"))
		require.Regexp(t, `(?m)^-.*劝返148人`, difference, format)
		require.Regexp(t, `(?m)^\+.*劝返140人`, difference, format)
	}
}

// A work tree of its own has its own branch and index.
func TestArchiveInAnotherWorkTree(t *testing.T) {
	o := newOffice(t)
	other := filepath.Join(t.TempDir(), "other")
	o.git(t, "worktree", "add", "-q", "-b", "other", other)
	before := o.git(t, "status", "--porcelain")
	tip := o.git(t, "rev-parse", "main")
	o.in(t, other, o.program, "archive", "data/2023-h1", "--stage", "定稿")
	require.Equal(t, before, o.git(t, "status", "--porcelain"))
	require.Equal(t, tip, o.git(t, "rev-parse", "main"))
	require.Empty(t, o.in(t, other, "git", "status", "--porcelain"))
	require.Equal(t, o.git(t, "rev-parse", "2023-h1/定稿^{commit}"), o.git(t, "rev-parse", "other"))
	o.in(t, other, o.program, "verify", "all")
}
