package typeset

import "banwen/internal/doc"

// Node ids of the parts that are no blocks; those who step through changes ask
// for that of the title.
const (
	TitleNode     = "title"
	addresseeNode = "addressee"
)

// front sets what stands before the text: red head, title, addressee. The
// text begins on the grid.
func (s *setter) front(d *doc.Document) {
	if d.Head != nil {
		s.head(d.Head)
	}
	lines := s.titleLines(d.Title, TitleNode)
	gap := s.profile.TitleGap(lines)
	if d.Addressee != "" {
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
	lines := t.Lines
	if len(lines) == 0 {
		lines = []string{t.Text}
	}
	first := len(s.boxes)
	c := s.typeArea(s.profile.TitleText, node, TitleText)
	if t.Marked != nil {
		lines = nil
		s.addLines(&c, s.chars(node, span{s.columnFace(&c), t.Marked}), 0)
	}
	for _, line := range lines {
		s.addLines(&c, s.chars(node, span{s.columnFace(&c), []doc.Run{{Text: line}}}), 0)
	}
	s.keepFrom(first)
	s.keepLastWeakly()
	return len(s.boxes) - first
}

// addressee sets 主送机关 flush left, on one page with the text (GB/T
// 9704-2012, 7.3.2).
func (s *setter) addressee(names string) {
	if names == "" {
		return
	}
	s.addText(s.typeArea(s.profile.Addressee, addresseeNode, AddresseeText), names)
	s.keepLastWeakly()
}
