package chart_test

import (
	"strings"
	"testing"

	"banwen/internal/chart"
	"banwen/internal/doc"
	"banwen/internal/style"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
)

// row is a series; each value is its label, a number with or without a unit; "" is missing.
func row(name string, labels ...string) chart.SeriesSpec {
	s := chart.SeriesSpec{Name: name}
	for _, label := range labels {
		if label == "" {
			s.Points = append(s.Points, chart.PointSpec{Missing: true})
			continue
		}
		number := label[:len(label)-len(strings.TrimLeft(label, "-0123456789."))]
		s.Points = append(s.Points, chart.PointSpec{Value: decimal.RequireFromString(number), Label: label})
	}
	return s
}

func spec(kind doc.ChartKind, unit, categories string, rows ...chart.SeriesSpec) chart.Spec {
	return chart.Spec{Kind: kind, Title: "图", Unit: unit, Categories: strings.Fields(categories), Series: rows}
}

func build(t *testing.T, s chart.Spec) *doc.Chart {
	t.Helper()
	c, err := chart.New(s)
	require.NoError(t, err)
	return c
}

var chartText = style.Text{Face: style.FangFace, Size: 21 * style.Pt / 2, Pitch: 12 * style.Pt}

const (
	textWidth = 156 * style.Mm
	pitch     = 579 * style.Twip
)

func draw(c *doc.Chart) chart.Scene {
	return chart.Draw(c, textWidth, chart.Height(c, pitch), chartText, chart.EstimateWidth)
}

// texts are the texts of a scene in the order they are painted.
func texts(s chart.Scene) []string {
	var all []string
	for _, shape := range s.Shapes {
		if t, ok := shape.(chart.Text); ok {
			all = append(all, t.Text)
		}
	}
	return all
}
