package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"unicode"
)

// outputFile is a file to be written.
type outputFile struct {
	path string
	data []byte
}

// writeFiles writes all files or none: each is written whole beside its place
// first, and only when all are on the disk are they renamed into place. Where
// one cannot be put there, those before it get their old content back.
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
	var replaced []outputFile
	for i, file := range files {
		old, readErr := os.ReadFile(file.path)
		if err := os.Rename(waiting[i], file.path); err != nil {
			return errors.Join(fmt.Errorf("不能写 %s（可能正在 WPS 或 Word 中打开，关闭后再试）：%w", file.path, plainCause(err)), restore(replaced))
		}
		if readErr != nil {
			old = nil
		}
		replaced = append(replaced, outputFile{path: file.path, data: old})
	}
	return nil
}

// restore puts back what files held; those without data were not there.
func restore(files []outputFile) (err error) {
	for _, file := range files {
		if file.data == nil {
			err = errors.Join(err, os.Remove(file.path))
			continue
		}
		name, writeErr := writeBeside(file)
		if writeErr == nil {
			writeErr = os.Rename(name, file.path)
		}
		err = errors.Join(err, writeErr)
	}
	return err
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

// reservedNames are the names of devices, which Windows takes for no file
// whatever their ending.
var reservedNames = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$`)

// fileName is a title as a file's name: the characters and names that Windows
// refuses left out, and short enough for every file system.
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
	name = strings.Trim(name, " .")
	if name == "" || reservedNames.MatchString(name) {
		return "报告" + name
	}
	return name
}
