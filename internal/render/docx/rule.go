package docx

import (
	"banwen/internal/render/docx/xml"
	"banwen/internal/style"
)

// rule is a border of a paragraph or table at an edge. Its weight is in
// eighths of a point, its distance from the text in points (clause 17.18.2).
func rule(edge string, weight, distance style.Length, color string) *xml.Node {
	return xml.E("w:"+edge, xml.A("w:val", "single", "w:sz", nearest(weight, style.Pt/8),
		"w:space", nearest(distance, style.Pt), "w:color", color))
}

// noRule is an edge without a border.
func noRule(edge string) *xml.Node { return val("w:"+edge, "nil") }

// nearest is a length in a unit, rounded to the nearest.
func nearest(l, unit style.Length) string { return integer(int(rounded(l, unit) / unit)) }

// rounded is a length rounded to the nearest whole number of a unit.
func rounded(l, unit style.Length) style.Length { return (l + unit/2) / unit * unit }

// black is the colour of everything but the red head (GB/T 9704-2012, 5.2.4).
const black = "000000"
