package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"banwen/internal/cli"

	"github.com/stretchr/testify/require"
)

// A file that is far too large is refused for its size, and not read for that.
func TestAHugeDOCXIsRefusedUnread(t *testing.T) {
	root := t.TempDir()
	prose(t, root)
	huge := filepath.Join(root, "大.docx")
	require.NoError(t, os.WriteFile(huge, []byte("PK\x03\x04"), 0o644))
	require.NoError(t, os.Truncate(huge, 500<<20))
	var stdout, stderr bytes.Buffer
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	require.Equal(t, 1, cli.Run([]string{"merge", filepath.Join(root, "data/r"), huge}, &stdout, &stderr))
	runtime.ReadMemStats(&after)
	require.Contains(t, stderr.String(), "文件超过 64 MB")
	require.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(32<<20))
}
