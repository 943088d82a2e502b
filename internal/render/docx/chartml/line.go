package chartml

import (
	"banwen/internal/chart"
	"banwen/internal/render/docx/xml"
	"banwen/internal/style"

	"github.com/shopspring/decimal"
)

// Lines differ without colour too: by marker and by dash.
var (
	markers = []string{"circle", "square", "triangle", "diamond"}
	dashes  = []string{"solid", "dash", "solid", "sysDash"}
)

// markerSize is in points.
const markerSize = "5"

// lineChart is a line for each series, broken where a value is missing.
func (w *writer) lineChart() *xml.Node {
	n := xml.E("c:lineChart", nil, val("c:grouping", "standard"), val("c:varyColors", "0"))
	for i, s := range w.Series {
		labels := noLabels()
		if !w.arranged.table {
			labels = w.labels(i, w.pointLabels(i))
		}
		n.Add(xml.E("c:ser", nil, val("c:idx", integer(i)), val("c:order", integer(i)), w.name(i),
			xml.E("c:spPr", nil, xml.E("a:ln", xml.A("w", integer(int(chart.LineWidth)), "cap", "rnd"),
				solid(s.Color), val("a:prstDash", dashes[i%len(dashes)]), xml.E("a:round", nil))),
			xml.E("c:marker", nil, val("c:symbol", markers[i%len(markers)]), val("c:size", markerSize),
				xml.E("c:spPr", nil, solid(s.Color), stroke(white, chart.OutlineWidth, ""))),
			labels, w.categories(), w.cached(i), val("c:smooth", "0")))
	}
	n.Add(val("c:marker", "1"))
	n.Add(axisIDs()...)
	return n
}

// pointLabels are the labels of a line's points, above or below.
func (w *writer) pointLabels(column int) []label {
	labels := make([]label, len(w.Categories))
	for i := range min(len(labels), len(w.Series[column].Points)) {
		position := "t"
		if w.belongsBelow(column, i, w.arranged.plot.height()) {
			position = "b"
		}
		labels[i] = usualLabel(w.data.Columns[column].Cells[i], w.Series[column].Points[i].Label, "", position)
		labels[i].turn = w.arranged.turn
	}
	return labels
}

// belongsBelow says whether the label of a point stands better below it: of
// several lines at the lowest, of one in a valley; never where it would run
// into the names of the categories.
func (w *writer) belongsBelow(column, point int, height style.Length) bool {
	own, ok := w.value(column, point)
	if !ok || w.extent(own.String(), height) < w.em(160) {
		return false
	}
	lower := false
	if len(w.Series) > 1 {
		for other := range w.Series {
			v, ok := w.value(other, point)
			if !ok || other == column {
				continue
			}
			if v.LessThan(own) || v.Equal(own) && other > column {
				return false
			}
			lower = true
		}
		return lower
	}
	for _, beside := range []int{point - 1, point + 1} {
		v, ok := w.value(column, beside)
		if !ok {
			continue
		}
		if v.LessThanOrEqual(own) {
			return false
		}
		lower = true
	}
	return lower
}

// value is a point's value; false where there is none.
func (w *writer) value(column, point int) (decimal.Decimal, bool) {
	cells := w.data.Columns[column].Cells
	if point < 0 || point >= len(cells) {
		return decimal.Zero, false
	}
	v, err := decimal.NewFromString(cells[point].Value)
	return v, err == nil
}
