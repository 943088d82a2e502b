package source

import (
	"fmt"
	"slices"
	"unicode/utf8"
)

// slip is a mistake in writing YAML, told better than a YAML parser can tell
// it. Line and col count from 1, in the file as it was typed.
type slip struct {
	line, col     int
	message, hint string
	// silent: YAML reads something else out of it without complaint, so it
	// counts even where the file parses.
	silent bool
}

// sheet is the lines of a file while they are scanned and mended.
type sheet struct {
	lines []string
	// added are the columns of the characters that mending put in, by line.
	// Each mend adds exactly one, so that places can be told for the file as
	// it was typed.
	added map[int][]int
	slips []slip
}

// slipf notes a slip at a byte offset of a line (from 0).
func (s *sheet) slipf(line, offset int, hint, format string, args ...any) {
	s.slips = append(s.slips, slip{
		line: line + 1, col: s.typed(line+1, s.column(line, offset)), hint: hint, message: fmt.Sprintf(format, args...),
	})
}

// silentf notes a slip that YAML would take for something else.
func (s *sheet) silentf(line, offset int, hint, format string, args ...any) {
	s.slipf(line, offset, hint, format, args...)
	s.slips[len(s.slips)-1].silent = true
}

// mend replaces the character at a byte offset of a line by two.
func (s *sheet) mend(line, offset int, by string) {
	text := s.lines[line]
	_, size := utf8.DecodeRuneInString(text[offset:])
	if s.added == nil {
		s.added = map[int][]int{}
	}
	s.added[line+1] = append(s.added[line+1], s.column(line, offset)+1)
	s.lines[line] = text[:offset] + by + text[offset+size:]
}

func (s *sheet) column(line, offset int) int {
	return utf8.RuneCountInString(s.lines[line][:offset]) + 1
}

// typed is the column in the file as it was typed.
func (s *sheet) typed(line, col int) int {
	if s == nil {
		return col
	}
	before := 0
	for _, c := range s.added[line] {
		if c <= col {
			before++
		}
	}
	return col - before
}

// hasSilent tells whether a slip counts even where the file parses.
func (s *sheet) hasSilent() bool {
	return slices.ContainsFunc(s.slips, func(p slip) bool { return p.silent })
}
