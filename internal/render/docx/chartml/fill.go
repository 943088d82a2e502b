package chartml

import (
	"banwen/internal/chart"
	"banwen/internal/render/docx/xml"
	"banwen/internal/style"
)

const (
	black = "000000" // texts
	white = "FFFFFF" // edges of a line's points
)

func noFill() *xml.Node { return xml.E("a:noFill", nil) }
func noLine() *xml.Node { return xml.E("a:ln", nil, noFill()) }

// solid is a fill of one colour (RRGGBB).
func solid(color string) *xml.Node {
	return xml.E("a:solidFill", nil, val("a:srgbClr", color))
}

// stroke is a line; dash is one of DrawingML's patterns, empty for none.
func stroke(color string, width style.Length, dash string) *xml.Node {
	line := xml.E("a:ln", xml.A("w", integer(int(width))), solid(color))
	if dash != "" {
		line.Add(val("a:prstDash", dash))
	}
	return line
}

// shape is the look of a bar or slice.
func shape(fill string) *xml.Node {
	return xml.E("c:spPr", nil, solid(fill), stroke(chart.OutlineColor, chart.OutlineWidth, ""))
}

// invisible is the look of what is there for its labels alone.
func invisible() *xml.Node { return xml.E("c:spPr", nil, noFill(), noLine()) }
