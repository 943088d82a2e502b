package chartml

import (
	"cmp"
	"slices"
	"strings"

	"banwen/internal/chart"
	"banwen/internal/doc"
	"banwen/internal/style"

	"github.com/shopspring/decimal"
)

// slice is a slice of a pie on its way to a label.
type slice struct {
	label      *label
	inside     chart.Point  // the middle of the slice itself
	middle     chart.Point  // the middle of its label
	wide, high style.Length // of its label
	right      bool         // on which side of the pie it is
}

// sliceLabels are the labels of the slices, outside the circle. Programs put
// those of a pie there by themselves; those of a doughnut, which would stand
// on the ring, are moved, and so are those of a side where they have no room.
func (w *writer) sliceLabels(center chart.Point, radius style.Length) []label {
	labels := make([]label, len(w.Categories))
	all := w.slices(labels, center, radius)
	for _, right := range []bool{true, false} {
		var side []*slice
		for i := range all {
			if all[i].right == right {
				side = append(side, &all[i])
			}
		}
		slices.SortStableFunc(side, func(a, b *slice) int { return cmp.Compare(a.middle.Y, b.middle.Y) })
		meet := w.meet(side)
		if meet {
			w.column(side, center, radius)
		}
		for _, s := range side {
			s.place(w.Kind, meet)
		}
	}
	return labels
}

// slices places each label outside the circle, in the middle of its slice.
func (w *writer) slices(labels []label, center chart.Point, radius style.Length) []slice {
	points := w.Series[0].Points
	total := decimal.Zero
	for i := range labels {
		v, _ := w.value(0, i)
		total = total.Add(v)
	}
	var all []slice
	before := decimal.Zero
	for i := range min(len(labels), len(points)) {
		v, ok := w.value(0, i)
		if !ok || !total.IsPositive() {
			continue
		}
		half := v.Div(decimal.NewFromInt(2))
		middle := before.Add(half).Mul(decimal.NewFromInt(chart.FullTurn)).DivRound(total, 0).IntPart()
		before = before.Add(v)
		labels[i] = label{lines: w.sliceLines(i), turn: horizontal, color: black}
		all = append(all, w.slice(&labels[i], middle, center, radius))
	}
	return all
}

// slice places the label of a slice whose middle is at an angle, in parts of
// chart.FullTurn clockwise from 12 o'clock.
func (w *writer) slice(l *label, angle int64, center chart.Point, radius style.Length) slice {
	lines := splitLines(l.lines)
	s := slice{
		label: l, wide: w.widest(lines), high: style.Length(len(lines)) * w.em(115),
		right: angle <= chart.FullTurn/2,
	}
	out, in := radius+w.em(80), radius/2
	if w.Kind == doc.Doughnut {
		in = radius * (100 + chart.HoleShare) / 200
	}
	s.middle.X = chart.OnCircle(center, out+s.wide/2, angle).X
	s.middle.Y = chart.OnCircle(center, out+s.high/2, angle).Y
	s.inside = chart.OnCircle(center, in, angle)
	return s
}

// place says where the label stands: at the pie's edge, or moved from the
// middle of the slice, the one place of a label that all programs agree on.
func (s *slice) place(kind doc.ChartKind, moved bool) {
	if kind == doc.Pie && !moved {
		s.label.position = "outEnd"
		return
	}
	if kind == doc.Pie {
		s.label.position = "ctr"
	}
	s.label.right, s.label.down = s.middle.X-s.inside.X, s.middle.Y-s.inside.Y
}

// meet says whether two of the labels of one side, from above, would touch,
// or one would leave the chart.
func (w *writer) meet(side []*slice) bool {
	for _, s := range side {
		if s.middle.Y < s.high/2 || s.middle.Y > w.Height-s.high/2 {
			return true
		}
	}
	for i := 1; i < len(side); i++ {
		a, b := side[i-1], side[i]
		near := abs(a.middle.X-b.middle.X) < (a.wide+b.wide)/2+w.em(30)
		if near && b.middle.Y-a.middle.Y < (a.high+b.high)/2 {
			return true
		}
	}
	return false
}

// column puts the labels of one side in a column beside the circle, each as
// near to its slice as the others allow.
func (w *writer) column(side []*slice, center chart.Point, radius style.Length) {
	edge := style.Length(0)
	for _, s := range side {
		x := radius + w.em(150) + s.wide/2
		if !s.right {
			x = -x
		}
		s.middle.X = center.X + x
		s.middle.Y = max(s.middle.Y, edge+s.high/2)
		edge = s.middle.Y + s.high/2
	}
	edge = w.Height
	for _, s := range slices.Backward(side) {
		s.middle.Y = min(s.middle.Y, edge-s.high/2)
		edge = s.middle.Y - s.high/2
	}
}

// mostInTwoLines is how many slices have labels of two lines; more would not
// have room at one side.
const mostInTwoLines = 6

// sliceLines is a slice's label, broken after the name of its category.
func (w *writer) sliceLines(i int) string {
	label := w.Series[0].Points[i].Label
	if rest, ok := strings.CutPrefix(label, w.Categories[i]+" "); ok && len(w.Categories) <= mostInTwoLines {
		return w.Categories[i] + "\n" + rest
	}
	return label
}

func splitLines(text string) []string { return strings.Split(text, "\n") }

func abs(l style.Length) style.Length { return max(l, -l) }
