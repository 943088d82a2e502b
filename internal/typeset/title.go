package typeset

import "banwen/internal/doc"

// titleNode is the node id of the title's runs.
const titleNode = "title"

// title sets the title, its lines as they are given, and the space under it.
func (s *setter) title(t doc.Title) {
	lines := t.Lines
	if len(lines) == 0 {
		lines = []string{t.Text}
	}
	c := s.typeArea(s.profile.TitleText, titleNode, TitleText)
	for _, line := range lines {
		s.addLines(&c, s.chars(titleNode, span{s.columnFace(&c), []doc.Run{{Text: line}}}), 0)
	}
	n := len(s.boxes)
	for i := range s.boxes {
		s.boxes[i].keep = true
	}
	if n > 0 {
		s.boxes[n-1].height += s.profile.TitleGap(n)
	}
}
