package typeset

import (
	"banwen/internal/doc"
	"banwen/internal/style"
)

// imprint sets 版记 into one box at the foot of the last page, its last rule
// on the lower edge of the type area (GB/T 9704-2012, 7.4).
func (s *setter) imprint(m *doc.Imprint) {
	look := s.profile.Imprint
	b := box{foot: true, items: []Item{s.rule(doc.ImprintNode, 0, look.Outer, black)}}
	if len(m.CopyTo) > 0 {
		s.addCopyTo(&b, m)
		b.items = append(b.items, s.rule(doc.ImprintNode, b.height, look.Inner, black))
	}
	s.addIssuer(&b, m)
	b.items = append(b.items, s.rule(doc.ImprintNode, b.height, look.Outer, black))
	s.add(b)
}

// imprintColumn is the column of the imprint's text, look.Inside characters
// inside the type area on both sides (7.4.2, 7.4.3).
func (s *setter) imprintColumn() column {
	look := s.profile.Imprint
	c := s.typeArea(look.Text, doc.ImprintNode, ImprintText)
	inside := style.Length(look.Inside) * (look.Size + s.cell(look.Size))
	c.left += inside
	c.width -= 2 * inside
	return c
}

// addCopyTo sets 抄送; its later lines begin under the first character after
// the colon (7.4.2).
func (s *setter) addCopyTo(b *box, m *doc.Imprint) {
	word, organs := m.CopyToLine()
	c := s.imprintColumn()
	b.items = append(b.items, movedDown(s.piece(&c, word, c.left), b.height)...)
	hang := s.naturalWidth(doc.ImprintNode, c.text, word)
	c.left += hang
	c.width -= hang
	s.addImprintLines(b, &c, organs)
}

// addIssuer sets 印发机关 at the left and 印发日期 at the right, level with its
// last line (7.4.3).
func (s *setter) addIssuer(b *box, m *doc.Imprint) {
	c := s.imprintColumn()
	date := m.Issued()
	width := s.naturalWidth(doc.ImprintNode, c.text, date)
	right := c.left + c.width
	issuer := c
	issuer.width -= width + c.text.Size
	s.addImprintLines(b, &issuer, m.Issuer)
	b.items = append(b.items, movedDown(s.piece(&c, date, right-width), b.height-c.text.Pitch)...)
}

// addImprintLines adds a text to the imprint's box, a line under the other.
func (s *setter) addImprintLines(b *box, c *column, runs []doc.Run) {
	chars := s.chars(doc.ImprintNode, span{s.columnFace(c), runs})
	for i, e := range s.breakColumn(c, chars) {
		b.items = append(b.items, movedDown(s.setLine(c, chars[e.start:e.end], i == 0, true), b.height)...)
		b.height += c.text.Pitch
	}
}
