package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestFileNameIsOneThatWindowsTakes(t *testing.T) {
	require.Equal(t, "关于“清廉”工作的总结", fileName(`关于“清廉”工作的总结`))
	require.Equal(t, "13月工作总结", fileName("1/3月:工作\n总结?. "))
	require.Equal(t, "报告", fileName("..."))
	require.Equal(t, "报告CON", fileName("CON"))
	require.Equal(t, "报告nul.txt", fileName("nul.txt"))
	long := fileName(strings.Repeat("长", 300))
	require.LessOrEqual(t, len(long), 240)
	require.Equal(t, strings.Repeat("长", 80), long)
}

func TestWriteFilesWritesAllOrNone(t *testing.T) {
	dir := t.TempDir()
	kept := filepath.Join(dir, "a.docx")
	require.NoError(t, os.WriteFile(kept, []byte("old"), 0o644))
	blocked := filepath.Join(dir, "file")
	require.NoError(t, os.WriteFile(blocked, nil, 0o644))

	err := writeFiles([]outputFile{
		{path: kept, data: []byte("new")},
		{path: filepath.Join(blocked, "b.pdf"), data: []byte("x")}, // its folder is a file
	})
	require.Error(t, err)
	data, err := os.ReadFile(kept)
	require.NoError(t, err)
	require.Equal(t, "old", string(data), "an older output stays untouched")
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Len(t, entries, 2, "nothing half-written is left")
}

func TestWriteFilesPutsBackWhatItReplaced(t *testing.T) {
	dir := t.TempDir()
	first, fresh, blocked := filepath.Join(dir, "a.docx"), filepath.Join(dir, "b.pdf"), filepath.Join(dir, "c.html")
	require.NoError(t, os.WriteFile(first, []byte("old"), 0o644))
	require.NoError(t, os.Mkdir(blocked, 0o755))

	err := writeFiles([]outputFile{{first, []byte("new")}, {fresh, []byte("new")}, {blocked, []byte("new")}})
	require.ErrorContains(t, err, "c.html")
	data, err := os.ReadFile(first)
	require.NoError(t, err)
	require.Equal(t, "old", string(data))
	require.NoFileExists(t, fresh)
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Len(t, entries, 2, "nothing half-written is left")
}

func TestWriteFilesReplacesOlderOutput(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "a.docx")
	for _, content := range []string{"one", "two"} {
		require.NoError(t, writeFiles([]outputFile{{path: path, data: []byte(content)}}))
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		require.Equal(t, content, string(data))
	}
	info, err := os.Stat(path)
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o644), info.Mode().Perm())
}
