package live

import (
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
)

// stamp is what a file or folder looked like. It changes when a file's
// content, or a folder's list of data, does.
type stamp struct {
	looks string
	// sum is that of a file that had been written just before it was looked
	// at: its next version may have the same size and time.
	sum string
}

// recent is how long after a file was written its time may be that of another
// version: clocks of file systems go in steps, of up to two seconds (FAT).
const recent = 2 * time.Second

func stampOf(at string) stamp {
	info, err := os.Stat(at)
	s := stamp{looks: looks(at, info, err)}
	if err == nil && info.Mode().IsRegular() && time.Since(info.ModTime()).Abs() < recent {
		s.sum = sum(at)
	}
	return s
}

// holds tells whether a file or folder still is what it was.
func (s stamp) holds(at string) bool {
	info, err := os.Stat(at)
	return looks(at, info, err) == s.looks && (s.sum == "" || sum(at) == s.sum)
}

func looks(at string, info os.FileInfo, err error) string {
	switch {
	case err != nil:
		return ""
	case info.IsDir():
		return listing(at)
	default:
		return fmt.Sprint(info.Size(), " ", info.ModTime().UnixNano())
	}
}

// sum is that of a file's content.
func sum(at string) string {
	f, err := os.Open(at)
	if err != nil {
		return ""
	}
	defer f.Close() // it was only read
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return ""
	}
	return string(h.Sum(nil))
}

// listing are the names in a folder, but for those that editors and this
// program keep there for a while.
func listing(at string) string {
	entries, err := os.ReadDir(at)
	if err != nil {
		return ""
	}
	var b strings.Builder
	for _, e := range entries {
		if name := e.Name(); !strings.HasPrefix(name, ".") && !strings.HasSuffix(name, "~") {
			b.WriteString(name + "\n")
		}
	}
	return b.String()
}
