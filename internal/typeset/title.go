package typeset

import "banwen/internal/doc"

// front sets what stands before the text: red head, title, addressee. The
// text begins on the grid.
func (s *setter) front(d *doc.Document) {
	if d.Head != nil {
		s.head(d.Head)
	}
	lines := s.titleLines(d.Title, doc.TitleNode)
	gap := s.profile.TitleGap(lines)
	if len(d.Addressee) > 0 {
		gap = s.profile.Grid.Pitch // 7.3.2
	}
	if lines > 0 {
		s.boxes[len(s.boxes)-1].height += gap
	}
	if d.Head != nil {
		s.alignHead()
	}
	s.addressee(d.Addressee)
}

// titleLines sets the lines of a title as they are given, on one page with
// what follows, and tells how many they are.
func (s *setter) titleLines(t doc.Title, node string) int {
	first := len(s.boxes)
	c := s.typeArea(s.profile.TitleText, node, TitleText)
	for _, line := range t.LineRuns() {
		s.titleLine(c, line)
	}
	s.keepFrom(first)
	s.keepLastWeakly()
	return len(s.boxes) - first
}

// titleLine sets a line of a title. One that is too wide because it shows what
// is gone and what is new becomes lines as narrow as their number allows.
func (s *setter) titleLine(c column, runs []doc.Run) {
	chars := s.chars(c.node, span{s.columnFace(&c), runs})
	if count := len(s.breakColumn(&c, chars)); count > 1 && doc.IsChanged(runs) {
		for narrow := c; len(s.breakColumn(&narrow, chars)) == count; narrow = narrower(narrow) {
			c = narrow
		}
	}
	s.addLines(&c, chars, 0)
}

// narrower is a column with half a character less on both sides.
func narrower(c column) column {
	c.left += c.text.Size / 2
	c.width -= c.text.Size
	return c
}

// addressee sets 主送机关 flush left, on one page with the text (GB/T
// 9704-2012, 7.3.2).
func (s *setter) addressee(names []doc.Run) {
	if len(names) == 0 {
		return
	}
	s.addRuns(s.typeArea(s.profile.Addressee, doc.AddresseeNode, AddresseeText), names)
	s.keepLastWeakly()
}
