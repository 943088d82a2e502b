package typeset

import (
	"banwen/internal/doc"
	"banwen/internal/style"
)

// The looks of a table; no standard gives them.
const (
	ruleWidth   = style.Pt / 2
	cellPadding = 3 * style.Mm / 2 // between a rule and the text, on both sides
)

// table sets a table: caption and unit above, rows between rules, note below.
// Its header stands again on every page.
func (s *setter) table(t *doc.Table) {
	if caption := t.CaptionRuns(); len(caption) > 0 {
		s.addRuns(s.typeArea(s.profile.Caption, t.ID, Caption), caption)
		s.keepLast()
	}
	s.unit(t)
	g := s.tableGrid(t)
	var header *box
	if len(t.Header) > 0 {
		header = s.addHeader(g, t.Header)
	}
	first := len(s.boxes)
	for _, row := range t.Rows {
		s.addRow(g, row, header)
	}
	s.keepShort(first)
	s.note(t.ID, t.NoteRuns())
}

// keepShort keeps the rows from first on together when they are few enough
// that nobody expects them on two pages.
func (s *setter) keepShort(first int) {
	height := style.Length(0)
	for i := first; i < len(s.boxes); i++ {
		height += s.boxes[i].height
	}
	if height > s.area.TextHeight/3 {
		return
	}
	s.keepFrom(first)
}

// addHeader adds the header and gives a copy to stand on later pages; nil
// when it is too high to be repeated.
func (s *setter) addHeader(g *tableGrid, cells []doc.Cell) *box {
	centred := *g
	centred.aligned = make([]style.Align, len(g.aligned))
	centred.figures = make([]figureColumn, len(g.figures))
	for i := range centred.aligned {
		centred.aligned[i] = style.Center
	}
	first := len(s.boxes)
	s.addRow(&centred, cells, nil)
	s.keepLast()
	if header := s.boxes[first]; len(s.boxes) == first+1 && header.height <= s.area.TextHeight/3 {
		again := box{height: header.height}
		for _, item := range header.items {
			again.items = append(again.items, copyOf(item))
		}
		return &again
	}
	return nil
}

// addRow adds a row; one that is higher than a page is split between lines.
func (s *setter) addRow(g *tableGrid, cells []doc.Cell, header *box) {
	pitch := g.text.Pitch
	room := s.area.TextHeight
	if header != nil {
		room -= header.height
	}
	most := int(max(1, room/pitch))
	columns := make([][][]Item, len(g.aligned))
	lines := 1
	for i := range min(len(cells), len(columns)) {
		columns[i] = s.cellLines(g, i, cells[i])
		lines = max(lines, len(columns[i]))
	}
	for from := 0; from < lines; from += most {
		count := min(most, lines-from)
		b := box{height: style.Length(count) * pitch, repeat: header}
		for _, column := range columns {
			part := column[min(from, len(column)):min(from+count, len(column))]
			top := style.Length(count-len(part)) * pitch / 2
			for n, items := range part {
				for _, item := range items {
					moveDown(item, top+style.Length(n)*pitch)
				}
				b.items = append(b.items, items...)
			}
		}
		b.items = append(b.items, g.rules(b.height))
		s.add(b)
	}
}

// cellLines sets the text of a cell in column i, line by line.
func (s *setter) cellLines(g *tableGrid, i int, cell doc.Cell) [][]Item {
	c := s.typeArea(g.text, g.node, TableText)
	c.text.Align = g.aligned[i]
	c.left = g.edges[i] + cellPadding
	c.width = g.edges[i+1] - g.edges[i] - 2*cellPadding
	c.width -= s.inset(g, i, cell, c.width)
	chars := s.chars(g.node, span{s.columnFace(&c), cell.Runs})
	var lines [][]Item
	for n, e := range s.breakColumn(&c, chars) {
		lines = append(lines, s.setLine(&c, chars[e.start:e.end], n == 0, true))
	}
	return lines
}
