package fileset_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"banwen/internal/fileset"

	"github.com/stretchr/testify/require"
	"golang.org/x/sync/errgroup"
)

// set is the files of a folder by name; folders end with a slash.
func set(t *testing.T, folder string) map[string]string {
	t.Helper()
	found := map[string]string{}
	require.NoError(t, fs.WalkDir(os.DirFS(folder), ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || path == "." {
			return err
		}
		if entry.IsDir() {
			found[path+"/"] = ""
			return nil
		}
		data, err := os.ReadFile(filepath.Join(folder, path))
		found[path] = string(data)
		return err
	}))
	return found
}

func put(t *testing.T, path, text string) {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
}

func files(names ...string) []fileset.File {
	var all []fileset.File
	for _, name := range names {
		all = append(all, fileset.File{Name: name, Data: []byte("new")})
	}
	return all
}

func TestWriteReplacesAndAdds(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "a", "b")
	require.NoError(t, fileset.Write(folder, files("x", "in/y")))
	put(t, filepath.Join(folder, "other"), "kept")
	put(t, filepath.Join(folder, "x"), "old")
	require.NoError(t, fileset.Write(folder, files("x", "z")))
	require.Equal(t, map[string]string{"x": "new", "in/": "", "in/y": "new", "z": "new", "other": "kept"}, set(t, folder))
	info, err := os.Stat(filepath.Join(folder, "x"))
	require.NoError(t, err)
	require.Equal(t, fs.FileMode(0o644), info.Mode().Perm())
}

// A file that cannot be put in its place leaves all as it was: those replaced
// before it have their old content, those added are gone.
func TestWriteIsUndoneWhereOneFails(t *testing.T) {
	folder := t.TempDir()
	put(t, filepath.Join(folder, "a"), "old")
	put(t, filepath.Join(folder, "c", "in"), "folder in the way")
	before := set(t, folder)
	err := fileset.Write(folder, files("a", "b", "c"))
	var inUse fileset.ErrInUse
	require.ErrorAs(t, err, &inUse)
	require.Equal(t, "c", inUse.Name)
	require.Equal(t, before, set(t, folder))

	require.Error(t, fileset.Write(folder, files("a", "a/b")), "a file and a folder of one name")
	require.Equal(t, before, set(t, folder))
	require.ErrorContains(t, fileset.Write(folder, files("../b")), "文件夹外面")
	require.Error(t, fileset.Write(filepath.Join(folder, "a", "new"), files("b")), "a file where the folder would be")
	require.Equal(t, before, set(t, folder))
}

// What a process that died left is finished where its set was ready, and else
// undone: every moment at which it can have died.
func TestRecover(t *testing.T) {
	before := map[string]string{"a": "old", "b": "old"}
	after := map[string]string{"a": "new", "b": "new", "c": "new"}
	cases := map[string]struct {
		left map[string]string
		want map[string]string
	}{
		"before anything":              {map[string]string{".banwen/lock": ""}, before},
		"while the new are written":    {map[string]string{".banwen/new/a": "ne"}, before},
		"all ready":                    {map[string]string{".banwen/ready/a": "new", ".banwen/ready/b": "new", ".banwen/ready/c": "new"}, after},
		"some of the old kept":         {map[string]string{".banwen/ready/a": "new", ".banwen/ready/b": "new", ".banwen/ready/c": "new", ".banwen/old/a": "old", ".banwen/part": "o"}, after},
		"one in place":                 {map[string]string{"a": "new", ".banwen/ready/b": "new", ".banwen/ready/c": "new", ".banwen/old/a": "old", ".banwen/old/b": "old", ".banwen/fresh/c": ""}, after},
		"all in place":                 {map[string]string{"a": "new", "b": "new", "c": "new", ".banwen/ready/": "", ".banwen/old/a": "old", ".banwen/old/b": "old"}, after},
		"given up, nothing back yet":   {map[string]string{"a": "new", "c": "new", ".banwen/new/b": "new", ".banwen/old/a": "old", ".banwen/old/b": "old", ".banwen/fresh/c": ""}, before},
		"given up, some put back":      {map[string]string{"c": "new", ".banwen/new/b": "new", ".banwen/old/b": "old", ".banwen/fresh/c": ""}, before},
		"given up, all put back":       {map[string]string{".banwen/new/b": "new", ".banwen/old/b": "old"}, before},
		"given up before it was begun": {map[string]string{".banwen/new/a": "new", ".banwen/new/b": "new", ".banwen/new/c": "new", ".banwen/old/a": "old"}, before},
	}
	for name, c := range cases {
		folder := t.TempDir()
		for file, text := range before {
			put(t, filepath.Join(folder, file), text)
		}
		for file, text := range c.left {
			if file[len(file)-1] == '/' {
				require.NoError(t, os.MkdirAll(filepath.Join(folder, file), 0o755))
				continue
			}
			put(t, filepath.Join(folder, file), text)
		}
		require.NoError(t, fileset.Recover(folder), name)
		require.Equal(t, c.want, set(t, folder), name)
	}
	require.NoError(t, fileset.Recover(filepath.Join(t.TempDir(), "none")))
}

// What is read while a set is made is what it takes the place of, however
// many write at once.
func TestUpdatesFollowEachOther(t *testing.T) {
	folder := t.TempDir()
	put(t, filepath.Join(folder, "list"), "")
	var writers errgroup.Group
	for range 20 {
		writers.Go(func() error {
			return fileset.Update(folder, func() ([]fileset.File, error) {
				data, err := os.ReadFile(filepath.Join(folder, "list"))
				return []fileset.File{{Name: "list", Data: append(data, 'x')}}, err
			})
		})
	}
	require.NoError(t, writers.Wait())
	require.Equal(t, map[string]string{"list": strings.Repeat("x", 20)}, set(t, folder))
	none := errors.New("none")
	require.ErrorIs(t, fileset.Update(folder, func() ([]fileset.File, error) { return files("list"), none }), none)
	require.NoError(t, fileset.Update(folder, func() ([]fileset.File, error) { return nil, nil }))
	require.Equal(t, map[string]string{"list": strings.Repeat("x", 20)}, set(t, folder))
}
