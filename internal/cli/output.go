package cli

import (
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"unicode"

	"banwen/internal/fileset"
)

// writeFiles writes all files into a folder or none.
func writeFiles(folder string, files []fileset.File) error {
	err := fileset.Write(folder, files)
	var inUse fileset.ErrInUse
	if errors.As(err, &inUse) {
		return fmt.Errorf("不能写 %s（可能正在 WPS 或 Word 中打开，关闭后再试）：%w", filepath.Join(folder, inUse.Name), plainCause(inUse.Unwrap()))
	}
	return plainly(err)
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
