package chart

import (
	"banwen/internal/doc"

	"github.com/shopspring/decimal"
)

// maxIntervals is how many steps an axis has at most: in a chart of seven
// lines that leaves two and a half line heights of text between two gridlines.
const maxIntervals = 6

// mostTicks keeps an axis that was not computed here from filling the chart.
const mostTicks = 25

// The part of the axis kept free beyond the farthest value for its label: a
// line of text in a chart of seven lines, a number with its unit at the end of
// a lying bar.
var (
	headroom     = decimal.RequireFromString("0.08")
	barsHeadroom = decimal.RequireFromString("0.15")
)

// mantissas of nice steps; the next is ten times the first.
var mantissas = []decimal.Decimal{
	decimal.NewFromInt(1), decimal.NewFromInt(2), decimal.RequireFromString("2.5"), decimal.NewFromInt(5),
}

// axisFor computes the value axis. It begins at 0 for every kind, also for
// lines far from it: an axis cut short shows a small change as a large one,
// which a figure handed in must not do. An axis of percentages does not go on
// beyond 100 when no value does.
func axisFor(c *doc.Chart) *doc.Axis {
	a := computeAxis(c)
	return &doc.Axis{Min: a.min.String(), Max: a.max.String(), Step: a.step.String()}
}

func computeAxis(c *doc.Chart) axis {
	low, high, whole := extent(c)
	room := headroom
	if c.Kind == doc.Bar {
		room = barsHeadroom
	}
	a := niceAxis(low, high, whole, room)
	hundred := decimal.NewFromInt(100)
	if isPercent(c.Unit) && low.IsZero() && high.LessThanOrEqual(hundred) && a.max.GreaterThan(hundred) {
		return axis{max: hundred, step: decimal.NewFromInt(20)}
	}
	return a
}

// axis is a value axis in numbers.
type axis struct{ min, max, step decimal.Decimal }

// extent is the range of values from 0, of sums in a stacked chart, and
// whether all of them are whole numbers.
func extent(c *doc.Chart) (low, high decimal.Decimal, whole bool) {
	whole = true
	for i := range c.Categories {
		sum := decimal.Zero
		for _, p := range column(c, i) {
			v, ok := value(p)
			if !ok {
				continue
			}
			whole = whole && v.IsInteger()
			sum = sum.Add(v)
			low, high = decimal.Min(low, v), decimal.Max(high, v)
		}
		if c.Kind == doc.StackedColumn {
			high = decimal.Max(high, sum)
		}
	}
	return low, high, whole
}

// niceAxis is the axis with the smallest step of 1, 2, 2.5 or 5×10ⁿ that
// covers low to high and room, a part of itself, in at most maxIntervals
// steps. Whole numbers take whole steps.
func niceAxis(low, high decimal.Decimal, whole bool, room decimal.Decimal) axis {
	if low.Equal(high) {
		return axis{max: decimal.NewFromInt(1), step: decimal.NewFromInt(1)}
	}
	size := high.Sub(low)
	exponent := int32(size.NumDigits()) + size.Exponent() - 2 // one decade below the leading digit
	for ; ; exponent++ {
		for _, m := range mantissas {
			step := m.Shift(exponent)
			if whole && !step.IsInteger() {
				continue
			}
			if a := stepped(low, high, step, room); a.max.Sub(a.min).LessThanOrEqual(step.Mul(decimal.NewFromInt(maxIntervals))) {
				return a
			}
		}
	}
}

// stepped is the shortest axis in steps that covers low to high and leaves
// room at every end that is not 0.
func stepped(low, high, step, room decimal.Decimal) axis {
	a := axis{min: step.Mul(low.Div(step).Floor()), max: step.Mul(high.Div(step).Ceil()), step: step}
	for a.max.IsPositive() && a.max.Sub(high).LessThan(room.Mul(a.max.Sub(a.min))) {
		a.max = a.max.Add(step)
	}
	for a.min.IsNegative() && low.Sub(a.min).LessThan(room.Mul(a.max.Sub(a.min))) {
		a.min = a.min.Sub(step)
	}
	return a
}

// ticks lists the values of the gridlines with their texts, from below.
func (a axis) ticks() ([]decimal.Decimal, []string) {
	var values []decimal.Decimal
	var texts []string
	decimals := max(0, -a.step.Exponent())
	for v := a.min; v.LessThanOrEqual(a.max) && len(values) < mostTicks; v = v.Add(a.step) {
		values = append(values, v)
		texts = append(texts, v.StringFixed(decimals))
	}
	return values, texts
}

// readAxis is a chart's axis in numbers; one is computed where it has none that makes sense.
func readAxis(c *doc.Chart) axis {
	if c.Axis == nil {
		return computeAxis(c)
	}
	var numbers [3]decimal.Decimal
	for i, text := range []string{c.Axis.Min, c.Axis.Max, c.Axis.Step} {
		n, err := decimal.NewFromString(text)
		if err != nil {
			return computeAxis(c)
		}
		numbers[i] = n
	}
	a := axis{min: numbers[0], max: numbers[1], step: numbers[2]}
	if !a.step.IsPositive() || !a.max.GreaterThan(a.min) {
		return computeAxis(c)
	}
	return a
}
