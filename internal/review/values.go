package review

import (
	"slices"
	"strconv"
	"strings"

	"banwen/internal/doc"
)

// tableChanges are what has changed around a table, and in its cells.
func tableChanges(m *marking, a, b *doc.Table) ([]Piece, []Value) {
	around := piecesOf(m.texts(tableWords(a), tableWords(b)))
	var values []Value
	if len(a.Columns) != len(b.Columns) {
		values = append(values, Value{"", "列数", strconv.Itoa(len(a.Columns)), strconv.Itoa(len(b.Columns))})
	}
	values = append(values, rowValues("表头", a.Header, b.Header, b.Header)...)
	for _, r := range alignRows(a.Rows, b.Rows) {
		values = append(values, rowValues("", r.a, r.b, b.Header)...)
	}
	m.changed = m.changed || len(values) > 0
	return around, values
}

// tableWords are the texts around a table, in one line. Its number is not
// among them: it follows from the table's place.
func tableWords(t *doc.Table) []doc.Run { return oneLine(t.Title, doc.Text(t.UnitRuns()), t.Note) }

// oneLine is texts in one line; those that are empty are left out.
func oneLine(texts ...string) []doc.Run {
	texts = slices.DeleteFunc(texts, func(s string) bool { return s == "" })
	return doc.Plain(strings.Join(texts, "　"))
}

// rowValues are the cells of a row that have changed; a row without a name is
// called by its first cell.
func rowValues(name string, a, b, header []doc.Cell) []Value {
	var values []Value
	for i := range max(len(a), len(b)) {
		before, after := cellText(a, i), cellText(b, i)
		if before == after {
			continue
		}
		v := Value{Row: name, Column: cellText(header, i), Before: before, After: after}
		if v.Column == "" {
			v.Column = "第" + strconv.Itoa(i+1) + "列"
		}
		if v.Row == "" {
			if v.Row = cellText(b, 0); b == nil {
				v.Row = cellText(a, 0)
			}
		}
		values = append(values, v)
	}
	return values
}

func cellText(row []doc.Cell, i int) string {
	if i >= len(row) {
		return ""
	}
	return doc.Text(row[i].Runs)
}

// chartChanges are what has changed around a chart, and in its numbers.
func chartChanges(m *marking, a, b *doc.Chart) ([]Piece, []Value) {
	around := m.texts(oneLine(a.Title, a.Note), oneLine(b.Title, b.Note))
	was, order := chartValues(a)
	now, more := chartValues(b)
	var values []Value
	for _, at := range append(more, order...) {
		before, after := was[at], now[at]
		if before != after {
			values = append(values, Value{at.category, at.series, before, after})
			delete(was, at)
			delete(now, at)
		}
	}
	if a.Kind != b.Kind {
		values = append(values, Value{"", "类型", string(a.Kind), string(b.Kind)})
	}
	m.changed = m.changed || len(values) > 0
	return piecesOf(around), values
}

// chartPlace is where in a chart a value stands.
type chartPlace struct{ category, series string }

// chartValues are a chart's values as printed, and their order.
func chartValues(c *doc.Chart) (map[chartPlace]string, []chartPlace) {
	values := map[chartPlace]string{}
	var order []chartPlace
	for _, s := range c.Series {
		for i, p := range s.Points {
			if i < len(c.Categories) {
				at := chartPlace{category: c.Categories[i]}
				if len(c.Series) > 1 { // one row is called as the chart is
					at.series = s.Name
				}
				values[at] = p.Label
				order = append(order, at)
			}
		}
	}
	return values, order
}
