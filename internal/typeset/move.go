package typeset

import (
	"banwen/internal/chart"
	"banwen/internal/style"
)

// moveDown moves an item that is not yet placed.
func moveDown(item Item, by style.Length) {
	switch it := item.(type) {
	case *GlyphRun:
		it.Y += by
	case *Shapes:
		for i := range it.Shapes {
			it.Shapes[i] = moved(it.Shapes[i], 0, by)
		}
	}
}

// copyOf copies an item so that it can stand in two places; glyphs are shared.
func copyOf(item Item) Item {
	switch it := item.(type) {
	case *GlyphRun:
		run := *it
		return &run
	case *Shapes:
		return &Shapes{Node: it.Node, Shapes: append([]chart.Shape(nil), it.Shapes...)}
	default:
		return item
	}
}

// moved gives a shape at another place.
func moved(shape chart.Shape, right, down style.Length) chart.Shape {
	switch sh := shape.(type) {
	case chart.Rect:
		sh.X, sh.Y = sh.X+right, sh.Y+down
		return sh
	case chart.Line:
		sh.Points = movedPoints(sh.Points, right, down)
		return sh
	case chart.Polygon:
		sh.Points = movedPoints(sh.Points, right, down)
		return sh
	default:
		return shape
	}
}

func movedPoints(points []chart.Point, right, down style.Length) []chart.Point {
	all := make([]chart.Point, len(points))
	for i, p := range points {
		all[i] = chart.Point{X: p.X + right, Y: p.Y + down}
	}
	return all
}

// movedDown moves items that are not yet placed, and gives them.
func movedDown(items []Item, by style.Length) []Item {
	for _, item := range items {
		moveDown(item, by)
	}
	return items
}
