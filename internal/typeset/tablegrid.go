package typeset

import (
	"banwen/internal/chart"
	"banwen/internal/doc"
	"banwen/internal/style"
)

// tableGrid is where a table's columns stand.
type tableGrid struct {
	node    string
	text    style.Text
	edges   []style.Length // of the columns, from the paper's left edge; one more than columns
	aligned []style.Align
	figures []figureColumn
}

// tableGrid fits the columns of a table into the type area.
func (s *setter) tableGrid(t *doc.Table) *tableGrid {
	g := &tableGrid{node: t.ID, edges: []style.Length{s.area.Left}}
	var least []style.Length
	g.text, least = s.tableText(t)
	g.figures = s.figureColumns(t, g.text)
	widths := s.columnWidths(t, g.text)
	fitAbove(widths, least, s.area.TextWidth)
	for i, align := range t.Columns {
		g.edges = append(g.edges, g.edges[i]+widths[i])
		g.aligned = append(g.aligned, cellAlign(align))
	}
	return g
}

// columnWidths is how wide the columns would like to be.
func (s *setter) columnWidths(t *doc.Table, text style.Text) []style.Length {
	widths := make([]style.Length, len(t.Columns))
	for _, row := range tableRows(t) {
		for i := range min(len(row), len(widths)) {
			widths[i] = max(widths[i], s.cellWidth(t.ID, text, row[i]))
		}
	}
	for i, f := range s.figureColumns(t, text) {
		widths[i] = max(widths[i], f.width()+2*cellPadding)
	}
	return widths
}

// cellWidth is how wide a cell would like to be.
func (s *setter) cellWidth(node string, text style.Text, cell doc.Cell) style.Length {
	face := s.face(text.Face, text.Size)
	_, width := s.advances(s.chars(node, span{face, cell.Runs}), s.cell(face.size))
	return width + 2*cellPadding
}

// fitAbove makes widths add up to total, none of them less than what it must
// be at least, as long as there is room for that.
func fitAbove(widths, least []style.Length, total style.Length) {
	room := total - sum(least)
	if room < 0 {
		fitWidths(widths, total)
		return
	}
	for i := range widths {
		widths[i] = max(widths[i]-least[i], 0)
	}
	fitWidths(widths, room)
	for i := range widths {
		widths[i] += least[i]
	}
}

// fitWidths makes widths add up to total: what is left over goes to all
// columns alike; where there is too little, columns that need no more than
// an even share get what they need and the others share the rest.
func fitWidths(widths []style.Length, total style.Length) {
	fixed := make([]bool, len(widths))
	left, open := total, len(widths)
	for again := true; again; {
		again = false
		for i, w := range widths {
			if !fixed[i] && w*style.Length(open) <= left {
				fixed[i], again = true, true
				left -= w
				open--
			}
		}
	}
	shares := open
	if open == 0 {
		shares = len(widths)
	}
	for i := range widths {
		switch {
		case open == 0: // all have what they need: spread what is left over
			extra := left / style.Length(shares)
			widths[i] += extra
			left -= extra
			shares--
		case !fixed[i]:
			widths[i] = left / style.Length(shares)
			left -= widths[i]
			shares--
		}
	}
}

func cellAlign(a doc.Align) style.Align {
	switch a {
	case doc.AlignRight:
		return style.Right
	case doc.AlignCenter:
		return style.Center
	default:
		return style.Left
	}
}

// rules are the rules around the cells of a row.
func (g *tableGrid) rules(height style.Length) *Shapes {
	shapes := &Shapes{Node: g.node}
	left, right := g.edges[0], g.edges[len(g.edges)-1]
	line := func(x1, y1, x2, y2 style.Length) {
		shapes.Shapes = append(shapes.Shapes, chart.Line{
			Points: []chart.Point{{X: x1, Y: y1}, {X: x2, Y: y2}}, Color: black, Width: ruleWidth,
		})
	}
	line(left, 0, right, 0)
	line(left, height, right, height)
	for _, x := range g.edges {
		line(x, 0, x, height)
	}
	return shapes
}
