package typeset

import (
	"banwen/internal/chart"
	"banwen/internal/doc"
	"banwen/internal/style"
)

// chart adds a chart with its caption and note, which stay on one page.
func (s *setter) chart(c *doc.Chart) {
	if c.Change == doc.Deleted {
		s.deletedChart(c)
		return
	}
	s.add(box{height: chart.Height(c, s.profile.Grid.Pitch), keep: true, chart: c})
	s.addRuns(s.typeArea(s.profile.Caption, c.ID, Caption), c.CaptionRuns())
	s.note(c.ID, c.NoteRuns())
}

// deletedChart adds a chart that is gone: its caption, and in words what it
// showed. Drawn, it would be taken for one that is there.
func (s *setter) deletedChart(c *doc.Chart) {
	s.addRuns(s.typeArea(s.profile.Caption, c.ID, Caption), c.CaptionRuns())
	s.note(c.ID, []doc.Run{{Text: c.Alt, Change: doc.Deleted}})
}

// draw draws a chart into its box, a little under the text above.
func (s *setter) draw(c *doc.Chart, height style.Length) []Item {
	gap := s.profile.Grid.Pitch / nearness
	scene := chart.Draw(c, s.profile.Page.TextWidth, height-gap, s.profile.ChartText, s.width)
	shapes := &Shapes{Node: c.ID}
	items := []Item{shapes}
	for _, shape := range scene.Shapes {
		if t, ok := shape.(chart.Text); ok {
			items = append(items, s.label(c.ID, t, gap)...)
			continue
		}
		shapes.Shapes = append(shapes.Shapes, moved(shape, s.profile.Page.Left, gap))
	}
	return items
}

// width is the chart.Measure of the fonts.
func (s *setter) width(text string, role style.Role, size style.Length) style.Length {
	f := s.face(role, size)
	total := style.Length(0)
	for _, r := range text {
		if !ignorable(r) {
			total += f.glyph(r).width
		}
	}
	return total
}

// label sets a text of a chart's scene, moved down with the scene.
func (s *setter) label(node string, t chart.Text, down style.Length) []Item {
	c := s.typeArea(style.Text{Face: t.Face, Size: t.Size}, node, ChartText)
	chars := s.chars(node, span{s.columnFace(&c), []doc.Run{{Text: t.Text}}})
	steps, width := s.advances(chars, 0)
	x := c.left + t.At.X
	switch t.Anchor {
	case chart.Middle:
		x -= width / 2
	case chart.End:
		x -= width
	}
	items := s.glyphRuns(&c, chars, steps, x, t.At.Y+down)
	for _, item := range items {
		item.(*GlyphRun).Color = t.Color
	}
	return items
}
