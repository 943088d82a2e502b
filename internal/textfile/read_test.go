package textfile_test

import (
	"os"
	"path/filepath"
	"testing"

	"banwen/internal/textfile"

	"github.com/stretchr/testify/require"
)

func TestReadRefusesWhatIsNoFileOfItsFolder(t *testing.T) {
	folder := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(folder, "a"), []byte("1234"), 0o600))
	require.NoError(t, os.Symlink("a", filepath.Join(folder, "link")))
	require.NoError(t, os.Mkdir(filepath.Join(folder, "folder"), 0o700))
	root, err := os.OpenRoot(folder)
	require.NoError(t, err)
	defer root.Close()
	data, err := textfile.Read(root.FS(), "a", 4)
	require.NoError(t, err)
	require.Equal(t, "1234", string(data))
	for name, want := range map[string]string{
		"link": "它是链接；请换成文件本身", "folder": "它是文件夹，不是文件", "none": "没有这个文件", "a": "超过 0 KB",
	} {
		_, err := textfile.Read(root.FS(), name, 3)
		require.Error(t, err, name)
		require.Equal(t, want, textfile.Cause(err), name)
	}
}
