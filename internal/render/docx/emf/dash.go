package emf

import (
	"math"

	"banwen/internal/chart"
	"banwen/internal/style"
)

// dashes cuts a polyline into its dashes, each as long as the gap that
// follows. Pens with dashes of their own (PS_USERSTYLE) come out solid in
// LibreOffice.
func dashes(points []chart.Point, dash style.Length) [][]chart.Point {
	var all [][]chart.Point
	drawn, at := points[:1:1], dash // drawn is nil in a gap; at is where the dash or gap ends
	for i, to := range points[1:] {
		from := points[i]
		length := distance(from, to)
		for ; at < length; at += dash {
			end := chart.Point{X: from.X + (to.X-from.X)*at/length, Y: from.Y + (to.Y-from.Y)*at/length}
			if drawn == nil {
				drawn = []chart.Point{end}
				continue
			}
			all = append(all, append(drawn, end))
			drawn = nil
		}
		at -= length
		if drawn != nil {
			drawn = append(drawn, to)
		}
	}
	if drawn != nil {
		all = append(all, drawn)
	}
	return all
}

// distance is the same on every machine: the square is a whole number, and
// its root is rounded as IEEE 754 has it.
func distance(a, b chart.Point) style.Length {
	x, y := b.X-a.X, b.Y-a.Y
	return style.Length(math.Sqrt(float64(x*x + y*y)))
}
