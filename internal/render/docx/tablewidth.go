package docx

import (
	"banwen/internal/chart"
	"banwen/internal/doc"
	"banwen/internal/style"
)

// columnWidths shares the width of the type area it stands in among a table's columns:
// what each one's longest cell needs, and the rest evenly. Where there is too
// little, the wide columns give way.
func (f *file) columnWidths(t *doc.Table) []style.Length {
	n := len(t.Columns)
	if n == 0 {
		return nil
	}
	room := f.tablePage(t).TextWidth
	widths := make([]style.Length, n)
	total := style.Length(0)
	for i := range widths {
		widths[i] = f.columnNeed(t, i)
		total += widths[i]
	}
	if total > room {
		return squeezed(widths, room)
	}
	for i := range widths {
		widths[i] += (room - total) / style.Length(n)
	}
	return widths
}

// columnNeed is the width that a column's longest cell needs on one line.
func (f *file) columnNeed(t *doc.Table, column int) style.Length {
	cell := f.cell(f.profile.Table)
	need := cell // an empty column is seen
	for _, row := range append([][]doc.Cell{t.Header}, t.Rows...) {
		if column < len(row) {
			need = max(need, chart.EstimateWidth(doc.Text(row[column].Runs), "", cell))
		}
	}
	return need + 2*cellMargin
}

// squeezed cuts the widest columns down to one width, so that all fit.
func squeezed(widths []style.Length, room style.Length) []style.Length {
	left, columns := room, style.Length(len(widths))
	fits := make([]bool, len(widths))
	for again := true; again && columns > 0; {
		again = false
		for i, w := range widths {
			if !fits[i] && w <= left/columns {
				fits[i], again = true, true
				left -= w
				columns--
				break
			}
		}
	}
	for i := range widths {
		if !fits[i] {
			widths[i] = left / columns
		}
	}
	return widths
}
