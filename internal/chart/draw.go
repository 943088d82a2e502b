package chart

import (
	"banwen/internal/doc"
	"banwen/internal/style"
)

// smallestText is where Draw stops making text smaller.
const smallestText = 4 * style.Pt

// Draw draws the chart into width × height with labels in text's face and size.
//
// Each kind has a few layouts, the best looking first; the first in which no
// two texts meet and nothing leaves the scene is taken. Only when none does
// is the text made smaller, half a point at a time.
func Draw(c *doc.Chart, width, height style.Length, text style.Text, measure Measure) Scene {
	var d *drawing
	for size := text.Size; ; size -= style.Pt / 2 {
		for _, layout := range layouts(c) {
			d = newDrawing(c, width, height, text, size, measure)
			layout(d)
			if d.isClean() {
				return d.scene()
			}
		}
		if size <= smallestText {
			return d.scene()
		}
	}
}

// layout draws a chart in one way; it calls fail when its parts have no room.
type layout func(*drawing)

func layouts(c *doc.Chart) []layout {
	if len(c.Series) == 0 || len(c.Categories) == 0 {
		return []layout{func(*drawing) {}}
	}
	switch c.Kind {
	case doc.Bar:
		return []layout{drawBars}
	case doc.StackedColumn:
		return []layout{drawStacks, drawStacksWithTable}
	case doc.Line:
		return []layout{drawLines, drawLinesWithTable}
	case doc.Pie, doc.Doughnut:
		return []layout{
			drawPie(pieStyle{label: twoLines, size: 100}), drawPie(pieStyle{label: oneLine, size: 100}),
			drawPie(pieStyle{label: twoLines, size: 75}), drawPie(pieStyle{label: oneLine, size: 75}),
			drawPie(pieStyle{label: oneLine, size: 75, crossing: true}),
		}
	default:
		return []layout{drawColumns(roomyGap), drawColumns(middleGap), drawColumns(narrowGap), drawColumnsWithTable}
	}
}

// drawing is a scene being drawn, with what its texts are set in.
type drawing struct {
	chart   *doc.Chart
	area    box
	face    style.Role
	size    style.Length
	pitch   style.Length // from line to line of a wrapped text
	measure Measure

	shapes []Shape
	texts  []box // where the texts are
	marks  []box // what a value label must not cover: bars, points, lines
	values []box // where the value labels outside of bars are
	failed bool
}

func newDrawing(c *doc.Chart, width, height style.Length, text style.Text, size style.Length, measure Measure) *drawing {
	pitch := size * 8 / 7
	if text.Pitch > text.Size {
		pitch = text.Pitch * size / text.Size
	}
	return &drawing{
		chart: c, area: box{0, 0, width, height},
		face: text.Face, size: size, pitch: pitch, measure: measure,
	}
}

func (d *drawing) scene() Scene {
	return Scene{Width: d.area.right, Height: d.area.bottom, Shapes: d.shapes}
}

// fail says that the layout has no room for all its parts.
func (d *drawing) fail() { d.failed = true }

// width is the width of a text.
func (d *drawing) width(text string) style.Length { return d.measure(text, d.face, d.size) }

// em is a part of the text size.
func (d *drawing) em(percent style.Length) style.Length { return d.size * percent / 100 }

func (d *drawing) add(s Shape) { d.shapes = append(d.shapes, s) }

// rule draws a straight line.
func (d *drawing) rule(x1, y1, x2, y2 style.Length, color string, width style.Length) {
	d.add(Line{Points: []Point{{x1, y1}, {x2, y2}}, Color: color, Width: width})
}

// bar draws a bar with its outline.
func (d *drawing) bar(b box, fill string) {
	b = b.ordered()
	d.add(Rect{X: b.left, Y: b.top, W: b.width(), H: b.height(), Fill: fill, Stroke: OutlineColor, StrokeWidth: OutlineWidth})
	d.marks = append(d.marks, b)
}

// text sets a line with its middle at y.
func (d *drawing) text(text string, x, y style.Length, anchor Anchor) box {
	return d.colored(text, x, y, anchor, black)
}

func (d *drawing) colored(text string, x, y style.Length, anchor Anchor, color string) box {
	if text == "" {
		return box{x, y, x, y}
	}
	d.add(Text{At: Point{x, y + d.em(middleOfText)}, Anchor: anchor, Text: text, Face: d.face, Size: d.size, Color: color})
	b := d.textBox(text, x, y, anchor)
	d.texts = append(d.texts, b)
	return b
}

// label sets the label of a value, which must not cover a mark.
func (d *drawing) label(text string, x, y style.Length, anchor Anchor) {
	if text != "" {
		d.values = append(d.values, d.text(text, x, y, anchor))
	}
}

// lines sets lines one under the other, the first with its middle at y.
func (d *drawing) lines(lines []string, x, y style.Length, anchor Anchor) {
	for i, line := range lines {
		d.text(line, x, y+style.Length(i)*d.pitch, anchor)
	}
}

// textBox is the place that a line with its middle at y takes up.
func (d *drawing) textBox(text string, x, y style.Length, anchor Anchor) box {
	w := d.width(text)
	switch anchor {
	case Middle:
		x -= w / 2
	case End:
		x -= w
	}
	return box{x, y - d.size/2, x + w, y + d.size/2}
}

// middleOfText is how far below its middle a line's baseline is, in percent
// of the size: half the height of a Chinese character's body above the
// baseline, which digits nearly share.
const middleOfText = 36

// The widths of lines in print, in every output.
const (
	GridWidth    = style.Pt / 2
	OutlineWidth = style.Pt / 2
	AxisWidth    = style.Pt * 3 / 4
	LineWidth    = style.Pt * 3 / 2
)
