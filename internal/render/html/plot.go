package html

import (
	"encoding/json"

	"banwen/internal/doc"
)

// Plot is a chart for a script to draw, with its numbers in a table.
type Plot struct {
	Caption string          `json:"caption"`
	Note    string          `json:"note,omitempty"`
	Alt     string          `json:"alt"`
	Options json.RawMessage `json:"options"` // of ECharts
	Header  []string        `json:"header"`
	Rows    [][]string      `json:"rows"`
}

// PlotOf is a chart's plot. The error names the chart and the number that is none.
func PlotOf(c *doc.Chart) (Plot, error) {
	made, err := options(c)
	if err != nil {
		return Plot{}, err
	}
	plot := Plot{Caption: c.Caption(), Note: c.Note, Alt: c.Alt, Options: made}
	table := (&converter{}).data(c)
	plot.Header = texts(table.Header)
	for _, row := range table.Rows {
		plot.Rows = append(plot.Rows, texts(row.Cells))
	}
	return plot, nil
}

func texts(cells []cell) []string {
	all := make([]string, len(cells))
	for i, c := range cells {
		for _, r := range c.Runs {
			all[i] += r.Text
		}
	}
	return all
}
