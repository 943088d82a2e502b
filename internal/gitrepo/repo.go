// Package gitrepo reads and writes as much of a git repository as the archive
// needs, without a git program: objects, the branch, tags, the index.
//
// Objects are read by go-git, whose storage knows packs and loose objects.
// They are written here, because each must be on the disk before something
// names it, and so are references and the index, because go-git writes those
// in place, where a process that is killed leaves half of one.
package gitrepo

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/go-git/go-billy/v5/osfs"
	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/cache"
	"github.com/go-git/go-git/v5/plumbing/format/config"
	"github.com/go-git/go-git/v5/storage/filesystem"
	"github.com/go-git/go-git/v5/storage/filesystem/dotgit"
)

// Hash names an object.
type Hash = plumbing.Hash

// ErrNone is a folder that lies in no repository.
var ErrNone = errors.New("不在 git 仓库里")

// Repo is a repository with a work tree. Its objects may be read and written
// by several at a time.
type Repo struct {
	Root   string // the work tree's folder, without links in its path
	dir    string // .git; of a work tree of its own, the folder that belongs to it
	common string // where objects and references are
	config *config.Config

	storing sync.Mutex // go-git's storage is for one at a time
	store   *filesystem.Storage
}

// Open opens the repository that a folder lies in.
func Open(folder string) (*Repo, error) {
	at, err := filepath.Abs(folder)
	if err == nil {
		at, err = filepath.EvalSymlinks(at)
	}
	if err != nil {
		return nil, err
	}
	for {
		dir, err := gitDir(at)
		if err != nil {
			return nil, err
		}
		if dir != "" {
			return open(at, dir)
		}
		if at == filepath.Dir(at) {
			return nil, ErrNone
		}
		at = filepath.Dir(at)
	}
}

// gitDir is the folder that .git in a folder is or names; "" where there is
// none. One without HEAD is none, for git as well.
func gitDir(folder string) (string, error) {
	dir := filepath.Join(folder, ".git")
	info, err := os.Stat(dir)
	if err != nil {
		return "", nil // none that can be seen: the next folder up
	}
	if !info.IsDir() {
		text, err := os.ReadFile(dir)
		if err != nil {
			return "", err
		}
		named, ok := strings.CutPrefix(strings.TrimSpace(string(text)), "gitdir: ")
		if !ok {
			return "", fmt.Errorf("%s 不是 git 的文件", dir)
		}
		dir = from(folder, named)
	}
	if _, err := os.Lstat(filepath.Join(dir, "HEAD")); errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	return dir, nil
}

// from is a path as it is seen from a folder.
func from(folder, path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(folder, filepath.FromSlash(path))
}

func open(root, dir string) (*Repo, error) {
	r := &Repo{Root: root, dir: dir, common: dir}
	if text, err := os.ReadFile(filepath.Join(dir, "commondir")); err == nil {
		r.common = from(dir, strings.TrimSpace(string(text)))
	}
	var err error
	if r.config, err = readConfig(filepath.Join(r.common, "config")); err != nil {
		return nil, err
	}
	extensions := r.config.Section("extensions")
	if format := extensions.Option("objectformat"); format != "" && format != "sha1" {
		return nil, fmt.Errorf("仓库用的是 %s 格式，办文只认 sha1", format)
	}
	if storage := extensions.Option("refstorage"); storage != "" && storage != "files" {
		return nil, fmt.Errorf("仓库的引用用的是 %s 格式，办文只认 files", storage)
	}
	files := dotgit.NewRepositoryFilesystem(osfs.New(r.dir), osfs.New(r.common))
	r.store = filesystem.NewStorage(files, cache.NewObjectLRUDefault())
	return r, nil
}

// Private is the path of a file of our own in the work tree's git folder.
func (r *Repo) Private(name string) string { return filepath.Join(r.dir, "banwen-"+name) }

// LockPath is the file that is locked while something is written: one for all
// work trees of the repository.
func (r *Repo) LockPath() string { return LockPath(r.common) }

// LockPath is the file to lock in a git folder, which need not be a repository yet.
func LockPath(dir string) string { return filepath.Join(dir, "banwen-lock") }

// Relative is a path as the repository names it; false for one outside of it.
func (r *Repo) Relative(path string) (string, bool) {
	rel, err := filepath.Rel(r.Root, path)
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return "", false
	}
	return filepath.ToSlash(rel), true
}
