package template

import (
	"sort"
	"unicode/utf8"

	"banwen/internal/diag"
)

// Place gives the place in a file of a byte offset into a text.
type Place func(offset int) diag.Pos

// FilePlace is the Place for a text that is the whole of a file.
func FilePlace(file, text string) Place {
	starts := []int{0}
	for i := range len(text) {
		if text[i] == '\n' {
			starts = append(starts, i+1)
		}
	}
	return func(offset int) diag.Pos {
		offset = min(max(offset, 0), len(text))
		line := sort.SearchInts(starts, offset+1)
		return diag.Pos{File: file, Line: line, Col: utf8.RuneCountInString(text[starts[line-1]:offset]) + 1}
	}
}
