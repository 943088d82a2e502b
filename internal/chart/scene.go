package chart

import "banwen/internal/style"

// Scene is a drawn chart: shapes in the order they are painted. The origin is
// the top left corner, y grows downwards.
type Scene struct {
	Width, Height style.Length
	Shapes        []Shape
}

// Shape is one of Rect, Line, Polygon, Text.
type Shape interface{ shape() }

// Rect is a filled rectangle; Stroke draws its edge, empty: none.
type Rect struct {
	X, Y, W, H   style.Length
	Fill, Stroke string // RRGGBB, empty: none
	StrokeWidth  style.Length
}

// Line is a straight line, or a polyline through several points.
type Line struct {
	Points []Point
	Color  string // RRGGBB
	Width  style.Length
	Dash   style.Length // length of dash and gap; 0: solid
}

// Polygon is a filled polygon; arcs come flattened.
type Polygon struct {
	Points       []Point
	Fill, Stroke string // RRGGBB, empty: none
	StrokeWidth  style.Length
}

// Text is one line of text.
type Text struct {
	At     Point // on the baseline, at the end that Anchor names
	Anchor Anchor
	Text   string
	Face   style.Role
	Size   style.Length
	Color  string // RRGGBB
}

// Point is a place in a scene.
type Point struct{ X, Y style.Length }

// Anchor says which point of a text At is.
type Anchor string

// The anchors, named as SVG's text-anchor names them.
const (
	Start  Anchor = "start"
	Middle Anchor = "middle"
	End    Anchor = "end"
)

func (Rect) shape()    {}
func (Line) shape()    {}
func (Polygon) shape() {}
func (Text) shape()    {}
