package chart

import "banwen/internal/style"

// drawLines draws a line for each series with the labels at its points.
func drawLines(d *drawing) {
	f := d.frame(false)
	f.baseline()
	lines := f.polylines()
	for i, points := range lines {
		f.line(i, points)
	}
	for i, points := range lines {
		f.pointLabels(i, points)
	}
}

// drawLinesWithTable draws the lines with the labels in a table below.
func drawLinesWithTable(d *drawing) {
	f := d.frame(true)
	f.baseline()
	for i, points := range f.polylines() {
		f.line(i, points)
	}
}

// linePoint is the place of one value of a line; a missing one has none.
type linePoint struct {
	Point
	known bool
}

// polylines places the points of every series.
func (f *frame) polylines() [][]linePoint {
	lines := make([][]linePoint, len(f.chart.Series))
	for i, s := range f.chart.Series {
		for category, p := range s.Points[:min(len(s.Points), len(f.chart.Categories))] {
			v, ok := value(p)
			lines[i] = append(lines[i], linePoint{Point{f.slot(category), f.values.at(v)}, ok})
		}
	}
	return lines
}

// line draws one series: stretches of line between the gaps, a marker at each point.
func (f *frame) line(series int, points []linePoint) {
	color := f.chart.Series[series].Color
	var stretch []Point
	flush := func() {
		if len(stretch) > 1 {
			f.add(Line{Points: stretch, Color: color, Width: LineWidth, Dash: dash(series)})
		}
		stretch = nil
	}
	for i, p := range points {
		if !p.known {
			flush()
			continue
		}
		if len(stretch) > 0 {
			f.markSegment(points[i-1].Point, p.Point)
		}
		stretch = append(stretch, p.Point)
	}
	flush()
	for _, p := range points {
		if p.known {
			f.marker(series, p.Point)
			f.marks = append(f.marks, around(p.Point, markerRadius))
		}
	}
}

// markSegment keeps labels off a stretch of line, as a row of small boxes along it.
func (f *frame) markSegment(a, b Point) {
	const parts = 24
	at := func(i style.Length) Point {
		return Point{a.X + (b.X-a.X)*i/parts, a.Y + (b.Y-a.Y)*i/parts}
	}
	for i := range style.Length(parts) {
		p, q := at(i), at(i+1)
		f.marks = append(f.marks, box{p.X, p.Y, q.X, q.Y}.ordered().around(LineWidth/2))
	}
}

// pointLabels sets the labels of one series at the first free place of each
// point: above it, below it, or farther off. A label in a valley is tried below first.
func (f *frame) pointLabels(series int, points []linePoint) {
	for i, p := range points {
		label := f.chart.Series[series].Points[i].Label
		if label == "" {
			continue
		}
		if !p.known {
			f.label(label, p.X, f.values.zero()-f.em(70), Middle)
			continue
		}
		f.label(label, p.X, f.freePlace(label, p.Point, isValley(points, i)), Middle)
	}
}

// freePlace is the middle of the first place near a point where its label covers nothing.
func (f *frame) freePlace(label string, at Point, valley bool) style.Length {
	near, far := f.em(75)+markerRadius/2, f.em(120)+markerRadius/2
	offsets := []style.Length{-near, near, -far, far}
	if valley {
		offsets = []style.Length{near, -near, far, -far}
	}
	room := f.plot
	room.top -= f.em(60)
	for _, off := range offsets {
		b := f.textBox(label, at.X, at.Y+off, Middle)
		if room.holds(b.wider(-b.width()/2)) && !meetsAny(b, f.marks) && !meetsAny(b.wider(f.em(15)), f.texts) {
			return at.Y + off
		}
	}
	return at.Y + offsets[0]
}

// isValley says whether a point is lower than the known points beside it.
func isValley(points []linePoint, i int) bool {
	lower := false
	for _, j := range []int{i - 1, i + 1} {
		if j < 0 || j >= len(points) || !points[j].known {
			continue
		}
		if points[j].Y >= points[i].Y {
			return false
		}
		lower = true
	}
	return lower
}

// around is the square of twice the radius about a point.
func around(p Point, radius style.Length) box { return box{p.X, p.Y, p.X, p.Y}.around(radius) }
