package chartml

import (
	"banwen/internal/chart"
	"banwen/internal/doc"
	"banwen/internal/render/docx/xml"
	"banwen/internal/style"
)

// columns are upright bars side by side with labels on top.
func (w *writer) columns() *xml.Node {
	n := xml.E("c:barChart", nil, val("c:barDir", "col"), val("c:grouping", "clustered"), val("c:varyColors", "0"))
	for i, s := range w.Series {
		labels := noLabels()
		if !w.arranged.table {
			labels = w.labels(i, w.endLabels(i, "", w.arranged.turn))
		}
		n.Add(w.bars(i, s.Color, labels))
	}
	series := style.Length(len(w.Series))
	free := w.arranged.slot - w.arranged.bar*series
	n.Add(val("c:gapWidth", gapWidth(free, w.arranged.bar)), val("c:overlap", "0"))
	n.Add(axisIDs()...)
	return n
}

// barShareOfRow is the percentage of a row that its lying bars take.
const barShareOfRow = 62

// lyingBars are ranked bars with labels, units and all, at their ends.
func (w *writer) lyingBars() *xml.Node {
	n := xml.E("c:barChart", nil, val("c:barDir", "bar"), val("c:grouping", "clustered"), val("c:varyColors", "0"))
	for i, s := range w.Series {
		n.Add(w.bars(i, s.Color, w.labels(i, w.endLabels(i, w.Unit, horizontal))))
	}
	thickest := w.em(150) * style.Length(len(w.Series))
	bars := min(w.arranged.slot*barShareOfRow/100, thickest)
	n.Add(val("c:gapWidth", gapWidth(w.arranged.slot-bars, bars/style.Length(len(w.Series)))), val("c:overlap", "0"))
	n.Add(axisIDs()...)
	return n
}

// endLabels are the labels at the ends of a series' bars.
func (w *writer) endLabels(column int, unit string, t turn) []label {
	labels := make([]label, len(w.Categories))
	for i := range min(len(labels), len(w.Series[column].Points)) {
		labels[i] = usualLabel(w.data.Columns[column].Cells[i], w.Series[column].Points[i].Label, unit, "outEnd")
		labels[i].turn = t
	}
	return labels
}

// bars is one series of bars.
func (w *writer) bars(column int, color string, labels *xml.Node) *xml.Node {
	return xml.E("c:ser", nil, val("c:idx", integer(column)), val("c:order", integer(column)), w.name(column),
		shape(color), val("c:invertIfNegative", "0"), labels, w.categories(), w.cached(column))
}

// gapWidth is the space between two groups of bars in percent of a bar.
func gapWidth(space, bar style.Length) string {
	const widest = 500 // ECMA-376 part 1, clause 21.2.3.16
	return integer(int(min(max(0, space*100/max(1, bar)), widest)))
}

// stacks are upright bars on top of each other with labels inside.
func (w *writer) stacks() *xml.Node {
	n := xml.E("c:barChart", nil, val("c:barDir", "col"), val("c:grouping", "stacked"), val("c:varyColors", "0"))
	inside := w.stackLabels()
	for i, s := range w.Series {
		labels := noLabels()
		if !w.arranged.table {
			labels = w.labels(i, inside[i])
		}
		n.Add(w.bars(i, s.Color, labels))
	}
	n.Add(val("c:gapWidth", gapWidth(w.arranged.slot-w.arranged.bar, w.arranged.bar)), val("c:overlap", "100"))
	n.Add(axisIDs()...)
	return n
}

// stackLabels are the labels in the segments of stacked bars, by series. A
// segment too low to hold its label has it beside it, by turns at the right
// and at the left, so that neighbours do not meet.
func (w *writer) stackLabels() [][]label {
	all := make([][]label, len(w.Series))
	for i := range all {
		all[i] = make([]label, len(w.Categories))
	}
	for category := range w.Categories {
		side := style.Length(1)
		for i, s := range w.Series {
			if category >= len(s.Points) {
				continue
			}
			p, l := s.Points[category], &all[i][category]
			*l = usualLabel(w.data.Columns[i].Cells[category], p.Label, "", "ctr")
			l.color = chart.TextOn(s.Color)
			if w.fitsInside(p, w.arranged) {
				continue
			}
			l.color = black
			l.right = side * (w.arranged.bar + w.wide(p.Label) + w.em(60)) / 2
			side = -side
		}
	}
	return all
}

// fitsInside says whether a point's label fits into its segment.
func (w *writer) fitsInside(p doc.Point, a arrangement) bool {
	high := w.extent(p.Value, a.plot.height())
	return p.Missing || high >= w.em(115) && w.wide(p.Label) <= a.bar
}

// totals is a line that is not seen, with the sums as labels above the bars.
func (w *writer) totals() *xml.Node {
	column := len(w.Series)
	sums := chart.Totals(w.Chart)
	labels := make([]label, len(w.Categories))
	for i := range labels {
		labels[i] = usualLabel(w.data.Columns[column].Cells[i], sums[i], "", "t")
	}
	list := w.labels(column, labels)
	if w.arranged.table {
		list = noLabels()
	}
	n := xml.E("c:lineChart", nil, val("c:grouping", "standard"), val("c:varyColors", "0"),
		xml.E("c:ser", nil, val("c:idx", integer(column)), val("c:order", integer(column)), w.name(column),
			invisible(), xml.E("c:marker", nil, val("c:symbol", "none")), list,
			w.categories(), w.cached(column), val("c:smooth", "0")),
		val("c:marker", "1"))
	n.Add(axisIDs()...)
	return n
}
