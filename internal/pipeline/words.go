package pipeline

import (
	"errors"
	"io/fs"
	"strings"

	"banwen/internal/diag"
	"banwen/internal/proofread"
	"banwen/internal/source"
)

// shippedWords names the list of unwanted words in the binary.
const shippedWords = "default"

// loadWords loads a list of unwanted words (用词表) from the first of the
// unit's own folders that has it; default is also in the binary.
func loadWords(own []fs.FS, name source.Text) (proofread.WordList, diag.List) {
	var diags diag.List
	file := name.Value + ".txt"
	for _, folder := range own {
		data, err := fs.ReadFile(folder, file)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue
		case err != nil:
			diags.Errorf(name.Pos(), "", "用词表“%s”读不出来：%v", name.Value, err)
			return nil, diags
		}
		return proofread.ParseWords("words/"+file, data)
	}
	if name.Value == shippedWords {
		return proofread.ShippedWords(), nil
	}
	names := wordLists(own)
	hint := diag.NearestHint(name.Value, names)
	if hint == "" {
		hint = "有：" + strings.Join(names, "、")
	}
	diags.Errorf(name.Pos(), hint, "没有名为“%s”的用词表", name.Value)
	return nil, diags
}

// wordLists lists the names of all lists.
func wordLists(own []fs.FS) []string {
	names := []string{shippedWords}
	for _, folder := range own {
		files, err := fs.Glob(folder, "*.txt")
		if err != nil {
			continue // the pattern is a constant
		}
		for _, file := range files {
			names = append(names, strings.TrimSuffix(file, ".txt"))
		}
	}
	return names
}
