package archive

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"banwen/internal/gitrepo"
	"banwen/internal/reports"
)

// Open opens a report by what people call it: a folder on the disk; the tag of
// a version; REV:folder, its folder in a revision, from the top of the
// repository that the working folder lies in. A version of the archive comes
// as it was made: with the files that its manifest lists and no others.
func Open(name string) (*reports.Report, error) {
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		return reports.OnDisk(name)
	}
	return OpenVersion(".", name)
}

// OpenVersion opens a report by the tag of a version or by REV:folder, as Open
// does, in the repository that a folder lies in.
func OpenVersion(at, name string) (*reports.Report, error) {
	repo, err := gitrepo.Open(at)
	if errors.Is(err, gitrepo.ErrNone) {
		return nil, fmt.Errorf("没有文件夹 %s", name)
	}
	if err != nil {
		return nil, err
	}
	revision, folder, given := strings.Cut(name, ":")
	commit, err := repo.Resolve(revision)
	if err != nil {
		return nil, fmt.Errorf("没有文件夹 %s，也%w", name, err)
	}
	c, err := repo.Commit(commit)
	if err != nil {
		return nil, err
	}
	tree := repo.TreeFS(c.Tree)
	if given {
		return reports.InTree(tree, filepath.ToSlash(folder))
	}
	v := &Version{Tag: revision, tree: c.Tree}
	m, _, err := v.manifest(repo)
	if err != nil {
		return nil, fmt.Errorf("“%s”不是归档的版本；写成 %s:报告文件夹", revision, revision)
	}
	return reports.InTree(only(tree, m.Inputs), m.Report)
}

// only shows of a tree the files of a list and the folders they are in.
func only(tree fs.FS, items []Item) fs.FS {
	o := &onlyFS{FS: tree, shown: map[string]bool{".": true}}
	for _, item := range items {
		for name := item.Name; !o.shown[name]; name = parent(name) {
			o.shown[name] = true
		}
	}
	return o
}

func parent(name string) string {
	if i := strings.LastIndexByte(name, '/'); i >= 0 {
		return name[:i]
	}
	return "."
}

type onlyFS struct {
	fs.FS
	shown map[string]bool
}

func (o *onlyFS) hidden(op, name string) error {
	if o.shown[name] {
		return nil
	}
	return &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist}
}

// Open opens a file that is shown.
func (o *onlyFS) Open(name string) (fs.File, error) {
	if err := o.hidden("open", name); err != nil {
		return nil, err
	}
	return o.FS.Open(name)
}

// ReadDir lists what is shown of a folder.
func (o *onlyFS) ReadDir(name string) ([]fs.DirEntry, error) {
	if err := o.hidden("readdir", name); err != nil {
		return nil, err
	}
	entries, err := fs.ReadDir(o.FS, name)
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool {
		return !o.shown[strings.TrimPrefix(name+"/"+e.Name(), "./")]
	}), err
}

// Lstat describes a file that is shown.
func (o *onlyFS) Lstat(name string) (fs.FileInfo, error) {
	if err := o.hidden("lstat", name); err != nil {
		return nil, err
	}
	return fs.Lstat(o.FS, name)
}

// ReadLink gives where a link leads.
func (o *onlyFS) ReadLink(name string) (string, error) { return fs.ReadLink(o.FS, name) }
