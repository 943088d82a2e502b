package typeset

import (
	"banwen/internal/chart"
	"banwen/internal/doc"
	"banwen/internal/style"
)

// head sets the red head (版头; GB/T 9704-2012, 7.2) into one box, the first
// of the document: its parts have places of their own on the page.
func (s *setter) head(h *doc.Head) {
	look := s.profile.Head
	b := box{keep: true, items: s.headLabels(h)}
	mark, size := s.headMark(h.Mark)
	b.items = append(b.items, mark...)
	numbered, lines := s.numberLines(h)
	top := look.Top + size + style.Length(look.Lines)*s.profile.Grid.Pitch
	b.items = append(b.items, movedDown(numbered, top)...)
	// The characters of the last line end where the space above the rule begins.
	t := look.Number
	rule := top + style.Length(lines-1)*t.Pitch + (t.Pitch+t.Size)/2 + look.RuleBelow
	b.items = append(b.items, s.rule(doc.HeadNode, rule+look.RuleWidth/2, look.RuleWidth, look.Color))
	b.height = rule + look.RuleWidth + style.Length(look.TitleLines)*s.profile.Grid.Pitch
	s.add(b)
}

// alignHead makes the head a little lower or higher, so that what stands
// under the boxes set so far stands on the grid.
func (s *setter) alignHead() {
	height := style.Length(0)
	for i := range s.boxes {
		height += s.boxes[i].height
	}
	pitch := s.profile.Grid.Pitch
	s.boxes[0].height += (height+pitch/2)/pitch*pitch - height
}

// headLabels sets 份号, 密级和保密期限 and 紧急程度 flush left, a line each from
// the first line of the type area on (7.2.1 to 7.2.3).
func (s *setter) headLabels(h *doc.Head) []Item {
	look := s.profile.Head
	var items []Item
	top := style.Length(0)
	for _, label := range []struct {
		text style.Text
		word []doc.Run
	}{{look.Copy, h.Copy}, {look.Secrecy, h.Secrecy}, {look.Secrecy, h.Urgency}} {
		if len(label.word) == 0 {
			continue
		}
		c := s.typeArea(label.text, doc.HeadNode, HeadLabel)
		items = append(items, movedDown(s.piece(&c, label.word, c.left), top)...)
		top += label.text.Pitch
	}
	return items
}

// headMark sets the organ mark in red, centred, the top edge of its
// characters look.Top under that of the type area (7.2.4). A mark wider than
// the type area is set smaller. It gives its size too.
func (s *setter) headMark(mark []doc.Run) ([]Item, style.Length) {
	look := s.profile.Head
	t := look.Mark
	t.Size = s.fittingSize(t, mark)
	t.Pitch = t.Size
	c := s.typeArea(t, doc.HeadNode, HeadMark)
	c.color = look.Color
	x := c.left + (c.width-s.naturalWidth(doc.HeadNode, t, mark))/2
	return movedDown(s.piece(&c, mark, x), look.Top), t.Size
}

// fittingSize is the size, in half points, at which a text fits into one line
// of the type area.
func (s *setter) fittingSize(t style.Text, text []doc.Run) style.Length {
	const step = style.Pt / 2
	width := s.naturalWidth(doc.HeadNode, t, text)
	if width <= s.area.TextWidth {
		return t.Size
	}
	return max(step, t.Size*s.area.TextWidth/width/step*step)
}

// rule is a rule as wide as the type area.
func (s *setter) rule(node string, y, weight style.Length, color string) *Shapes {
	left, right := s.area.Left, s.area.Left+s.area.TextWidth
	return &Shapes{Node: node, Shapes: []chart.Shape{
		chart.Line{Points: []chart.Point{{X: left, Y: y}, {X: right, Y: y}}, Color: color, Width: weight},
	}}
}
