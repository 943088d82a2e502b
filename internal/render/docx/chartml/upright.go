package chartml

import (
	"banwen/internal/chart"
	"banwen/internal/doc"
	"banwen/internal/render/docx/xml"
)

// upright is the plot of a chart with axes.
func (w *writer) upright() *xml.Node {
	area := xml.E("c:plotArea", nil, w.inner(w.arranged.plot))
	switch w.Kind {
	case doc.Bar:
		area.Add(w.lyingBars())
	case doc.StackedColumn:
		area.Add(w.stacks())
		if w.hasTotals() {
			area.Add(w.totals())
		}
	case doc.Line:
		area.Add(w.lineChart())
	default:
		area.Add(w.columns())
	}
	area.Add(w.axes()...)
	if w.arranged.table {
		area.Add(w.dataTable())
	}
	area.Add(invisible())
	return area
}

// dataTable stands below the categories. It leaves the legend to the chart:
// LibreOffice before 7.5 does not draw the table.
func (w *writer) dataTable() *xml.Node {
	return xml.E("c:dTable", nil, val("c:showHorzBorder", "1"), val("c:showVertBorder", "0"),
		val("c:showOutline", "0"), val("c:showKeys", "0"),
		xml.E("c:spPr", nil, stroke(chart.GridColor, chart.GridWidth, "")), w.textProperties(horizontal, black))
}
