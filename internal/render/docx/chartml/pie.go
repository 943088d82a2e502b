package chartml

import (
	"strings"

	"banwen/internal/chart"
	"banwen/internal/doc"
	"banwen/internal/render/docx/xml"
	"banwen/internal/style"
)

// round is the plot of a pie or doughnut.
func (w *writer) round() *xml.Node {
	center, radius := w.circle()
	name := "c:pieChart"
	if w.Kind == doc.Doughnut {
		name = "c:doughnutChart"
	}
	slices := xml.E("c:ser", nil, val("c:idx", "0"), val("c:order", "0"), w.name(0))
	for i := range w.Categories {
		if i < len(w.Series[0].Points) {
			slices.Add(xml.E("c:dPt", nil, val("c:idx", integer(i)), val("c:bubble3D", "0"), shape(w.Series[0].Points[i].Color)))
		}
	}
	slices.Add(w.labels(0, w.sliceLabels(center, radius)), w.categories(), w.cached(0))
	n := xml.E(name, nil, val("c:varyColors", "1"), slices, val("c:firstSliceAng", "0"))
	if w.Kind == doc.Doughnut {
		n.Add(val("c:holeSize", integer(chart.HoleShare)))
	}
	return xml.E("c:plotArea", nil, w.inner(box{
		left: center.X - radius, top: center.Y - radius, right: center.X + radius, bottom: center.Y + radius,
	}), n, invisible())
}

// circle is the place of a pie: in the middle, with room for the labels at
// both sides.
func (w *writer) circle() (center chart.Point, radius style.Length) {
	high, beside := w.Height, style.Length(0)
	if w.missingSlices() != "" {
		high -= w.em(130)
	}
	for i := range min(len(w.Categories), len(w.Series[0].Points)) {
		beside = max(beside, w.widest(splitLines(w.sliceLines(i))))
	}
	radius = min(high/2-w.em(110), w.Width/2-beside-w.em(200))
	return chart.Point{X: w.Width / 2, Y: high / 2}, max(radius, w.em(300))
}

// roundTitle is a chart's title where a pie needs one: a doughnut's sum in
// its hole, or else what is missing, at the foot.
func (w *writer) roundTitle() *xml.Node {
	center, _ := w.circle()
	if text := w.missingSlices(); text != "" {
		x := max(0, (w.Width-w.wide(text))/2)
		return xml.E("c:title", nil, w.rich(text), w.at(x, w.Height-w.em(130)), val("c:overlay", "1"))
	}
	sums := chart.Totals(w.Chart)
	if len(sums) == 0 || sums[0] == "" {
		return nil
	}
	return xml.E("c:title", nil, w.rich(sums[0]),
		w.at(center.X-w.wide(sums[0])/2, center.Y-w.em(60)), val("c:overlay", "1"))
}

// missingSlices names the slices whose values are not known.
func (w *writer) missingSlices() string {
	var labels []string
	for _, p := range w.Series[0].Points {
		if p.Missing && p.Label != "" {
			labels = append(labels, p.Label)
		}
	}
	return strings.Join(labels, "；")
}
