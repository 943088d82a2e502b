package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"banwen/internal/cli"

	"github.com/stretchr/testify/require"
)

// What is not saved yet cannot be merged: that a document is open is told.
func TestMergeOfADocumentThatIsOpenIsTold(t *testing.T) {
	root := t.TempDir()
	edited := prose(t, root)
	folder := filepath.Dir(edited)
	for name, want := range map[string]bool{"~$改稿.docx": true, "~$稿.docx": true, "~$.docx": true, ".~改稿.docx": true, "~$别的.docx": false} {
		beside := filepath.Join(folder, name)
		require.NoError(t, os.WriteFile(beside, nil, 0o644))
		var stdout, stderr bytes.Buffer
		require.Zero(t, cli.Run([]string{"merge", filepath.Join(root, "data/r"), edited}, &stdout, &stderr), stderr.String())
		require.Equal(t, want, bytes.Contains(stderr.Bytes(), []byte("好像正在 WPS 或 Word 里打开；没有保存的改动读不到")), name)
		require.NoError(t, os.Remove(beside))
	}
}
