// Package svg draws as SVG (SVG 2, W3C): a chart's scene for a page of HTML,
// and the pages of a layout, glyph by glyph where the layout has them, as text
// that can be selected and searched. It writes markup itself, as a page has
// thousands of attributes: whatever comes from the document is escaped (texts,
// names), a number, or checked (colours).
package svg

import (
	"html/template"

	"banwen/internal/chart"
	"banwen/internal/style"
)

// classes are the classes of the roles of typefaces.
var classes = map[style.Role]string{
	style.TitleFace: "xbs", style.HeiFace: "hei", style.KaiFace: "kai", style.FangFace: "fang", style.SongFace: "song",
}

// Class is the class of the texts of a chart that are set in a role's face.
func Class(role style.Role) string { return classes[role] }

// Chart draws a scene as an SVG element in points; alt is for those who cannot
// see it.
func Chart(s chart.Scene, alt string) string {
	d := &drawing{}
	d.start("svg")
	d.viewBox(s.Width, s.Height)
	d.keyword("role", "img")
	d.value("aria-label", alt)
	d.WriteByte('>')
	for _, shape := range s.Shapes {
		d.shape(shape)
	}
	d.end("svg")
	return d.String()
}

func (d *drawing) viewBox(width, height style.Length) {
	d.name("viewBox")
	d.WriteString("0 0 ")
	d.points(width)
	d.WriteByte(' ')
	d.points(height)
	d.WriteByte('"')
}

// value writes an attribute whose value comes from the document.
func (d *drawing) value(attribute, text string) {
	d.name(attribute)
	template.HTMLEscape(d, []byte(text))
	d.WriteByte('"')
}
