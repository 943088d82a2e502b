package cli

import (
	"errors"
	"fmt"
	"path/filepath"

	"banwen/internal/fileset"
)

// writeFiles writes all files into a folder or none.
func writeFiles(folder string, files []fileset.File) error {
	return writeError(folder, fileset.Write(folder, files))
}

// writeError words why files could not be written into a folder.
func writeError(folder string, err error) error {
	var inUse fileset.ErrInUse
	if errors.As(err, &inUse) {
		return fmt.Errorf("不能写 %s（可能正在 WPS 或 Word 中打开，关闭后再试）：%w", filepath.Join(folder, inUse.Name), plainCause(inUse.Unwrap()))
	}
	return plainly(err)
}
