package main

import (
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Every test that docs/gbt9704.md names exists.
func TestClausesNameTestsThatExist(t *testing.T) {
	page, err := os.ReadFile("../gbt9704.md")
	require.NoError(t, err)
	var code strings.Builder
	root := os.DirFS("../..")
	require.NoError(t, fs.WalkDir(root, ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && (d.Name() == "node_modules" || d.Name() == ".git") {
			return fs.SkipDir
		}
		if err == nil && strings.HasSuffix(path, "_test.go") {
			data, err := fs.ReadFile(root, path)
			code.Write(data)
			return err
		}
		return err
	}))
	named := regexp.MustCompile("`(Test[A-Za-z0-9]+)`").FindAllStringSubmatch(string(page), -1)
	require.Greater(t, len(named), 30)
	for _, m := range named {
		require.Contains(t, code.String(), "func "+m[1]+"(", m[1])
	}
}
