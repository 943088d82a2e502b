package chart

import (
	"strings"

	"banwen/internal/doc"

	"github.com/shopspring/decimal"
)

// missingLabel stands where a value is not known.
const missingLabel = "缺"

// shareDecimals is how many decimals a printed share has, as the rates in prose.
const shareDecimals = 2

// printedUnit gives the unit as it prints: % in the document's own sign.
func printedUnit(unit, percentSign string) string {
	if isPercent(unit) {
		return percentSign
	}
	return unit
}

func isPercent(unit string) bool { return unit == "%" || unit == "％" }

// labelSlices gives the points of a Pie or Doughnut their colours and labels.
func labelSlices(c *doc.Chart, s Spec) {
	total, whole := decimal.Zero, true
	for _, p := range s.Series[0].Points {
		if p.Missing {
			whole = false
			continue
		}
		total = total.Add(p.Value)
	}
	points := c.Series[0].Points
	for i := range points {
		p := &points[i]
		p.Color = sliceColor(i, len(points))
		p.Label = c.Categories[i] + " " + WithUnit(*p, c.Unit)
		if whole && !isPercent(c.Unit) {
			p.Label += "（" + share(s.Series[0].Points[i].Value, total, s.Truncate) + s.PercentSign + "）"
		}
	}
}

// share is part of whole in percent, without the sign. It is rounded by
// itself like every rate of the document, not bent so that all add up to 100.
func share(part, whole decimal.Decimal, truncate bool) string {
	hundred := decimal.NewFromInt(100)
	if truncate {
		quotient, _ := part.Mul(hundred).QuoRem(whole, shareDecimals)
		return quotient.StringFixed(shareDecimals)
	}
	return part.Mul(hundred).DivRound(whole, shareDecimals).StringFixed(shareDecimals)
}

// WithUnit is a point's label with the chart's unit, unless the label says
// its own already: for charts without an axis to say it.
func WithUnit(p doc.Point, unit string) string {
	if p.Missing || !isBare(p.Label) {
		return p.Label
	}
	return p.Label + unit
}

// isBare says whether a label is a number and nothing else.
func isBare(label string) bool { return strings.Trim(label, "0123456789.-−") == "" }

// unitOf is what follows the number in a label: 人 of 105人.
func unitOf(label string) string { return strings.TrimLeft(label, "0123456789.-−") }

// Totals are the sums printed beside the values of a chart, computed from its
// points: for a StackedColumn one a category, to stand above its column
// (empty where a value is missing or units differ, so that there is nothing to add);
// for a Doughnut one, to stand in the hole: 共171起. Nil for other kinds.
func Totals(c *doc.Chart) []string {
	switch c.Kind {
	case doc.StackedColumn:
		totals := make([]string, len(c.Categories))
		for i := range totals {
			totals[i] = sum(column(c, i), "")
		}
		return totals
	case doc.Doughnut:
		if len(c.Series) == 0 {
			return []string{""}
		}
		total := sum(c.Series[0].Points, c.Unit)
		if total != "" {
			total = "共" + total
		}
		return []string{total}
	}
	return nil
}

// column lists the points of one category.
func column(c *doc.Chart, category int) []doc.Point {
	points := make([]doc.Point, 0, len(c.Series))
	for _, s := range c.Series {
		if category < len(s.Points) {
			points = append(points, s.Points[category])
		}
	}
	return points
}

// sum adds points up and prints the result with unit, or with the unit that
// all their labels share.
func sum(points []doc.Point, unit string) string {
	total, decimals := decimal.Zero, int32(0)
	for i, p := range points {
		v, ok := value(p)
		if !ok {
			return ""
		}
		total = total.Add(v)
		decimals = max(decimals, -v.Exponent())
		if unit != "" {
			continue
		}
		if i > 0 && unitOf(p.Label) != unitOf(points[0].Label) {
			return ""
		}
	}
	if unit == "" && len(points) > 0 {
		unit = unitOf(points[0].Label)
	}
	return total.StringFixed(decimals) + unit
}

// value is a point's value; false where there is none.
func value(p doc.Point) (decimal.Decimal, bool) {
	if p.Missing {
		return decimal.Zero, false
	}
	v, err := decimal.NewFromString(p.Value)
	return v, err == nil
}
