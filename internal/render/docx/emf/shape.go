package emf

import (
	"fmt"

	"banwen/internal/chart"
	"banwen/internal/style"
)

func (p *picture) shape(s chart.Shape) error {
	switch s := s.(type) {
	case chart.Rect:
		return p.rect(s)
	case chart.Polygon:
		return p.area(s.Points, s.Fill, s.Stroke, s.StrokeWidth)
	case chart.Line:
		return p.line(s)
	case chart.Text:
		return p.text(s)
	default:
		return fmt.Errorf("图形 %T 不能画", s)
	}
}

// rect draws a rectangle as a polygon: of one drawn by EMR_RECTANGLE
// ([MS-EMF] 2.3.5.34) the right and bottom edges are left out, so that bars
// would end a dot above their axis.
func (p *picture) rect(r chart.Rect) error {
	right, bottom := r.X+r.W, r.Y+r.H
	corners := []chart.Point{{X: r.X, Y: r.Y}, {X: right, Y: r.Y}, {X: right, Y: bottom}, {X: r.X, Y: bottom}}
	return p.area(corners, r.Fill, r.Stroke, r.StrokeWidth)
}

// area fills a closed outline, draws its edge, or both (EMR_POLYGON, [MS-EMF] 2.3.5.22).
func (p *picture) area(outline []chart.Point, fill, stroke string, width style.Length) error {
	if len(outline) < 3 || fill == "" && stroke == "" {
		return nil
	}
	if err := p.usePen(stroke, width); err != nil {
		return err
	}
	if err := p.useBrush(fill); err != nil {
		return err
	}
	p.points(emrPolygon, outline)
	return nil
}

// line draws straight lines from point to point (EMR_POLYLINE, [MS-EMF] 2.3.5.24).
func (p *picture) line(l chart.Line) error {
	if len(l.Points) < 2 || l.Color == "" {
		return nil
	}
	if err := p.usePen(l.Color, l.Width); err != nil {
		return err
	}
	if l.Dash <= 0 {
		p.points(emrPolyline, l.Points)
		return nil
	}
	for _, dash := range dashes(l.Points, l.Dash) {
		p.points(emrPolyline, dash)
	}
	return nil
}

// points writes a record of points: Bounds, Count, aPoints.
func (p *picture) points(t recordType, all []chart.Point) {
	least, most := all[0], all[0]
	for _, at := range all {
		least = chart.Point{X: min(least.X, at.X), Y: min(least.Y, at.Y)}
		most = chart.Point{X: max(most.X, at.X), Y: max(most.Y, at.Y)}
	}
	content := fields(nil).i32(units(least.X), units(least.Y), units(most.X), units(most.Y)).u32(uint32(len(all)))
	for _, at := range all {
		content = content.i32(units(at.X), units(at.Y))
	}
	p.record(t, content)
}
