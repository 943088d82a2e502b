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
	Kind       doc.ChartKind
	Title      string
	Unit       string // of all values; empty when they differ
	Note       string
	Categories []string
	Series     []SeriesSpec
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
// Number are left to compose. Errors (in Chinese) name what the kind cannot
// show: a negative slice, several series in a pie, a row of another length.
func New(s Spec) (*doc.Chart, error) { panic("to be written") }
