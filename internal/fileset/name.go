package fileset

import (
	"regexp"
	"strings"
	"unicode"
)

// reservedNames are the names of devices, which Windows takes for no file
// whatever their ending.
var reservedNames = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$`)

// Title is a title as a file's name: the characters and names that Windows
// refuses left out, and short enough for every file system.
func Title(title string) string {
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
