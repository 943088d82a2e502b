package chart

import (
	"banwen/internal/doc"
	"banwen/internal/style"
)

// keyWidth is the width of what stands for a series in legends and tables.
func (d *drawing) keyWidth() style.Length {
	if d.chart.Kind == doc.Line {
		return d.em(220)
	}
	return d.em(80)
}

// key draws what stands for a series, its left end at x, its middle at y.
func (d *drawing) key(series int, x, y style.Length) {
	color := d.chart.Series[series].Color
	if d.chart.Kind == doc.Line {
		d.add(Line{Points: []Point{{x, y}, {x + d.keyWidth(), y}}, Color: color, Width: LineWidth, Dash: dash(series)})
		d.marker(series, Point{x + d.keyWidth()/2, y})
		return
	}
	half := d.em(40)
	d.add(Rect{X: x, Y: y - half, W: 2 * half, H: 2 * half, Fill: color, Stroke: OutlineColor, StrokeWidth: OutlineWidth})
}

// markerRadius is half the size of a point of a line.
const markerRadius = 5 * style.Pt / 2

// dash is the dash length of a line, so that lines differ without colour too.
func dash(series int) style.Length {
	return []style.Length{0, 4 * style.Pt, 0, 2 * style.Pt}[series%4]
}

// marker draws a point of a line: disc, square, triangle or diamond by series.
func (d *drawing) marker(series int, at Point) {
	const r = markerRadius
	var points []Point
	switch series % 4 {
	case 0:
		points = arc(at, r, 0, FullTurn)
	case 1:
		points = []Point{{at.X - r, at.Y - r}, {at.X + r, at.Y - r}, {at.X + r, at.Y + r}, {at.X - r, at.Y + r}}
	case 2:
		points = []Point{{at.X, at.Y - r*5/4}, {at.X + r*5/4, at.Y + r}, {at.X - r*5/4, at.Y + r}}
	default:
		points = []Point{{at.X, at.Y - r*5/4}, {at.X + r*5/4, at.Y}, {at.X, at.Y + r*5/4}, {at.X - r*5/4, at.Y}}
	}
	d.add(Polygon{Points: points, Fill: d.chart.Series[series].Color, Stroke: white, StrokeWidth: style.Pt / 2})
}
