package docx

import (
	"banwen/internal/render/docx/xml"
	"banwen/internal/style"
)

// stop is a tab stop: its kind and its distance from the left edge.
type stop struct {
	kind string
	at   style.Length
}

// tabStops are a paragraph's tab stops (clause 17.3.1.38).
func tabStops(stops ...stop) *xml.Node {
	tabs := xml.E("w:tabs", nil)
	for _, s := range stops {
		tabs.Add(xml.E("w:tab", xml.A("w:val", s.kind, "w:pos", twips(s.at))))
	}
	return tabs
}

// tab goes to the next stop.
func tab() *xml.Node { return xml.E("w:r", nil, xml.E("w:tab", nil)) }
