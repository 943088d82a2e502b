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
	"banwen/internal/reports"
)

// openReport opens a report's folder on the disk.
func openReport(folder string) (pipeline.Request, error) {
	report, err := reports.OnDisk(folder)
	if err != nil {
		return pipeline.Request{}, plainly(err)
	}
	request := report.Request()
	request.Date, err = sourceDate()
	return request, err
}

// fontFolders lists the unit's own folders of fonts, named from the report's
// folder.
func fontFolders(folder string) []font.Folder {
	report, err := reports.OnDisk(folder)
	if err != nil {
		return nil
	}
	return report.FontFolders()
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
	case runtime.GOOS == "windows" && errors.Is(err, errorSharing):
		return errors.New("别的程序正在用它，关闭后再试")
	case errors.Is(err, filelock.ErrBusy):
		return filelock.ErrBusy
	}
	return nil
}

// ERROR_DISK_FULL and ERROR_SHARING_VIOLATION of Windows.
const (
	errorDiskFull = syscall.Errno(112)
	errorSharing  = syscall.Errno(32)
)
