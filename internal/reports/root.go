package reports

import (
	"io/fs"
	"os"
)

// rootFS is a folder that is not left by links. It holds nothing open between
// two files: a report may be opened again and again, and Windows renames no
// folder that is open.
type rootFS string

// rooted opens a folder, to see that it can be.
func rooted(at string) (fs.FS, error) {
	root, err := os.OpenRoot(at)
	if err != nil {
		return nil, err
	}
	return rootFS(at), root.Close()
}

// in does something in the folder.
func in[T any](at rootFS, do func(fs.FS) (T, error)) (T, error) {
	root, err := os.OpenRoot(string(at))
	if err != nil {
		var none T
		return none, err
	}
	defer root.Close() // nothing was written
	return do(root.FS())
}

// Open opens a file.
func (r rootFS) Open(name string) (fs.File, error) {
	return in(r, func(f fs.FS) (fs.File, error) { return f.Open(name) })
}

// ReadDir lists a folder.
func (r rootFS) ReadDir(name string) ([]fs.DirEntry, error) {
	return in(r, func(f fs.FS) ([]fs.DirEntry, error) { return fs.ReadDir(f, name) })
}

// ReadFile reads a file whole.
func (r rootFS) ReadFile(name string) ([]byte, error) {
	return in(r, func(f fs.FS) ([]byte, error) { return fs.ReadFile(f, name) })
}

// Stat describes what a name leads to.
func (r rootFS) Stat(name string) (fs.FileInfo, error) {
	return in(r, func(f fs.FS) (fs.FileInfo, error) { return fs.Stat(f, name) })
}

// Lstat describes a file without following a link.
func (r rootFS) Lstat(name string) (fs.FileInfo, error) {
	return in(r, func(f fs.FS) (fs.FileInfo, error) { return fs.Lstat(f, name) })
}

// ReadLink gives where a link leads.
func (r rootFS) ReadLink(name string) (string, error) {
	return in(r, func(f fs.FS) (string, error) { return fs.ReadLink(f, name) })
}
