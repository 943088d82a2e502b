package svg

import (
	"html/template"
	"strconv"

	"banwen/internal/doc"
	"banwen/internal/style"
	"banwen/internal/typeset"
)

// Family is the font family that Page names for a role's texts: the font with
// which the layout was reckoned has to be given to the browser by this name.
func Family(role style.Role) string { return "banwen-" + string(role) }

// boldFraction of the size is the width of the line that makes strokes bold,
// as in the PDF.
const boldFraction = 32

// Page draws one page of a layout, in points. A text says which block it is of
// (data-node), a printed figure also which it is (data-figure); shapes are in
// groups, each with its block.
func Page(l *typeset.Layout, p *typeset.Page) []byte {
	d := &drawing{}
	d.start("svg")
	d.keyword("xmlns", "http://www.w3.org/2000/svg")
	d.viewBox(l.Page.Width, l.Page.Height)
	d.keyword("role", "group")
	d.value("aria-label", "第"+strconv.Itoa(p.Number)+"页")
	d.WriteByte('>')
	d.items(p.Items)
	if len(p.Turned) > 0 {
		d.start("g")
		d.name("transform")
		d.WriteString("translate(0 ")
		d.points(l.Page.Height)
		d.WriteString(`) rotate(-90)">`)
		d.items(p.Turned)
		d.end("g")
	}
	d.end("svg")
	return d.Bytes()
}

func (d *drawing) items(items []typeset.Item) {
	for _, item := range items {
		switch item := item.(type) {
		case *typeset.Shapes:
			d.group(item)
		case *typeset.GlyphRun:
			d.run(item)
		}
	}
}

func (d *drawing) group(s *typeset.Shapes) {
	d.start("g")
	d.value("data-node", s.Node)
	d.keyword("aria-hidden", "true")
	d.WriteByte('>')
	for _, shape := range s.Shapes {
		d.shape(shape)
	}
	d.end("g")
}

// run writes a run of glyphs as one text, with the place of each character.
func (d *drawing) run(r *typeset.GlyphRun) {
	if len(r.Glyphs) == 0 {
		return
	}
	d.start("text")
	d.places(r)
	d.length("y", r.Y)
	d.value("font-family", Family(r.Role))
	d.length("font-size", r.Size)
	d.fill(r.Color)
	if r.Bold {
		d.stroke(r.Color, r.Size/boldFraction)
	}
	d.keyword("data-kind", string(r.Kind))
	if r.Node != "" {
		d.value("data-node", r.Node)
	}
	if r.Origin != nil {
		d.value("data-figure", r.Origin.Name)
	}
	if r.Change != "" {
		d.keyword("data-change", string(change(r.Change)))
	}
	d.WriteByte('>')
	for _, g := range r.Glyphs {
		template.HTMLEscape(d, d.character(g.Char))
	}
	d.end("text")
}

// change is a change that the program knows.
func change(c doc.Change) doc.Change {
	if c == doc.Inserted || c == doc.Deleted {
		return c
	}
	return ""
}

// places writes where each character begins. A character outside of the Basic
// Multilingual Plane counts twice (SVG 2, 11.1: places are told by UTF-16 code
// unit); the second is passed over.
func (d *drawing) places(r *typeset.GlyphRun) {
	d.name("x")
	x := r.X
	for i, g := range r.Glyphs {
		if i > 0 {
			d.WriteByte(' ')
		}
		d.points(x)
		if g.Char > 0xFFFF {
			d.WriteByte(' ')
			d.points(x)
		}
		x += g.Advance
	}
	d.WriteByte('"')
}

// character is a character as bytes.
func (d *drawing) character(r rune) []byte {
	d.char = append(d.char[:0], string(r)...)
	return d.char
}
