package chartml

import (
	"banwen/internal/render/docx/xml"
	"banwen/internal/style"
)

// The colours and widths of everything but data.
const (
	black     = "000000"
	outline   = "404040" // edges of bars and slices: they part light fills from paper
	axisColor = "404040"
	gridColor = "D0D0D0"
	leadColor = "7C7C7C"

	thin      = style.Pt / 2
	axisWidth = style.Pt * 3 / 4
	lineWidth = style.Pt * 3 / 2
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
	return xml.E("c:spPr", nil, solid(fill), stroke(outline, thin, ""))
}

// invisible is the look of what is there for its labels alone.
func invisible() *xml.Node { return xml.E("c:spPr", nil, noFill(), noLine()) }
