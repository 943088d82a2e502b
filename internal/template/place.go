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
	from, last := 0, diag.Pos{File: file, Line: 1, Col: 1} // the last place given: most come in order
	return func(offset int) diag.Pos {
		offset = min(max(offset, 0), len(text))
		if line := sort.SearchInts(starts, offset+1); line != last.Line || offset < from {
			from, last.Line, last.Col = starts[line-1], line, 1
		}
		last.Col += utf8.RuneCountInString(text[from:offset])
		from = offset
		return last
	}
}
