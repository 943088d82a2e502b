// Package chartml writes charts as native chart parts (DrawingML charts,
// ECMA-376 part 1, clause 21.2) that Word, WPS and LibreOffice draw and edit:
// every colour and face named, every value and label cached. Nothing is left
// to a program's own layout where that would differ between them.
package chartml

import (
	"strconv"

	"banwen/internal/doc"
	"banwen/internal/render/docx/sheet"
	"banwen/internal/render/docx/xml"
	"banwen/internal/style"
)

// Frame is what a chart is drawn in.
type Frame struct {
	Width, Height style.Length
	Face          string       // of every text
	Size          style.Length // of every text
	Workbook      string       // the relationship to the workbook with the chart's data
}

// Part writes a chart part, and gives the data that its workbook is to hold.
func Part(c *doc.Chart, f Frame) (*xml.Node, *sheet.Table) {
	w := &writer{Chart: c, Frame: f, data: table(c)}
	space := xml.E("c:chartSpace", xml.A(
		"xmlns:c", "http://schemas.openxmlformats.org/drawingml/2006/chart",
		"xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main",
		"xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
		val("c:date1904", "0"),
		val("c:lang", "zh-CN"),
		val("c:roundedCorners", "0"),
		w.chart(),
		xml.E("c:spPr", nil, noFill(), noLine()),
		w.textProperties(horizontal, black),
		xml.E("c:externalData", xml.A("r:id", f.Workbook), val("c:autoUpdate", "0")))
	return space, w.data
}

// writer writes one chart.
type writer struct {
	*doc.Chart
	Frame
	data     *sheet.Table
	arranged arrangement // of a chart with axes
}

// chart is the chart without what surrounds it.
func (w *writer) chart() *xml.Node {
	var title *xml.Node
	var plot *xml.Node
	switch {
	case len(w.Series) == 0:
		plot = xml.E("c:plotArea", nil, xml.E("c:layout", nil))
	case w.Kind == doc.Pie || w.Kind == doc.Doughnut:
		title, plot = w.roundTitle(), w.round()
	default:
		w.arranged = w.arrange()
		plot = w.upright()
	}
	return xml.E("c:chart", nil,
		title,
		val("c:autoTitleDeleted", boolean(title == nil)),
		plot,
		w.legend(),
		val("c:plotVisOnly", "1"),
		val("c:dispBlanksAs", "gap"))
}

// legend names the series where there is more than one; totals are not named.
func (w *writer) legend() *xml.Node {
	if len(w.Series) < 2 {
		return nil
	}
	legend := xml.E("c:legend", nil, val("c:legendPos", "b"))
	if w.hasTotals() {
		legend.Add(xml.E("c:legendEntry", nil, val("c:idx", integer(len(w.Series))), val("c:delete", "1")))
	}
	legend.Add(val("c:overlay", "0"), w.textProperties(horizontal, black))
	return legend
}

// val is an element with a value.
func val(name, value string) *xml.Node { return xml.E(name, xml.A("val", value)) }

func integer(n int) string { return strconv.Itoa(n) }

func boolean(b bool) string {
	if b {
		return "1"
	}
	return "0"
}
