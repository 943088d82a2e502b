// Package emf writes a chart's scene as an Enhanced Metafile ([MS-EMF]): a
// picture of vectors and text. The same scene gives the same bytes.
package emf

import (
	"banwen/internal/chart"
	"banwen/internal/style"
)

// Setting is how the texts of a picture are set.
type Setting struct {
	Face    func(style.Role) string // the name of a role's font
	Measure chart.Measure           // with which the scene was drawn
}

// Draw gives the picture of a scene. An error says which of its shapes cannot
// be drawn.
func Draw(s chart.Scene, setting Setting) ([]byte, error) {
	p := &picture{scene: s, setting: setting, objects: map[any]uint32{}, selected: map[objectKind]uint32{}}
	p.begin()
	for _, shape := range s.Shapes {
		if err := p.shape(shape); err != nil {
			return nil, err
		}
	}
	p.deleteObjects()
	p.end()
	return p.bytes, nil
}

// picture is a metafile being written.
type picture struct {
	scene   chart.Scene
	setting Setting

	bytes    fields
	records  uint32
	objects  map[any]uint32 // the handle of every pen, brush and font, by what it is
	selected map[objectKind]uint32
	ink      uint32 // the colour that texts are set in
}

// unit is the logical unit: a hundredth of a point.
const unit = style.Pt / 100

// units is a length in logical units, rounded to the nearest.
func units(l style.Length) int32 {
	if l < 0 {
		return -units(-l)
	}
	return int32((l + unit/2) / unit)
}
