package typeset

import (
	"banwen/internal/doc"
	"banwen/internal/style"
)

// piece sets a text on one line, from x on, with the marks of what has changed
// in it; y is counted from the line's top.
func (s *setter) piece(c *column, runs []doc.Run, x style.Length) []Item {
	chars := s.chars(c.node, span{s.columnFace(c), runs})
	steps, _ := s.advances(chars, s.cell(c.text.Size))
	return s.withMarks(c, s.glyphRuns(c, chars, steps, x, baseline(c.text.Pitch, c.text.Size)))
}

// naturalWidth is how wide a text is on one line.
func (s *setter) naturalWidth(node string, t style.Text, runs []doc.Run) style.Length {
	face := s.face(t.Face, t.Size)
	_, width := s.advances(s.chars(node, span{face, runs}), s.cell(t.Size))
	return width
}
