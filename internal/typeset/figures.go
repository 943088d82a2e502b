package typeset

import (
	"regexp"

	"banwen/internal/doc"
	"banwen/internal/style"
)

// figureCell is a cell that holds one figure: its whole part, what stands
// after the decimal point, and a sign or unit.
var figureCell = regexp.MustCompile(`^([+\-−－]?[0-9][0-9,]*)(\.[0-9]+)?([^0-9]*)$`)

// figureColumn says how the figures of a column stand: one under the other by
// their decimal point. The zero value is a column where they do not.
type figureColumn struct {
	before style.Length // the widest part before a point
	after  style.Length // the widest part from the point on, sign or unit included
}

func (f figureColumn) width() style.Length { return f.before + f.after }

// figureColumns finds the columns whose figures are to be aligned: those at
// the right edge that differ in their decimals and not in their unit.
func (s *setter) figureColumns(t *doc.Table, text style.Text) []figureColumn {
	columns := make([]figureColumn, len(t.Columns))
	for i, align := range t.Columns {
		if align == doc.AlignRight && differInDecimals(t.Rows, i) {
			columns[i] = s.figureColumn(t, text, i)
		}
	}
	return columns
}

func (s *setter) figureColumn(t *doc.Table, text style.Text, i int) figureColumn {
	var f figureColumn
	for _, row := range t.Rows {
		if i >= len(row) {
			continue
		}
		if before, after, ok := s.figureWidths(t.ID, text, row[i]); ok {
			f.before, f.after = max(f.before, before), max(f.after, after)
		}
	}
	return f
}

// differInDecimals tells whether the figures in column i have one unit and not
// all as many decimals.
func differInDecimals(rows [][]doc.Cell, i int) bool {
	var first []string
	differ := false
	for _, row := range rows {
		if i >= len(row) {
			continue
		}
		parts := figureCell.FindStringSubmatch(doc.Text(row[i].Runs))
		switch {
		case parts == nil:
		case first == nil:
			first = parts
		case parts[3] != first[3]:
			return false
		default:
			differ = differ || len(parts[2]) != len(first[2])
		}
	}
	return differ
}

// figureWidths gives how wide the two parts of a figure are; false where the
// cell holds none.
func (s *setter) figureWidths(node string, text style.Text, cell doc.Cell) (before, after style.Length, ok bool) {
	parts := figureCell.FindStringSubmatch(doc.Text(cell.Runs))
	if parts == nil {
		return 0, 0, false
	}
	before = s.naturalWidth(node, text, doc.Plain(parts[1]))
	return before, s.naturalWidth(node, text, doc.Plain(parts[0])) - before, true
}

// inset is how far the right edge of a figure in column i is from that of the
// column, whose text is width wide, so that the points stand under each other; 0 for other cells,
// and where the column has not the room.
func (s *setter) inset(g *tableGrid, i int, cell doc.Cell, width style.Length) style.Length {
	f := g.figures[i]
	if f.width() == 0 || f.width() > width {
		return 0
	}
	if _, after, ok := s.figureWidths(g.node, g.text, cell); ok {
		return f.after - after
	}
	return 0
}
