package chart

import (
	"banwen/internal/style"

	"github.com/shopspring/decimal"
)

// Proportions of a chart of lying bars.
const (
	widestNames = 38  // percent of the drawing for the names at the left
	thickestBar = 170 // percent of the text size
	rowGap      = 80  // between the bars of two rows, in percent of a bar
)

// drawBars draws lying bars: names at the left, labels at the bars' ends, no
// value axis.
func drawBars(d *drawing) {
	rows := d.area
	rows.top = d.barsHeader()
	names, lines := d.barNames()
	for _, name := range names {
		for _, line := range name {
			rows.left = max(rows.left, d.width(line))
		}
	}
	n := style.Length(len(d.chart.Categories))
	rowHeight := rows.height() / n
	if style.Length(lines)*d.pitch > rowHeight {
		d.fail()
	}
	for i, name := range names {
		middle := rows.top + rowHeight*style.Length(2*i+1)/2
		d.lines(name, rows.left, middle-style.Length(len(name)-1)*d.pitch/2, End)
	}
	rows.left += d.em(60)
	d.lyingBars(rows, rowHeight)
}

// barsHeader draws the legend; the unit stands with each label instead.
func (d *drawing) barsHeader() style.Length {
	rows := d.legendRows(d.area.width())
	if len(rows) == 0 {
		return 0
	}
	return d.legend(rows, d.size/2) + d.em(40)
}

func (d *drawing) barNames() (names [][]string, lines int) {
	for _, category := range d.chart.Categories {
		name := d.wrap(category, d.area.width()*widestNames/100)
		names = append(names, name)
		lines = max(lines, len(name))
	}
	return names, lines
}

func (d *drawing) lyingBars(rows box, rowHeight style.Length) {
	series := style.Length(len(d.chart.Series))
	thickness := min(rowHeight*100/(100*series+rowGap), d.em(thickestBar))
	if thickness < d.size && series > 1 || rowHeight < d.size {
		d.fail()
	}
	values := d.barScale(rows)
	zero := values.zero()
	for category := range d.chart.Categories {
		top := rows.top + rowHeight*style.Length(2*category+1)/2 - thickness*series/2
		for i, p := range column(d.chart, category) {
			y := top + thickness*style.Length(i)
			v, ok := value(p)
			end := values.at(v)
			if ok {
				d.bar(box{zero, y, end, y + thickness}, p.Color)
			}
			text := WithUnit(p, d.chart.Unit)
			if v.IsNegative() {
				d.label(text, end-d.labelGap(), y+thickness/2, End)
			} else {
				d.label(text, end+d.labelGap(), y+thickness/2, Start)
			}
		}
	}
	d.rule(zero, rows.top, zero, rows.bottom, AxisColor, AxisWidth)
}

// labelGap is the space between the end of a lying bar and its label.
func (d *drawing) labelGap() style.Length { return d.em(35) }

// barScale makes the bars as long as the labels at their ends allow. There is
// no axis to read, so nothing is gained by ending at a round value.
func (d *drawing) barScale(rows box) scale {
	low, high, _ := extent(d.chart)
	s := scale{low: low, high: high, from: rows.left, to: rows.right}
	if low.Equal(high) {
		s.high = s.low.Add(decimal.NewFromInt(1))
	}
	for _, row := range d.chart.Series {
		for _, p := range row.Points {
			if v, ok := value(p); ok && v.IsNegative() {
				s.from = max(s.from, rows.left+d.width(WithUnit(p, d.chart.Unit))+2*d.labelGap())
			}
		}
	}
	size := s.high.Sub(s.low)
	for _, row := range d.chart.Series {
		for _, p := range row.Points {
			v, ok := value(p)
			above := v.Sub(s.low)
			if !ok || v.IsNegative() || !above.IsPositive() {
				continue
			}
			room := rows.right - s.from - d.labelGap() - d.width(WithUnit(p, d.chart.Unit))
			longest := decimal.NewFromInt(int64(room)).Mul(size).Div(above).Floor()
			if longest.LessThan(decimal.NewFromInt(int64(s.to - s.from))) {
				s.to = s.from + style.Length(longest.IntPart())
			}
		}
	}
	if s.to-s.from < rows.width()/5 {
		d.fail()
	}
	return s
}
