package typeset

import (
	"banwen/internal/doc"
	"banwen/internal/style"
)

// The colours of text.
const (
	black = "000000" // GB/T 9704-2012, 5.2.4
	alarm = "C00000" // a missing figure in a draft
)

// column is where a text is set and how.
type column struct {
	text  style.Text
	left  style.Length // from the paper's left edge
	width style.Length
	node  string
	kind  Kind
	color string // of all of the text; empty: each run's own
}

// typeArea is the column as wide as the type area.
func (s *setter) typeArea(text style.Text, node string, kind Kind) column {
	return column{text: text, left: s.area.Left, width: s.area.TextWidth, node: node, kind: kind}
}

// columnFace is the face a column's text asks for.
func (s *setter) columnFace(c *column) *face { return s.face(c.text.Face, c.text.Size) }

// cell is what the grid adds to every full-width character of a size: body
// text is set so that these fill the grid, other sizes as they are.
func (s *setter) cell(size style.Length) style.Length {
	if size != s.profile.Body.Size {
		return 0
	}
	return s.profile.CharacterCell() - size
}

// indent is the first line's indent.
func (s *setter) indent(text style.Text) style.Length {
	return style.Length(text.Indent) * (text.Size + s.cell(text.Size))
}

// breakColumn breaks characters into the lines of a column. The slice is good
// until the next call. Lines are filled with what the DOCX says, so that they
// break where word processors break them, and then set on the grid.
func (s *setter) breakColumn(c *column, chars []char) []extent {
	first := c.width - s.indent(c.text)
	s.extents = breakLines(s.extents[:0], chars, first, c.width, s.profile.Tightening(c.text))
	return s.extents
}

// setLine sets one line of a column; y of its runs is counted from the line's
// top. first and last tell its place in the paragraph.
func (s *setter) setLine(c *column, line []char, first, last bool) []Item {
	x, width := c.left, c.width
	if first {
		indent := s.indent(c.text)
		x, width = x+indent, width-indent
	}
	steps, total := s.advances(line, s.cell(c.text.Size))
	switch left := width - total; {
	case left < 0, c.text.Align == style.Justify && !last:
		justify(line, steps, left)
	case c.text.Align == style.Center:
		x += left / 2
	case c.text.Align == style.Right:
		x += left
	}
	return s.withMarks(c, s.glyphRuns(c, line, steps, x, baseline(c.text.Pitch, c.text.Size)))
}

// baseline is how far under a line's top its baseline is: the character's em
// box is centred in the pitch, as Word does with exact line spacing, and the
// em box of a Chinese face reaches 0.88 em above the baseline (OpenType
// specification, ideographic em-box of the CJK faces).
func baseline(pitch, size style.Length) style.Length {
	return (pitch-size)/2 + size*88/100
}

// glyphRuns makes runs of a line's characters, as few as fonts and figures allow.
func (s *setter) glyphRuns(c *column, line []char, steps []style.Length, x, y style.Length) []Item {
	count := 0
	for i := range line {
		if i == 0 || !sameRun(&line[i-1], &line[i]) {
			count++
		}
	}
	items, runs := s.items.take(count), s.runs.take(count)
	for n, i := 0, 0; i < len(line); n++ {
		end := i + 1
		for end < len(line) && sameRun(&line[end-1], &line[end]) {
			end++
		}
		glyphs := s.glyphs.take(end - i)
		run := &runs[n]
		*run = GlyphRun{
			Role: line[i].role, Size: c.text.Size, X: x, Y: y, Glyphs: glyphs, Color: c.colorOf(line[i].run),
			Bold: line[i].run.Bold, Node: c.node, Kind: c.kind, Origin: line[i].run.Origin, Change: line[i].run.Change,
		}
		for j := range glyphs {
			glyphs[j] = Glyph{ID: line[i+j].id, Char: line[i+j].r, Advance: steps[i+j]}
			x += steps[i+j]
		}
		items[n] = run
		i = end
	}
	return items
}

// sameRun tells whether two neighbours may stand in one GlyphRun; a printed
// figure has one of its own.
func sameRun(a, b *char) bool {
	if a.role != b.role {
		return false
	}
	if a.run == b.run {
		return true
	}
	return a.run.Origin == nil && b.run.Origin == nil && a.run.Bold == b.run.Bold && a.run.Missing == b.run.Missing && a.run.Change == b.run.Change
}

func (c *column) colorOf(run *doc.Run) string {
	switch {
	case run.Missing:
		return alarm
	case run.Change != "":
		return changed
	case c.color != "":
		return c.color
	default:
		return black
	}
}
