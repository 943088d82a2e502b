package chartml

import (
	"banwen/internal/chart"
	"banwen/internal/doc"
	"banwen/internal/render/docx/xml"
	"banwen/internal/style"

	"github.com/shopspring/decimal"
)

// The ids of a chart's axes.
const (
	categoryAxis = "1"
	valueAxis    = "2"
)

// axisIDs are the axes that bars or lines stand on.
func axisIDs() []*xml.Node {
	return []*xml.Node{val("c:axId", categoryAxis), val("c:axId", valueAxis)}
}

// axes are the two axes of a chart. Lying bars are ranked from the top and
// their values stand in the labels, without an axis.
func (w *writer) axes() []*xml.Node {
	if w.Kind == doc.Bar {
		return []*xml.Node{
			w.categoryAxis("maxMin", "l"),
			w.valueAxis("b", val("c:delete", "1")),
		}
	}
	return []*xml.Node{
		w.categoryAxis("minMax", "b"),
		w.valueAxis("l", val("c:delete", "0")),
	}
}

// categoryAxis is the axis of the categories, every one of them named, at the
// foot or the left also where bars are negative.
func (w *writer) categoryAxis(orientation, side string) *xml.Node {
	return xml.E("c:catAx", nil, val("c:axId", categoryAxis),
		xml.E("c:scaling", nil, val("c:orientation", orientation)),
		val("c:delete", "0"), val("c:axPos", side),
		xml.E("c:numFmt", xml.A("formatCode", "General", "sourceLinked", "0")),
		val("c:majorTickMark", "none"), val("c:minorTickMark", "none"), val("c:tickLblPos", "low"),
		xml.E("c:spPr", nil, stroke(chart.AxisColor, chart.AxisWidth, "")),
		w.textProperties(horizontal, black),
		val("c:crossAx", valueAxis), val("c:crosses", "autoZero"),
		val("c:auto", "0"), val("c:lblAlgn", "ctr"), val("c:lblOffset", "50"),
		val("c:tickLblSkip", "1"), val("c:noMultiLvlLbl", "1"))
}

// valueAxis is the axis of the values with faint lines, from the chart's
// least to its greatest value; the unit stands above it.
func (w *writer) valueAxis(side string, deleted *xml.Node) *xml.Node {
	scaling := xml.E("c:scaling", nil, val("c:orientation", "minMax"))
	code := "General"
	if w.Axis != nil {
		scaling.Add(val("c:max", w.Axis.Max), val("c:min", w.Axis.Min))
		code = decimals(places(w.Axis.Step))
	}
	axis := xml.E("c:valAx", nil, val("c:axId", valueAxis), scaling, deleted, val("c:axPos", side))
	if w.Kind != doc.Bar {
		axis.Add(xml.E("c:majorGridlines", nil, xml.E("c:spPr", nil, stroke(chart.GridColor, chart.GridWidth, ""))), w.unit())
	}
	axis.Add(xml.E("c:numFmt", xml.A("formatCode", code, "sourceLinked", "0")),
		val("c:majorTickMark", "none"), val("c:minorTickMark", "none"), val("c:tickLblPos", "low"),
		xml.E("c:spPr", nil, noLine()),
		w.textProperties(horizontal, black),
		val("c:crossAx", categoryAxis), val("c:crosses", "autoZero"), val("c:crossBetween", "between"))
	if w.Axis != nil {
		axis.Add(val("c:majorUnit", w.Axis.Step))
	}
	return axis
}

// unit is the value axis' title: the unit, in the chart's top left corner.
func (w *writer) unit() *xml.Node {
	if w.Unit == "" {
		return nil
	}
	return xml.E("c:title", nil, w.rich("单位："+w.Unit), w.at(0, 0), val("c:overlay", "1"))
}

// ticks are the texts of the least and the greatest value of the axis.
func (w *writer) ticks() []string {
	if w.Axis == nil {
		return nil
	}
	low, err1 := decimal.NewFromString(w.Axis.Min)
	high, err2 := decimal.NewFromString(w.Axis.Max)
	if err1 != nil || err2 != nil {
		return nil
	}
	n := places(w.Axis.Step)
	return []string{low.StringFixed(n), high.StringFixed(n)}
}

// places is how many decimals a number has.
func places(number string) int32 {
	d, err := decimal.NewFromString(number)
	if err != nil {
		return 0
	}
	return max(0, -d.Exponent())
}

// extent is how long a bar of a value is on a value axis that is so long.
func (w *writer) extent(value string, length style.Length) style.Length {
	v, err := decimal.NewFromString(value)
	if w.Axis == nil || err != nil {
		return 0
	}
	low, err1 := decimal.NewFromString(w.Axis.Min)
	high, err2 := decimal.NewFromString(w.Axis.Max)
	if err1 != nil || err2 != nil || !high.GreaterThan(low) {
		return 0
	}
	return style.Length(v.Mul(decimal.NewFromInt(int64(length))).DivRound(high.Sub(low), 0).IntPart())
}
