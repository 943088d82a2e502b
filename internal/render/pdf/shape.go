package pdf

import (
	"fmt"

	"banwen/internal/chart"
	"banwen/internal/style"
)

// shapes draws the shapes of a chart. Lines meet in round joins, since the
// points of a curve come flattened.
func (c *content) shapes(shapes []chart.Shape) error {
	outside := c.state
	c.op("q 1 j")
	for _, s := range shapes {
		if err := c.shape(s); err != nil {
			return err
		}
	}
	c.op("Q")
	c.state = outside
	return nil
}

func (c *content) shape(s chart.Shape) error {
	switch s := s.(type) {
	case chart.Rect:
		outline := []chart.Point{{X: s.X, Y: s.Y}, {X: s.X + s.W, Y: s.Y}, {X: s.X + s.W, Y: s.Y + s.H}, {X: s.X, Y: s.Y + s.H}}
		return c.area(outline, s.Fill, s.Stroke, s.StrokeWidth)
	case chart.Polygon:
		return c.area(s.Points, s.Fill, s.Stroke, s.StrokeWidth)
	case chart.Line:
		return c.polyline(s)
	default:
		return fmt.Errorf("图形 %T 不能画", s) // a text must come as glyphs
	}
}

// area fills a closed outline, draws its edge, or both. Colours come before
// the path: none may be set between a path and its painting (8.5.2).
func (c *content) area(outline []chart.Point, fill, stroke string, width style.Length) error {
	if fill != "" {
		if err := c.setFill(fill); err != nil {
			return err
		}
	}
	if stroke != "" {
		if err := c.setPen(stroke, width, 0); err != nil {
			return err
		}
	}
	switch {
	case len(outline) < 3 || fill == "" && stroke == "":
	case stroke == "":
		c.path(outline)
		c.op("f")
	case fill == "":
		c.path(outline)
		c.op("s")
	default:
		c.path(outline)
		c.op("b")
	}
	return nil
}

func (c *content) polyline(l chart.Line) error {
	if len(l.Points) < 2 || l.Color == "" {
		return nil
	}
	if err := c.setPen(l.Color, l.Width, l.Dash); err != nil {
		return err
	}
	c.path(l.Points)
	c.op("S")
	return nil
}

// path starts at the first point and goes straight to each further one.
func (c *content) path(points []chart.Point) {
	operator := "m "
	for _, p := range points {
		c.at(p.X, p.Y)
		c.b = append(c.b, operator...)
		operator = "l "
	}
}

// setPen sets how lines are drawn; dash is the length of dash and gap, 0: solid.
func (c *content) setPen(color string, width, dash style.Length) error {
	if width != c.lineWidth {
		c.lineWidth = width
		c.length(width)
		c.op("w")
	}
	if dash != c.dash {
		c.dash = dash
		c.b = append(c.b, '[')
		if dash > 0 {
			c.b = appendPoints(c.b, dash)
		}
		c.op("] 0 d")
	}
	return c.setStroke(color)
}
