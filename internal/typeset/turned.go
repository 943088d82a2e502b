package typeset

import (
	"banwen/internal/doc"
	"banwen/internal/style"
)

// turnedArea is a sheet turned on its side, a quarter clockwise: what was its
// bottom margin is at the left.
func turnedArea(p style.Page) style.Page {
	return style.Page{
		Width: p.Height, Height: p.Width, Top: p.Left, Left: p.Bottom(),
		TextWidth: p.TextHeight, TextHeight: p.TextWidth,
	}
}

// turnedBoxes gives the boxes that set adds on a sheet turned on its side.
func (s *setter) turnedBoxes(set func()) []box {
	boxes, area, fresh := s.boxes, s.area, s.fresh
	s.boxes, s.area, s.fresh = nil, turnedArea(area), true
	set()
	turned := s.boxes
	s.boxes, s.area, s.fresh = boxes, area, fresh
	return turned
}

// wideTable sets a table on pages of its own, turned on their side, after the
// page that its place in the text is on (GB/T 9704-2012, 8): the text goes on,
// and no page is left white.
func (s *setter) wideTable(t *doc.Table) {
	turned := s.turnedBoxes(func() { s.table(t) })
	if n := len(s.boxes); n > 0 && !s.fresh {
		s.boxes[n-1].turned = append(s.boxes[n-1].turned, turned...)
		return
	}
	s.add(box{turned: turned})
}

// startsWide gives the wide table that blocks begin with.
func startsWide(blocks []doc.Block) (*doc.Table, bool) {
	if len(blocks) == 0 {
		return nil, false
	}
	t, ok := blocks[0].(*doc.Table)
	return t, ok && t.Wide
}
