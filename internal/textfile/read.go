// Package textfile reads the files that people type: whole, but no more of
// them than a person types, not through links, and as text that can be seen.
package textfile

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
)

// Why a file is not read though it could be: what a report says must lie in
// its folder.
var (
	ErrLink     = errors.New("它是链接；请换成文件本身")
	ErrNotAFile = errors.New("它不是普通文件")
)

// ErrTooLarge is a file of more bytes than it may have.
type ErrTooLarge struct{ Most int }

// Error gives the limit.
func (e ErrTooLarge) Error() string {
	if e.Most < 1<<20 {
		return fmt.Sprintf("超过 %d KB", e.Most>>10)
	}
	return fmt.Sprintf("超过 %d MB", e.Most>>20)
}

// Read reads a file of at most so many bytes.
func Read(fsys fs.FS, name string, most int) (data []byte, err error) {
	info, err := fs.Lstat(fsys, name)
	switch {
	case err != nil:
		return nil, err
	case info.Mode()&fs.ModeSymlink != 0:
		return nil, ErrLink
	case !info.Mode().IsRegular() && !info.IsDir():
		return nil, ErrNotAFile // a pipe would be waited for without end
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	data, err = io.ReadAll(io.LimitReader(f, int64(most)+1))
	if err == nil && len(data) > most {
		return nil, ErrTooLarge{most}
	}
	return data, err
}

// Cause is why a file cannot be read, in Chinese where it is known.
func Cause(err error) string {
	var pathError *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "没有这个文件"
	case errors.Is(err, fs.ErrPermission):
		return "没有权限"
	case strings.Contains(err.Error(), "escapes"): // what os.Root says; it has no value to compare with
		return "它是指到文件夹外面去的链接"
	case strings.Contains(err.Error(), "is a directory"):
		return "它是文件夹，不是文件"
	case errors.As(err, &pathError):
		return pathError.Err.Error()
	default:
		return err.Error()
	}
}
