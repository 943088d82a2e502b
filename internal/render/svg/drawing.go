package svg

import (
	"bytes"
	"html/template"
	"strconv"

	"banwen/internal/chart"
	"banwen/internal/style"
)

// drawing is an SVG element being written.
type drawing struct {
	bytes.Buffer
	char []byte // the last character written
}

func (d *drawing) shape(s chart.Shape) {
	switch s := s.(type) {
	case chart.Rect:
		d.rect(s)
	case chart.Polygon:
		d.start("polygon")
		d.path(s.Points)
		d.fill(s.Fill)
		d.stroke(s.Stroke, s.StrokeWidth)
		d.empty("polygon")
	case chart.Line:
		d.start("polyline")
		d.path(s.Points)
		d.fill("")
		d.stroke(s.Color, s.Width)
		if s.Dash != 0 {
			d.length("stroke-dasharray", s.Dash)
		}
		d.empty("polyline")
	case chart.Text:
		d.text(s)
	}
}

func (d *drawing) rect(r chart.Rect) {
	d.start("rect")
	d.length("x", r.X)
	d.length("y", r.Y)
	d.length("width", r.W)
	d.length("height", r.H)
	d.fill(r.Fill)
	d.stroke(r.Stroke, r.StrokeWidth)
	d.empty("rect")
}

func (d *drawing) text(t chart.Text) {
	d.start("text")
	d.length("x", t.At.X)
	d.length("y", t.At.Y)
	d.keyword("class", Class(t.Face))
	d.length("font-size", t.Size)
	d.fill(t.Color)
	if t.Anchor == chart.Middle || t.Anchor == chart.End {
		d.keyword("text-anchor", string(t.Anchor))
	}
	d.WriteByte('>')
	template.HTMLEscape(d, []byte(t.Text))
	d.end("text")
}

func (d *drawing) start(element string) { d.WriteString("<" + element) }
func (d *drawing) end(element string)   { d.WriteString("</" + element + ">") }
func (d *drawing) empty(element string) { d.WriteString("></" + element + ">") }

// name begins an attribute; its value and the closing quote follow.
func (d *drawing) name(attribute string) { d.WriteString(" " + attribute + `="`) }

// keyword writes an attribute whose value is one of the program's own words.
func (d *drawing) keyword(attribute, word string) {
	d.name(attribute)
	d.WriteString(word)
	d.WriteByte('"')
}

func (d *drawing) length(attribute string, l style.Length) {
	d.name(attribute)
	d.points(l)
	d.WriteByte('"')
}

func (d *drawing) path(all []chart.Point) {
	d.name("points")
	for i, p := range all {
		if i > 0 {
			d.WriteByte(' ')
		}
		d.points(p.X)
		d.WriteByte(',')
		d.points(p.Y)
	}
	d.WriteByte('"')
}

// fill says none where there is no colour: SVG's own default is black.
func (d *drawing) fill(rgb string) {
	if rgb == "" {
		d.keyword("fill", "none")
		return
	}
	d.keyword("fill", Color(rgb))
}

func (d *drawing) stroke(rgb string, width style.Length) {
	if rgb == "" {
		return
	}
	d.keyword("stroke", Color(rgb))
	d.length("stroke-width", width)
}

// Color is a colour of the document for SVG, CSS and ECharts; black where it is not RRGGBB.
func Color(rgb string) string {
	if len(rgb) != 6 {
		return "#000000"
	}
	for i := range len(rgb) {
		if c := rgb[i] | 0x20; !('0' <= rgb[i] && rgb[i] <= '9' || 'a' <= c && c <= 'f') {
			return "#000000"
		}
	}
	return "#" + rgb
}

// points writes a length in points, to the nearest hundredth.
func (d *drawing) points(l style.Length) {
	if l < 0 {
		d.WriteByte('-')
		l = -l
	}
	hundredths := int64((l*100 + style.Pt/2) / style.Pt)
	b := strconv.AppendInt(d.AvailableBuffer(), hundredths/100, 10)
	if tenth, hundredth := hundredths/10%10, hundredths%10; tenth+hundredth != 0 {
		b = append(b, '.', '0'+byte(tenth))
		if hundredth != 0 {
			b = append(b, '0'+byte(hundredth))
		}
	}
	d.Write(b)
}
