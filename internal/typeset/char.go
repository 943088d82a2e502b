package typeset

import (
	"unicode"

	"banwen/internal/doc"
)

// char is one character on its way into a line.
type char struct {
	glyph
	r      rune
	run    *doc.Run
	before boundary // what it is to break the line before it
}

// span is a stretch of a paragraph in one face.
type span struct {
	face *face
	runs []doc.Run
}

// chars reads spans into characters, finds where lines may break between
// them, and reports those that no font has. The slice is good until the next
// call.
func (s *setter) chars(node string, spans ...span) []char {
	s.buffer = s.buffer[:0]
	complete, mayBreak := true, false
	for _, sp := range spans {
		for i := range sp.runs {
			for _, r := range sp.runs[i].Text {
				if ignorable(r) {
					mayBreak = mayBreak || r == zeroWidthSpace
					continue
				}
				c := char{glyph: sp.face.glyph(r), r: r, run: &sp.runs[i], before: forbidden}
				if n := len(s.buffer); n > 0 {
					c.before = between(&s.buffer[n-1], &c)
				}
				if mayBreak && c.before == inWord {
					c.before = free
				}
				mayBreak = false
				complete = complete && c.found
				s.buffer = append(s.buffer, c)
			}
		}
	}
	if !complete {
		s.reportMissing(node, s.buffer)
	}
	joinNumbers(s.buffer)
	return s.buffer
}

// printable tells whether a character can have a picture at all; a tab is
// set as a space.
func printable(r rune) bool { return r == '\t' || !unicode.IsControl(r) }
