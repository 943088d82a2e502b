package chart

import (
	"banwen/internal/doc"
	"banwen/internal/style"

	"github.com/shopspring/decimal"
)

// frame is what an upright chart stands in: value axis at the left, a slot
// for each category along the bottom.
type frame struct {
	*drawing
	plot   box
	values scale // from bottom to top
}

// leastPlotShare is the least height left for the plot, in percent of the drawing.
const leastPlotShare = 36

// frame lays out header, value axis, gridlines and categories; with table a
// row of labels for each series stands below the categories.
func (d *drawing) frame(withTable bool) *frame {
	a := readAxis(d.chart)
	values, texts := a.ticks()
	f := &frame{drawing: d, plot: d.area}
	f.plot.top = d.header(!withTable) + d.em(80)
	for _, t := range texts {
		f.plot.left = max(f.plot.left, d.width(t))
	}
	var t table
	if withTable {
		t = d.newTable()
		f.plot.left = max(f.plot.left, t.heads)
	}
	f.plot.left += d.em(50)
	f.plot.right -= d.em(10)

	names, lines := f.names()
	f.plot.bottom -= style.Length(lines)*d.pitch + d.em(40) + t.height
	f.values = scale{low: a.min, high: a.max, from: f.plot.bottom, to: f.plot.top}
	if !withTable {
		f.leaveHeadroom()
	}
	if f.plot.height()*100 < d.area.height()*leastPlotShare {
		d.fail()
	}
	for i, v := range values {
		y := f.values.at(v)
		d.rule(f.plot.left, y, f.plot.right, y, GridColor, GridWidth)
		d.text(texts[i], f.plot.left-d.em(50), y, End)
	}
	for i, name := range names {
		d.lines(name, f.slot(i), f.plot.bottom+d.em(40)+d.pitch/2, Middle)
	}
	if withTable {
		f.drawTable(t)
	}
	return f
}

// leaveHeadroom lowers the plot where the label on the highest value would
// reach into the header.
func (f *frame) leaveHeadroom() {
	_, high, _ := extent(f.chart)
	need := f.em(130) - (f.values.at(high) - f.plot.top)
	if need > f.em(50) {
		f.plot.top += need - f.em(50)
		f.values.to = f.plot.top
	}
}

// names wraps the categories' names into their slots and gives the most lines one has.
func (f *frame) names() (names [][]string, lines int) {
	for _, category := range f.chart.Categories {
		name := f.wrap(category, f.slotWidth()-f.em(15))
		names = append(names, name)
		lines = max(lines, len(name))
	}
	return names, lines
}

func (f *frame) slotWidth() style.Length {
	return f.plot.width() / style.Length(len(f.chart.Categories))
}

// slot is the middle of a category's slot.
func (f *frame) slot(category int) style.Length {
	n := style.Length(len(f.chart.Categories))
	return f.plot.left + f.plot.width()*style.Length(2*category+1)/(2*n)
}

// baseline draws the line of 0 over the feet of the bars.
func (f *frame) baseline() {
	y := f.values.zero()
	f.rule(f.plot.left, y, f.plot.right, y, AxisColor, AxisWidth)
}

// labelBeyond sets a value's label beyond the end of its bar: over it, or under it
// for a negative value.
func (f *frame) labelBeyond(p doc.Point, v decimal.Decimal, x style.Length) {
	off := f.em(70)
	if v.IsNegative() {
		off = -off
	}
	f.label(p.Label, x, f.values.at(v)-off, Middle)
}
