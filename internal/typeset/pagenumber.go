package typeset

import (
	"strconv"

	"banwen/internal/doc"
	"banwen/internal/style"
)

// pageNumber sets a page's number: half-width digits, a dash each side, near
// the outer edge — right on odd pages, left on even ones (GB/T 9704-2012, 7.5)
// — or in the middle, where a unit has it so.
func (s *setter) pageNumber(n int) []Item {
	p := s.profile.Number
	text := strconv.Itoa(n)
	if p.Dashes {
		text = "— " + text + " —"
	}
	c := s.typeArea(p.Text, "", PageNumber)
	chars := s.chars("", span{s.columnFace(&c), []doc.Run{{Text: text}}})
	steps, width := s.advances(chars, 0)
	inside := style.Length(p.Inside) * p.Size
	x := c.left + inside
	switch {
	case p.Align == style.Center:
		x = c.left + (c.width-width)/2
	case n%2 == 1:
		x = c.left + c.width - inside - width
	}
	top := s.profile.Page.Top + s.profile.Page.TextHeight + p.Below
	return s.glyphRuns(&c, chars, steps, x, top+s.digitHeight(p.Text))
}

// digitHeight is how high the digits of a text stand: as high as capitals.
func (s *setter) digitHeight(t style.Text) style.Length {
	f, err := s.fonts.Font(t.Face)
	if err != nil {
		return t.Size * 7 / 10
	}
	return style.Length(f.Metrics().CapHeight) * t.Size / style.Length(f.UnitsPerEm())
}
