package typeset

import "banwen/internal/doc"

// paragraph sets a paragraph of body text.
func (s *setter) paragraph(p *doc.Paragraph) {
	c := s.typeArea(s.profile.Body, p.ID, BodyText)
	s.addLines(&c, s.chars(p.ID, span{s.columnFace(&c), doc.WithBreak(p.Runs, p.Break)}), 0)
}

// heading sets a heading with what follows it on the same line, and its bookmark.
func (s *setter) heading(h *doc.Heading) {
	text := s.profile.Headings[min(max(h.Level, 1), len(s.profile.Headings))-1].Text
	c := s.typeArea(text, h.ID, BodyText)
	words := s.columnFace(&c)
	chars := s.chars(h.ID,
		span{words, h.Words()},
		span{s.face(s.profile.Body.Face, text.Size), doc.WithBreak(h.Body, h.Break)})
	first := len(s.boxes)
	s.addLines(&c, chars, headingLength(chars, h))
	if first < len(s.boxes) {
		s.boxes[first].bookmark = s.bookmarkOf(h)
	}
}

// headingLength is how many of a heading's characters are the heading itself.
func headingLength(chars []char, h *doc.Heading) int {
	n := len(chars)
	for i := len(h.Body) - 1; i >= 0; i-- {
		for n > 0 && chars[n-1].run == &h.Body[i] {
			n--
		}
	}
	return n
}

// addLines adds a paragraph line by line. Lines with nothing but its first
// heading characters stay with what follows; a first or last line is never
// alone on a page.
func (s *setter) addLines(c *column, chars []char, heading int) {
	lines := s.breakColumn(c, chars)
	last := len(lines) - 1
	for i, e := range lines {
		s.add(box{
			height: c.text.Pitch,
			items:  s.setLine(c, chars[e.start:e.end], i == 0, i == last),
			keep:   e.end <= heading || i < last && (i == 0 || i == last-1),
		})
	}
}
