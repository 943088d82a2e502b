package archive

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
	"sync"

	"banwen/internal/reports"
)

// mostInput is how large a file may be that goes into the archive: a font with
// all hanzi. What is there stays there for ever.
const mostInput = 64 << 20

// recorder notes the content of every file that is read through it, under its
// path in the repository. A file is read once: what is archived is what the
// documents were made from, though someone saves the file meanwhile.
type recorder struct {
	mu    sync.Mutex
	files map[string][]byte
}

// report is a report whose files are read through the recorder.
func (r *recorder) report(of *reports.Report) *reports.Report {
	return of.Through(func(f reports.Folder) fs.FS { return &recorded{f.FS, f.Path, r} })
}

// readAll reads all files of a report's folder, so that notes kept there and
// areas that are not in use are archived as well; hidden files, and those that
// WPS and Word keep while a document is open, are not.
func (r *recorder) readAll(report *reports.Report) error {
	return fs.WalkDir(report.Files.FS, report.Dir, func(name string, entry fs.DirEntry, err error) error {
		switch base := path.Base(name); {
		case err != nil:
			return fmt.Errorf("不能读取 %s：%w", name, err)
		case strings.HasPrefix(base, ".") || strings.HasPrefix(base, "~$"):
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case !entry.Type().IsRegular():
			return nil
		}
		info, err := fs.Lstat(report.Files.FS, name)
		if err == nil && info.Size() > mostInput {
			return fmt.Errorf("文件 %s 超过 %d MB；与报告无关的，移到报告文件夹外面", name, mostInput>>20)
		}
		if err == nil {
			_, err = fs.ReadFile(report.Files.FS, name)
		}
		if err != nil {
			return fmt.Errorf("不能读取 %s：%w", name, err)
		}
		return nil
	})
}

// recorded is a folder read through a recorder.
type recorded struct {
	fs.FS
	path string
	to   *recorder
}

// Open opens a file as it was when it was read first.
func (f *recorded) Open(name string) (fs.File, error) {
	f.to.mu.Lock()
	defer f.to.mu.Unlock()
	file, err := f.FS.Open(name)
	if err != nil {
		return nil, err
	}
	info, err := file.Stat()
	if err != nil || !info.Mode().IsRegular() || info.Size() > mostInput {
		return file, nil // whoever reads it finds out
	}
	at := path.Join(f.path, name)
	data, known := f.to.files[at]
	if !known {
		if data, err = io.ReadAll(file); err != nil {
			_ = file.Close()
			return nil, err
		}
		f.to.files[at] = data
	}
	return &recordedFile{bytes.NewReader(data), file}, nil
}

// Lstat describes a file without following a link.
func (f *recorded) Lstat(name string) (fs.FileInfo, error) { return fs.Lstat(f.FS, name) }

// ReadLink gives where a link leads.
func (f *recorded) ReadLink(name string) (string, error) { return fs.ReadLink(f.FS, name) }

// recordedFile is a file with the content that was noted.
type recordedFile struct {
	*bytes.Reader
	file fs.File
}

func (f *recordedFile) Stat() (fs.FileInfo, error) { return f.file.Stat() }
func (f *recordedFile) Close() error               { return f.file.Close() }
