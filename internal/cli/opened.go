package cli

import (
	"os"
	"path/filepath"
)

// isOpened tells whether a document seems to be open in Word or WPS: beside it
// they keep a file whose name is ~$ and the document's, of which Word leaves
// out the first characters of a long one, or .~ and the document's.
func isOpened(path string) bool {
	folder, name := filepath.Split(path)
	candidates := []string{".~" + name, "~$" + name}
	runes := []rune(name)
	for cut := 1; cut <= 2 && cut < len(runes); cut++ {
		candidates = append(candidates, "~$"+string(runes[cut:]))
	}
	for _, c := range candidates {
		if _, err := os.Lstat(filepath.Join(folder, c)); err == nil {
			return true
		}
	}
	return false
}
