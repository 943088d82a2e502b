package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"

	"banwen/internal/filelock"
	"banwen/internal/font"
	"banwen/internal/pipeline"
)

// openReport opens the folder above a report's, so that 上期 can name a
// neighbour; nothing outside of it can be reached, not by a link either.
func openReport(folder string) (pipeline.Request, error) {
	var request pipeline.Request
	info, err := os.Stat(folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return request, fmt.Errorf("没有文件夹 %s", folder)
	case err != nil:
		return request, fmt.Errorf("不能打开 %s：%w", folder, plainCause(err))
	case !info.IsDir():
		return request, fmt.Errorf("%s 不是文件夹；请写报告所在的文件夹", folder)
	}
	date, err := sourceDate()
	if err != nil {
		return request, err
	}
	path := absolute(folder)
	root, err := os.OpenRoot(filepath.Dir(path))
	if err != nil {
		return request, fmt.Errorf("不能打开 %s：%w", filepath.Dir(path), plainCause(err))
	}
	request.Files, request.Dir, request.Date = root.FS(), filepath.Base(path), date
	request.Templates, request.Profiles, request.Words = ownFolders(path, "templates"), ownFolders(path, "profiles"), ownFolders(path, "words")
	return request, nil
}

// ownFolders lists the unit's own folders called name: in the report's
// folder, the one above it, and the one above that. Like the report's, they
// are not left by links, nor are they links.
func ownFolders(path, name string) []fs.FS {
	var folders []fs.FS
	for range 3 {
		folder := filepath.Join(path, name)
		if info, err := os.Lstat(folder); err == nil && info.IsDir() {
			if root, err := os.OpenRoot(folder); err == nil {
				folders = append(folders, root.FS())
			}
		}
		path = filepath.Dir(path)
	}
	return folders
}

// fontFolders lists the unit's own folders of fonts, as ownFolders does, named
// from the report's folder.
func fontFolders(report string) []font.Folder {
	var folders []font.Folder
	path, name := absolute(report), "fonts"
	for range 3 {
		folder := filepath.Join(path, "fonts")
		if info, err := os.Stat(folder); err == nil && info.IsDir() {
			folders = append(folders, font.Folder{Name: name, Files: os.DirFS(folder)})
		}
		path, name = filepath.Dir(path), "../"+name
	}
	return folders
}

// sourceDate is the time that SOURCE_DATE_EPOCH gives, in seconds since 1970;
// the zero time when it is not set.
func sourceDate() (time.Time, error) {
	text := os.Getenv("SOURCE_DATE_EPOCH")
	if text == "" {
		return time.Time{}, nil
	}
	seconds, err := strconv.ParseInt(text, 10, 64)
	if err != nil || seconds < 0 {
		return time.Time{}, fmt.Errorf("SOURCE_DATE_EPOCH 不是秒数：%s", text)
	}
	return time.Unix(seconds, 0).UTC(), nil
}

// absolute is the absolute form of a path; the path itself when the working
// folder is gone, which later steps then report.
func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}

// joinPath names a file of a report from the working folder.
func joinPath(folder, file string) string { return filepath.Join(folder, filepath.FromSlash(file)) }

// plainCause gives the Chinese of the commonest causes, without the path that
// the message has already.
func plainCause(err error) error {
	var path *fs.PathError
	if cause := commonCause(err); cause != nil {
		return cause
	}
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}

// plainly is an error with its commonest causes in Chinese, behind what was
// being done.
func plainly(err error) error {
	cause := commonCause(err)
	if cause == nil {
		return err
	}
	doing, _, _ := strings.Cut(err.Error(), "：")
	return fmt.Errorf("%s：%w", doing, cause)
}

// commonCause names a cause that people meet; nil for any other.
func commonCause(err error) error {
	switch {
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return errors.New("没有权限，或是只读的")
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("不存在")
	case errors.Is(err, syscall.ENOSPC), runtime.GOOS == "windows" && errors.Is(err, errorDiskFull):
		return errors.New("磁盘满了")
	case errors.Is(err, filelock.ErrBusy):
		return filelock.ErrBusy
	}
	return nil
}

// errorDiskFull is ERROR_DISK_FULL of Windows.
const errorDiskFull = syscall.Errno(112)
