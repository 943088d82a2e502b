package chart

import (
	"slices"

	"banwen/internal/doc"
	"banwen/internal/style"

	"github.com/shopspring/decimal"
)

// HoleShare is the percentage of a doughnut's radius that is hole.
const HoleShare = 56

// Proportions of a pie.
const (
	separatorWidth = style.Pt * 3 / 2
	smallestRadius = 300 // percent of the text size
)

// slice is one part of a pie, with its label.
type slice struct {
	from, to int64 // angles, clockwise from 12 o'clock
	color    string
	lines    []string
}

func (s slice) middle() int64 { return (s.from + s.to) / 2 }

// pieStyle is a way to draw a pie.
type pieStyle struct {
	label    labelStyle
	size     style.Length // percent of the largest that has room
	crossing bool         // leader lines may cross the pie
}

// drawPie draws a pie or doughnut with labels in a column at each side.
func drawPie(ps pieStyle) layout {
	return func(d *drawing) {
		area := d.area
		area.bottom -= d.missingSlices()
		slices := d.slices(ps.label)
		widest := style.Length(0)
		for _, s := range slices {
			for _, line := range s.lines {
				widest = max(widest, d.width(line))
			}
		}
		p := pie{drawing: d, area: area, center: Point{area.right / 2, area.bottom / 2}, crossing: ps.crossing}
		p.radius = min((area.height()/2-d.em(80))*ps.size/100, area.width()/2-widest-p.lead())
		if p.radius < d.em(smallestRadius) {
			d.fail()
			p.radius = max(p.radius, d.em(smallestRadius))
		}
		p.draw(slices)
	}
}

// slices turns the points into slices; missing ones have none.
func (d *drawing) slices(label labelStyle) []slice {
	points := d.chart.Series[0].Points
	total := decimal.Zero
	for _, p := range points {
		v, _ := value(p)
		total = total.Add(v)
	}
	var out []slice
	sum, from := decimal.Zero, int64(0)
	for i, p := range points {
		v, ok := value(p)
		if !ok || i >= len(d.chart.Categories) {
			continue
		}
		sum = sum.Add(v)
		to := int64(0)
		if total.IsPositive() {
			to = sum.Mul(decimal.NewFromInt(FullTurn)).DivRound(total, 0).IntPart()
		}
		out = append(out, slice{from, to, p.Color, label(d, i)})
		from = to
	}
	return out
}

// missingSlices names the slices whose values are missing at the foot of the
// drawing and gives the height that takes.
func (d *drawing) missingSlices() style.Length {
	text := ""
	for _, p := range d.chart.Series[0].Points {
		if p.Missing && p.Label != "" {
			if text != "" {
				text += "；"
			}
			text += p.Label
		}
	}
	if text == "" {
		return 0
	}
	lines := d.wrap(text, d.area.width())
	height := style.Length(len(lines)) * d.pitch
	d.lines(lines, d.area.right/2, d.area.bottom-height+d.pitch/2, Middle)
	return height + d.em(30)
}

// pie is a pie in a drawing.
type pie struct {
	*drawing
	area     box
	center   Point
	radius   style.Length
	crossing bool
}

// lead is the space from the edge of the pie to a label at its side.
func (p pie) lead() style.Length { return p.em(220) }

func (p pie) hole() style.Length {
	if p.chart.Kind != doc.Doughnut {
		return 0
	}
	return p.radius * HoleShare / 100
}

func (p pie) draw(slices []slice) {
	for _, s := range slices {
		if s.to > s.from {
			p.add(Polygon{Points: p.outline(s), Fill: s.color})
		}
	}
	p.separators(slices)
	p.circle(p.radius)
	if hole := p.hole(); hole > 0 {
		p.circle(hole)
		p.total(hole)
	}
	p.labels(slices)
}

// outline is the edge of a slice.
func (p pie) outline(s slice) []Point {
	points := arc(p.center, p.radius, s.from, s.to)
	if p.hole() == 0 {
		if s.to-s.from == FullTurn {
			return points
		}
		return append(points, p.center)
	}
	inner := arc(p.center, p.hole(), s.from, s.to)
	slices.Reverse(inner)
	return append(points, inner...)
}

// separators draws the white lines between slices, thinner where a slice is
// so thin that they would cover it.
func (p pie) separators(slices []slice) {
	if len(slices) < 2 {
		return
	}
	before := slices[len(slices)-1]
	for _, s := range slices {
		thinner := min(p.arcLength(before), p.arcLength(s))
		before = s
		width := min(separatorWidth, thinner/3)
		if width < separatorWidth/6 {
			continue
		}
		a, b := OnCircle(p.center, p.hole(), s.from), OnCircle(p.center, p.radius, s.from)
		p.rule(a.X, a.Y, b.X, b.Y, white, width)
	}
}

// arcLength is the length of a slice's edge, with 3.14 for π.
func (p pie) arcLength(s slice) style.Length {
	return style.Length(int64(p.radius) * 314 / 50 * (s.to - s.from) / FullTurn)
}

func (p pie) circle(radius style.Length) {
	p.add(Line{Points: arc(p.center, radius, 0, FullTurn), Color: OutlineColor, Width: OutlineWidth})
}

// total stands in the hole of a doughnut.
func (p pie) total(hole style.Length) {
	text := Totals(p.chart)[0]
	if p.width(text) > hole*9/5 {
		p.fail()
	}
	p.text(text, p.center.X, p.center.Y, Middle)
}
