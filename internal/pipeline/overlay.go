package pipeline

import (
	"bytes"
	"io"
	"io/fs"
	"time"
)

// overlay is files with other content in some of them, to see what a report
// would be before anything is written.
type overlay struct {
	fs.FS
	changed map[string][]byte
}

// Open gives the changed content where there is one.
func (o overlay) Open(name string) (fs.File, error) {
	data, ok := o.changed[name]
	if !ok {
		return o.FS.Open(name)
	}
	return &changedFile{Reader: bytes.NewReader(data), info: changedInfo{name, int64(len(data))}}, nil
}

// ReadDir lists what is there.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(o.FS, name) }

// Lstat says what is there: a file that is changed was one before.
func (o overlay) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(o.FS, name) }

// ReadLink gives a link's target.
func (o overlay) ReadLink(name string) (string, error) { return fs.ReadLink(o.FS, name) }

// changedFile is a file with other content.
type changedFile struct {
	*bytes.Reader
	info changedInfo
}

var _ io.Reader = (*changedFile)(nil)

// Stat describes the file.
func (f *changedFile) Stat() (fs.FileInfo, error) { return f.info, nil }

// Close does nothing: there is nothing open.
func (f *changedFile) Close() error { return nil }

// changedInfo describes a file with other content.
type changedInfo struct {
	name string
	size int64
}

// Name is the file's name.
func (i changedInfo) Name() string { return i.name }

// Size is how long the content is.
func (i changedInfo) Size() int64 { return i.size }

// Mode is that of a file that can be read.
func (i changedInfo) Mode() fs.FileMode { return 0o444 }

// ModTime is not known.
func (i changedInfo) ModTime() time.Time { return time.Time{} }

// IsDir tells that it is a file.
func (i changedInfo) IsDir() bool { return false }

// Sys is nothing.
func (i changedInfo) Sys() any { return nil }
