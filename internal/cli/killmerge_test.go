package cli_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"banwen/internal/cli"

	"github.com/stretchr/testify/require"
)

// A report whose prose stands in several files, what they say and how they are edited.
const (
	proseReport = "单位: 某局\n标题: 某局{{期间}}工作总结\n期间: 2023上半年\n导语: 今年以来，形势平稳。\n工作: [a, b]\n"
	proseA      = "工作: 甲\n标题: 抓好甲\n正文: 立案{{立案}}，成效明显。\n指标:\n  立案: 12起\n"
	proseB      = "工作: 乙\n标题: 抓好乙\n正文: 走访群众，化解矛盾。\n"
)

// prose puts a report of several files at root/data/r, and gives an edited
// version of its DOCX, with a comment.
func prose(t *testing.T, root string) (edited string) {
	t.Helper()
	put(t, filepath.Join(root, "data/r/report.yaml"), proseReport)
	put(t, filepath.Join(root, "data/r/areas/a.yaml"), proseA)
	put(t, filepath.Join(root, "data/r/areas/b.yaml"), proseB)
	return editDOCX(t, filepath.Join(root, "data/r"), "形势平稳", "形势稳定", "成效明显", "成效突出", "走访群众", "走访企业")
}

// editDOCX builds a report and gives its DOCX, edited, with a comment.
func editDOCX(t *testing.T, folder string, oldnew ...string) (edited string) {
	t.Helper()
	out := t.TempDir()
	var said bytes.Buffer
	require.Zero(t, cli.Run([]string{"build", folder, "-f", "docx", "-o", out}, &said, &said), said.String())
	built, err := filepath.Glob(filepath.Join(out, "*.docx"))
	require.NoError(t, err)
	require.Len(t, built, 1)
	data, err := os.ReadFile(built[0])
	require.NoError(t, err)
	data, err = retyped(data, oldnew...)
	require.NoError(t, err)
	data, err = remarked(data, "请核实。")
	require.NoError(t, err)
	edited = filepath.Join(t.TempDir(), "改稿.docx")
	require.NoError(t, os.WriteFile(edited, data, 0o644))
	return edited
}

// trackedDOCX gives a report's DOCX in which a change is tracked.
func trackedDOCX(t *testing.T, folder, old, new string) string {
	t.Helper()
	const by = ` w:id="9" w:author="李局" w:date="2023-07-01T10:00:00Z"`
	return editDOCX(t, folder, old, `</w:t></w:r><w:del`+by+`><w:r><w:delText>`+old+`</w:delText></w:r></w:del>`+
		`<w:ins`+by+`><w:r><w:t>`+new+`</w:t></w:r></w:ins><w:r><w:t xml:space="preserve">`)
}

// Killed at any moment, merge leaves the data as it was or with all edits and remarks.
func TestKilledMergeLeavesAllEditsOrNone(t *testing.T) {
	root := t.TempDir()
	edited := prose(t, root)
	k := newKilling(t, root, nil, "merge", "data/r", edited, "--write")
	require.Len(t, k.after, len(k.before)+1, "a file of remarks")
	var said bytes.Buffer
	k.run(t, func() { // any command that reads the report ends what another had begun
		require.Zero(t, cli.Run([]string{"check", filepath.Join(root, "data/r")}, &said, &said), said.String())
	}, func(bool) {})
}

// Of merges at the same time none undoes what another has written.
func TestMergesAtOnceTakeTurns(t *testing.T) {
	root := t.TempDir()
	put(t, filepath.Join(root, "data/r/report.yaml"), proseReport)
	put(t, filepath.Join(root, "data/r/areas/a.yaml"), strings.Replace(proseA, "正文: ", "正文: |\n  ", 1))
	put(t, filepath.Join(root, "data/r/areas/b.yaml"), proseB)
	folder := filepath.Join(root, "data/r")
	var all []*exec.Cmd
	said := make([]bytes.Buffer, 3)
	for i, change := range [][2]string{{"形势平稳", "形势稳定"}, {"成效明显", "成效突出"}, {"立案", "共立案"}} {
		edited := trackedDOCX(t, folder, change[0], change[1])
		cmd := exec.Command("banwen", "merge", folder, edited, "--write")
		cmd.Stdout, cmd.Stderr = &said[i], &said[i]
		all = append(all, cmd)
	}
	for _, cmd := range all {
		require.NoError(t, cmd.Start())
	}
	for i, cmd := range all {
		require.NoError(t, cmd.Wait(), said[i].String())
	}
	a, err := os.ReadFile(filepath.Join(folder, "areas/a.yaml"))
	require.NoError(t, err)
	require.Contains(t, string(a), "共立案{{立案}}，成效突出")
	report, err := os.ReadFile(filepath.Join(folder, "report.yaml"))
	require.NoError(t, err)
	require.Contains(t, string(report), "形势稳定")
	require.NoDirExists(t, filepath.Join(root, "data/.banwen"))
}
