package gitrepo

import (
	"bytes"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// TreeFS is the files of a tree, read from the objects: what stands in the
// work tree does not matter. Links are shown as links, and not followed.
func (r *Repo) TreeFS(root Hash) fs.FS { return &treeFS{repo: r, root: root} }

type treeFS struct {
	repo *Repo
	root Hash
}

// find gives the entry of a name and its information.
func (t *treeFS) find(op, name string) (Entry, *treeInfo, error) {
	if !fs.ValidPath(name) {
		return Entry{}, nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
	}
	entry := Entry{modeFolder, t.root}
	if name != "." {
		var err error
		if entry, err = t.repo.Lookup(t.root, name); err != nil {
			return Entry{}, nil, &fs.PathError{Op: op, Path: name, Err: err}
		}
	}
	if entry == (Entry{}) {
		return Entry{}, nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist}
	}
	return entry, t.describe(path.Base(name), entry), nil
}

func (t *treeFS) describe(name string, e Entry) *treeInfo {
	info := &treeInfo{name: name, entry: e}
	if info.Mode().IsRegular() {
		info.size = t.repo.size(e.Hash)
	}
	return info
}

// Open opens a file or a folder.
func (t *treeFS) Open(name string) (fs.File, error) {
	entry, info, err := t.find("open", name)
	if err != nil {
		return nil, err
	}
	if entry.isFolder() {
		entries, err := t.ReadDir(name)
		return &treeFolder{info: info, entries: entries}, err
	}
	data, err := t.repo.Blob(entry.Hash)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return &treeFile{Reader: bytes.NewReader(data), info: info}, nil
}

// ReadDir lists a folder.
func (t *treeFS) ReadDir(name string) ([]fs.DirEntry, error) {
	entry, _, err := t.find("readdir", name)
	if err != nil {
		return nil, err
	}
	entries, err := t.repo.tree(entry.Hash)
	if err != nil {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: err}
	}
	var list []fs.DirEntry
	for name, e := range entries {
		list = append(list, fs.FileInfoToDirEntry(t.describe(name, e)))
	}
	slices.SortFunc(list, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return list, nil
}

// Lstat describes a file.
func (t *treeFS) Lstat(name string) (fs.FileInfo, error) {
	_, info, err := t.find("lstat", name)
	if err != nil {
		return nil, err
	}
	return info, nil
}

// ReadLink follows no link.
func (t *treeFS) ReadLink(name string) (string, error) {
	return "", &fs.PathError{Op: "readlink", Path: name, Err: fs.ErrInvalid}
}

// treeInfo describes a file of a tree, which keeps no times.
type treeInfo struct {
	name  string
	entry Entry
	size  int64
}

func (i *treeInfo) Name() string       { return i.name }
func (i *treeInfo) Size() int64        { return i.size }
func (i *treeInfo) ModTime() time.Time { return time.Time{} }
func (i *treeInfo) IsDir() bool        { return i.entry.isFolder() }
func (i *treeInfo) Sys() any           { return nil }

func (i *treeInfo) Mode() fs.FileMode {
	switch i.entry.Mode {
	case modeFolder:
		return fs.ModeDir | 0o755
	case "120000":
		return fs.ModeSymlink | 0o777
	case "160000": // another repository
		return fs.ModeIrregular
	default:
		return 0o644
	}
}

type treeFile struct {
	*bytes.Reader
	info *treeInfo
}

func (f *treeFile) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *treeFile) Close() error               { return nil }

type treeFolder struct {
	info    *treeInfo
	entries []fs.DirEntry
}

func (f *treeFolder) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *treeFolder) Close() error               { return nil }
func (f *treeFolder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.info.name, Err: fs.ErrInvalid}
}

// ReadDir lists the next n entries, or all of them.
func (f *treeFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 {
		n = len(f.entries)
	} else if len(f.entries) == 0 {
		return nil, io.EOF
	}
	n = min(n, len(f.entries))
	list := f.entries[:n]
	f.entries = f.entries[n:]
	return list, nil
}
