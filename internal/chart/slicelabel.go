package chart

import (
	"cmp"
	"slices"

	"banwen/internal/style"
)

// labelStyle turns a slice's label into lines.
type labelStyle func(d *drawing, category int) []string

// oneLine leaves the label as it is.
func oneLine(d *drawing, category int) []string {
	return []string{d.chart.Series[0].Points[category].Label}
}

// twoLines puts what is said of a slice below its name.
func twoLines(d *drawing, category int) []string {
	name, text := splitLabel(d.chart, category)
	lines := d.wrap(name, d.area.width()/4)
	if text != "" {
		lines = append(lines, text)
	}
	return lines
}

// labels sets the labels of the slices at the right and at the left.
func (p pie) labels(all []slice) {
	var right, left []slice
	for _, s := range all {
		if s.middle() <= FullTurn/2 {
			right = append(right, s)
		} else {
			left = append(left, s)
		}
	}
	p.side(right, 1)
	p.side(left, -1)
}

// side sets one column of labels, direction 1 at the right and -1 at the
// left: each as near to its slice's height as the others allow.
func (p pie) side(labels []slice, direction style.Length) {
	knee := func(s slice) Point { return OnCircle(p.center, p.radius+p.em(55), s.middle()) }
	slices.SortStableFunc(labels, func(a, b slice) int { return cmp.Compare(knee(a).Y, knee(b).Y) })
	height, wanted := style.Length(0), make([]style.Length, len(labels))
	for i, s := range labels {
		height = max(height, style.Length(len(s.lines)-1)*p.pitch+p.size)
		wanted[i] = knee(s).Y
	}
	placed, ok := spread(wanted, height+p.em(40), p.area.top, p.area.bottom)
	if !ok {
		p.fail()
	}
	anchor, x := Start, p.center.X+direction*(p.radius+p.lead())
	if direction < 0 {
		anchor = End
	}
	for i, s := range labels {
		leader := []Point{OnCircle(p.center, p.radius, s.middle()), knee(s), {x - direction*p.em(30), placed[i]}}
		if !p.crossing && p.crosses(leader[1], leader[2]) {
			p.fail()
		}
		p.add(Line{Points: leader, Color: LeaderColor, Width: GridWidth})
		p.lines(s.lines, x, placed[i]-style.Length(len(s.lines)-1)*p.pitch/2, anchor)
	}
}

// crosses says whether a leader line runs over the pie.
func (p pie) crosses(from, to Point) bool {
	const parts = 16
	for i := range style.Length(parts) {
		x := from.X + (to.X-from.X)*i/parts - p.center.X
		y := from.Y + (to.Y-from.Y)*i/parts - p.center.Y
		if x*x+y*y < p.radius*p.radius {
			return true
		}
	}
	return false
}
