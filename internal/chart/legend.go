package chart

import "banwen/internal/style"

// legendEntry is one series in the legend: its key (a swatch or a piece of line) and its name.
func (d *drawing) legendEntry(series int, x, y style.Length) {
	d.key(series, x, y)
	d.text(d.chart.Series[series].Name, x+d.keyWidth()+d.em(40), y, Start)
}

func (d *drawing) legendWidth(series int) style.Length {
	return d.keyWidth() + d.em(40) + d.width(d.chart.Series[series].Name)
}

// legendRows puts the series on rows no wider than width; the last row's
// width may be less.
func (d *drawing) legendRows(width style.Length) [][]int {
	if len(d.chart.Series) < 2 {
		return nil
	}
	var rows [][]int
	used := width + 1
	for i := range d.chart.Series {
		w := d.legendWidth(i)
		if used+d.legendGap()+w > width {
			rows, used = append(rows, nil), 0
		} else {
			used += d.legendGap()
		}
		last := len(rows) - 1
		rows[last] = append(rows[last], i)
		used += w
	}
	return rows
}

func (d *drawing) rowWidth(row []int) style.Length {
	total := style.Length(len(row)-1) * d.legendGap()
	for _, i := range row {
		total += d.legendWidth(i)
	}
	return total
}

func (d *drawing) legendGap() style.Length { return d.em(150) }

// header draws the unit at the top left and, withLegend, the legend at the top
// right, on one line where both have room, and gives its bottom edge.
func (d *drawing) header(withLegend bool) style.Length {
	unit := ""
	if d.chart.Unit != "" {
		unit = "单位：" + d.chart.Unit
	}
	var rows [][]int
	if withLegend {
		rows = d.legendRows(d.area.width())
	}
	y := d.size / 2
	if unit != "" {
		d.text(unit, 0, y, Start)
		beside := len(rows) == 1 && d.rowWidth(rows[0])+d.width(unit)+d.em(200) <= d.area.width()
		if len(rows) > 0 && !beside {
			y += d.headerPitch()
		}
	}
	switch {
	case len(rows) > 0:
		return d.legend(rows, y)
	case unit != "":
		return d.size
	}
	return 0
}

// legend draws rows of series at the right, the first with its middle at y,
// and gives the bottom edge.
func (d *drawing) legend(rows [][]int, y style.Length) style.Length {
	for i, row := range rows {
		if i > 0 {
			y += d.headerPitch()
		}
		x := d.area.right - d.rowWidth(row)
		for _, series := range row {
			d.legendEntry(series, x, y)
			x += d.legendWidth(series) + d.legendGap()
		}
	}
	return y + d.size/2
}

func (d *drawing) headerPitch() style.Length { return d.em(130) }
