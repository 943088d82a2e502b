package typeset

import (
	"banwen/internal/chart"
	"banwen/internal/doc"
	"banwen/internal/style"
)

// The looks of changes: new text is underlined twice, what is deleted struck
// through, so that both are seen in black and white; a bar stands beside
// every line that has a change.
const (
	changed    = "C00000"
	markFrac   = 24           // of the size is how thick a line is
	barWidth   = style.Pt     // of the bar
	barNearest = 4 * style.Mm // from the type area to the bar
)

// withMarks are a line's items, and the marks of the changes among them.
func (s *setter) withMarks(c *column, items []Item) []Item {
	if marks := s.changeMarks(c, items); marks != nil {
		items = append(items, marks)
	}
	return items
}

// changeMarks are the lines that mark the changes among a line's runs; nil
// where there are none.
func (s *setter) changeMarks(c *column, items []Item) *Shapes {
	var marks *Shapes
	for _, item := range items {
		run, ok := item.(*GlyphRun)
		if !ok || run.Change == "" {
			continue
		}
		if marks == nil {
			marks = &Shapes{Node: c.node}
			marks.Shapes = append(marks.Shapes, s.changeBar(c))
		}
		marks.Shapes = append(marks.Shapes, changeLines(run)...)
	}
	return marks
}

// changeBar is the bar in the margin beside a line.
func (s *setter) changeBar(c *column) chart.Shape {
	x := s.area.Left - barNearest
	return chart.Line{Points: []chart.Point{{X: x, Y: 0}, {X: x, Y: c.text.Pitch}}, Color: black, Width: barWidth}
}

// changeLines are the lines under a run, or through it.
func changeLines(run *GlyphRun) []chart.Shape {
	width := style.Length(0)
	for _, g := range run.Glyphs {
		width += g.Advance
	}
	line := func(down style.Length) chart.Shape {
		return chart.Line{
			Points: []chart.Point{{X: run.X, Y: run.Y + down}, {X: run.X + width, Y: run.Y + down}},
			Color:  run.Color, Width: run.Size / markFrac,
		}
	}
	if run.Change == doc.Deleted {
		return []chart.Shape{line(-run.Size * 38 / 100)} // the middle of the em box
	}
	under := run.Size * 16 / 100
	return []chart.Shape{line(under), line(under + run.Size/10)}
}
