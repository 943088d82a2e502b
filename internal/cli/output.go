package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"
)

// outputFile is a file to be written.
type outputFile struct {
	path string
	data []byte
}

// writeFiles writes all files or none: each is written whole beside its place
// first, and only when all are on the disk are they renamed into place.
func writeFiles(files []outputFile) (err error) {
	waiting := make([]string, 0, len(files))
	defer func() {
		for _, name := range waiting {
			err = errors.Join(err, ignoreMissing(os.Remove(name)))
		}
	}()
	for _, file := range files {
		name, err := writeBeside(file)
		if err != nil {
			return err
		}
		waiting = append(waiting, name)
	}
	for i, file := range files {
		if err := os.Rename(waiting[i], file.path); err != nil {
			return fmt.Errorf("不能写 %s：%w", file.path, plainCause(err))
		}
	}
	return nil
}

// writeBeside writes a file under a temporary name in the folder it is for.
func writeBeside(file outputFile) (name string, err error) {
	folder := filepath.Dir(file.path)
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return "", fmt.Errorf("不能建文件夹 %s：%w", folder, plainCause(err))
	}
	f, err := os.CreateTemp(folder, ".banwen-*")
	if err != nil {
		return "", fmt.Errorf("不能写入文件夹 %s：%w", folder, plainCause(err))
	}
	_, err = f.Write(file.data)
	err = errors.Join(err, f.Chmod(0o644), f.Close())
	if err != nil {
		return "", errors.Join(fmt.Errorf("不能写 %s：%w", file.path, plainCause(err)), os.Remove(f.Name()))
	}
	return f.Name(), nil
}

func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// fileName is a title as a file's name: the characters that Windows refuses
// left out, and short enough for every file system.
func fileName(title string) string {
	name := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || strings.ContainsRune(`\/:*?"<>|`, r) {
			return -1
		}
		return r
	}, title)
	const limit = 240 // bytes; 255 less the ending
	for len(name) > limit {
		runes := []rune(name)
		name = string(runes[:len(runes)-1])
	}
	return strings.Trim(name, " .")
}
