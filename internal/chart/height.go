package chart

import (
	"banwen/internal/doc"
	"banwen/internal/style"
)

// The heights of charts in lines of the page's grid.
const (
	usualLines = 7
	fewestBars = 5  // lines of the smallest Bar
	mostBars   = 20 // with caption and note a full page of 22
)

// Height is how high a chart stands on the page, in whole lines of the grid
// so that the text after it is back on the grid; PDF and DOCX both use it.
// Every kind takes 7 lines; a Bar takes 0.45 of a line for each bar and as
// much for the space between two categories, one line more for a legend, at
// least 5 and at most 20. A chart whose Lines are set has that height.
func Height(c *doc.Chart, pitch style.Length) style.Length {
	if c.Lines > 0 {
		return style.Length(c.Lines) * pitch
	}
	if c.Kind != doc.Bar {
		return usualLines * pitch
	}
	hundredths := 45 * len(c.Categories) * (len(c.Series) + 1)
	if len(c.Series) > 1 {
		hundredths += 100
	}
	return style.Length(min(max((hundredths+99)/100, fewestBars), mostBars)) * pitch
}
