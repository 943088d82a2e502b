package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"banwen/internal/render/docx/reference"
)

// readReference reads the file that --reference names, and tells of what it
// has that is not taken over; nil where none is named.
func readReference(name string, stderr io.Writer) (*reference.Reference, error) {
	if name == "" {
		return nil, nil
	}
	file, err := os.Open(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("没有文件 %s", name)
	case err != nil:
		return nil, fmt.Errorf("不能打开 %s：%w", name, plainCause(err))
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, reference.MaxFile+1))
	if err != nil {
		return nil, fmt.Errorf("%s 读不出来：%w", name, plainCause(err))
	}
	like, err := reference.Read(data)
	if err != nil {
		return nil, fmt.Errorf("参考文件 %s 不能用：%w", name, err)
	}
	for _, what := range like.Left {
		fmt.Fprintf(stderr, "警告：参考文件 %s %s没有带过来\n", name, what)
	}
	return like, nil
}
