// Package chart computes charts: it turns figures into a doc.Chart with its
// palette, label texts, value axis and alternative text, once for all
// outputs, and draws a doc.Chart as a small scene of rectangles, lines,
// polygons and texts. It knows nothing of output formats.
package chart

import (
	"banwen/internal/doc"

	"github.com/shopspring/decimal"
)

// Spec is what a chart is made from.
type Spec struct {
	Kind        doc.ChartKind
	Title       string
	Unit        string // of all values; empty when they differ
	Note        string
	Categories  []string
	Series      []SeriesSpec
	PercentSign string // how % prints in shares and units; empty: ％
	Truncate    bool   // shares are cut off after two decimals; else rounded half-up
}

// SeriesSpec is one row of values, one a category.
type SeriesSpec struct {
	Name   string
	Points []PointSpec
}

// PointSpec is one value.
type PointSpec struct {
	Value   decimal.Decimal
	Label   string // as printed: the digits the data has, with the unit where categories differ
	Missing bool
	Origin  *doc.Origin
}

// New computes a chart: palette, axis, labels, alternative text. ID and
// Number are left to compose.
//
// A Bar of one series is ranked, largest first, missing values last; every
// other chart keeps the order given. Labels are those of the points; an empty
// one becomes the value's own digits, or 缺 where the value is missing. In a
// Pie or Doughnut the label is composed here, 住院治疗 105人（15.35％）, its
// share rounded to two decimals as a rate in prose is, so that the two agree;
// shares so rounded may add up to 99.99 or 100.01. With a value missing the
// whole is not known and no shares are printed.
//
// Errors (in Chinese) name all that the kind cannot show, as Mistakes.
func New(s Spec) (*doc.Chart, error) {
	if s.PercentSign == "" {
		s.PercentSign = "％"
	}
	if err := check(s); err != nil {
		return nil, err
	}
	s = ranked(s)
	c := &doc.Chart{
		Title: s.Title, Note: s.Note, Kind: s.Kind,
		Unit:       printedUnit(s.Unit, s.PercentSign),
		Categories: s.Categories,
		Series:     make([]doc.Series, len(s.Series)),
	}
	for i, row := range s.Series {
		c.Series[i] = series(row, seriesColor(s.Kind, i))
	}
	if isRound(s.Kind) {
		labelSlices(c, s)
	} else {
		c.Axis = axisFor(c)
	}
	c.Alt = alt(c)
	return c, nil
}

// series copies a row of values; its points take the row's colour.
func series(row SeriesSpec, color string) doc.Series {
	out := doc.Series{Name: row.Name, Color: color, Points: make([]doc.Point, len(row.Points))}
	for i, p := range row.Points {
		out.Points[i] = doc.Point{Label: p.Label, Color: color, Missing: p.Missing, Origin: p.Origin}
		point := &out.Points[i]
		switch {
		case !p.Missing:
			point.Value = p.Value.String()
			if p.Label == "" {
				point.Label = point.Value
			}
		case p.Label == "":
			point.Label = missingLabel
		}
	}
	return out
}

// isRound says whether the kind shows parts of a whole as slices.
func isRound(k doc.ChartKind) bool { return k == doc.Pie || k == doc.Doughnut }
