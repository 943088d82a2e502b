package typeset

import (
	"banwen/internal/doc"
	"banwen/internal/style"
)

// nearness is the part of a line's pitch by which a chart, and the small
// print of a chart or table, keeps off the text.
const nearness = 5

// addRuns adds a text of its own, all of it on one page.
func (s *setter) addRuns(c column, runs []doc.Run) {
	first := len(s.boxes)
	s.addLines(&c, s.chars(c.node, span{s.columnFace(&c), runs}), 0)
	s.keepFrom(first)
}

// note adds the note under a chart or table, if there is one, on the same page.
func (s *setter) note(node string, runs []doc.Run) {
	if len(runs) == 0 {
		return
	}
	s.keepLast()
	first := len(s.boxes)
	s.addRuns(s.typeArea(s.profile.Note, node, Note), runs)
	s.shift(first, -s.profile.Note.Pitch/nearness)
}

// unit adds the line above a table that names the unit of its figures, if there is one.
func (s *setter) unit(t *doc.Table) {
	unit := t.UnitRuns()
	if len(unit) == 0 {
		return
	}
	c := s.typeArea(s.profile.Note, t.ID, Note)
	c.text.Align = style.Right
	first := len(s.boxes)
	s.addRuns(c, unit)
	s.keepLast()
	s.shift(first, s.profile.Note.Pitch/nearness)
}

// shift moves what stands in the boxes from first on, but not the boxes.
func (s *setter) shift(first int, down style.Length) {
	for i := first; i < len(s.boxes); i++ {
		for _, item := range s.boxes[i].items {
			moveDown(item, down)
		}
	}
}
