package cli

import (
	"banwen/internal/live"
	"banwen/internal/source"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// openAll opens the reports. What is wrong in their files is told by the page.
func openAll(folders []string) ([]*live.Report, error) {
	if err := apart(folders); err != nil {
		return nil, err
	}
	var all []*live.Report
	for _, folder := range folders {
		report, err := live.Open(folder)
		if err != nil {
			return nil, plainly(err)
		}
		if _, err := os.Stat(filepath.Join(folder, source.ReportFile)); errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("%s 里没有 %s；请写报告所在的文件夹", folder, source.ReportFile)
		}
		all = append(all, report)
	}
	return all, nil
}

// apart tells whether each folder is named once and none lies in another.
func apart(folders []string) error {
	for i, folder := range folders {
		for _, other := range folders[:i] {
			a, b := realPath(folder), realPath(other)
			switch {
			case a == b:
				return fmt.Errorf("报告文件夹写了两次：%s 和 %s 是同一个", other, folder)
			case isBelow(a, b):
				return fmt.Errorf("%s 在 %s 里面；只写其中一个", folder, other)
			case isBelow(b, a):
				return fmt.Errorf("%s 在 %s 里面；只写其中一个", other, folder)
			}
		}
	}
	return nil
}

// realPath is a path without links, where there is something.
func realPath(path string) string {
	if real, err := filepath.EvalSymlinks(absolute(path)); err == nil {
		return real
	}
	return absolute(path)
}

func isBelow(path, folder string) bool {
	rel, err := filepath.Rel(folder, path)
	return err == nil && rel != "." && filepath.IsLocal(rel)
}
