package live

import (
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sync"

	"banwen/internal/reports"
)

// inputs are the files that a report was made from, each as it was when it was
// first looked at, and those that were looked for in vain.
type inputs struct {
	mu    sync.Mutex
	files map[string]stamp // by absolute path
}

func newInputs() *inputs { return &inputs{files: map[string]stamp{}} }

// through is a report whose files are noted as they are read.
func (in *inputs) through(r *reports.Report) *reports.Report {
	in.note(r.Path)
	return r.Through(func(f reports.Folder) fs.FS { return &noted{f.FS, f.Path, in} })
}

// note notes a file or folder before it is read, so that a change while it is
// being read shows as one.
func (in *inputs) note(at string) {
	in.mu.Lock()
	defer in.mu.Unlock()
	if _, known := in.files[at]; !known {
		in.files[at] = stampOf(at)
	}
}

// haveChanged tells whether any input is no longer what it was.
func (in *inputs) haveChanged() bool {
	in.mu.Lock()
	defer in.mu.Unlock()
	for at, was := range in.files {
		if !was.holds(at) {
			return true
		}
	}
	return false
}

// folders lists the folders whose entries are inputs.
func (in *inputs) folders() []string {
	in.mu.Lock()
	defer in.mu.Unlock()
	all := map[string]bool{}
	for at := range in.files {
		if info, err := os.Stat(at); err == nil && info.IsDir() {
			all[at] = true
		} else {
			all[filepath.Dir(at)] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}

// noted is a folder whose files are noted as they are read.
type noted struct {
	fs.FS
	path string
	in   *inputs
}

func (n *noted) note(name string) { n.in.note(filepath.FromSlash(path.Join(n.path, name))) }

// Open opens a file.
func (n *noted) Open(name string) (fs.File, error) {
	n.note(name)
	return n.FS.Open(name)
}

// ReadDir lists a folder.
func (n *noted) ReadDir(name string) ([]fs.DirEntry, error) {
	n.note(name)
	return fs.ReadDir(n.FS, name)
}

// Lstat describes a file without following a link.
func (n *noted) Lstat(name string) (fs.FileInfo, error) {
	n.note(name)
	return fs.Lstat(n.FS, name)
}

// ReadLink gives where a link leads.
func (n *noted) ReadLink(name string) (string, error) { return fs.ReadLink(n.FS, name) }
