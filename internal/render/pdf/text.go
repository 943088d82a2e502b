package pdf

import (
	"strconv"

	"banwen/internal/style"
	"banwen/internal/typeset"
)

// text shows a run of glyphs, each where the layout has it.
func (c *content) text(run *typeset.GlyphRun) error {
	if len(run.Glyphs) == 0 {
		return nil
	}
	if err := c.setFill(run.Color); err != nil {
		return err
	}
	if run.Bold {
		if err := c.setPen(run.Color, run.Size/boldFraction, 0); err != nil {
			return err
		}
	}
	c.b = append(c.b, "BT "...)
	c.setFont(run.Role, run.Size)
	c.setBold(run.Bold)
	if len(run.Glyphs) > 1 {
		c.setSpacing(c.usualSpacing(run))
	}
	c.at(run.X, run.Y)
	c.b = append(c.b, "Td "...)
	c.showGlyphs(run)
	c.op(" ET")
	return nil
}

func (c *content) setFont(role style.Role, size style.Length) {
	if role == c.role && size == c.size {
		return
	}
	c.role, c.size = role, size
	c.b = append(c.b, '/')
	c.b = append(c.b, c.fonts[role].name...)
	c.b = append(c.b, ' ')
	c.length(size)
	c.b = append(c.b, "Tf "...)
}

// boldFraction of the size is the width of the line that makes strokes bold.
const boldFraction = 32

// setBold has glyphs filled and their outlines drawn too, or only filled.
func (c *content) setBold(bold bool) {
	if bold == c.bold {
		return
	}
	c.bold = bold
	if bold {
		c.b = append(c.b, "2 Tr "...)
	} else {
		c.b = append(c.b, "0 Tr "...)
	}
}

// setSpacing sets the space added after every character, in thousandths of a point.
func (c *content) setSpacing(spacing int64) {
	if spacing == c.spacing {
		return
	}
	c.spacing = spacing
	c.b = append(appendThousandths(c.b, spacing), " Tc "...)
}

// usualSpacing is the spacing that more than half of a run's glyphs have,
// where there is one: a line tightened to the grid then needs no adjustments
// between them. It is found by majority vote (Boyer and Moore 1981).
func (c *content) usualSpacing(run *typeset.GlyphRun) int64 {
	u := c.fonts[run.Role]
	var usual int64
	votes := 0
	for _, g := range run.Glyphs[:len(run.Glyphs)-1] { // what follows the last one shows nowhere
		natural := divRound(u.width(g.ID)*int64(run.Size), 1000)
		spacing := divRound((int64(g.Advance)-natural)*1000, int64(style.Pt))
		switch {
		case spacing == usual:
			votes++
		case votes == 0:
			usual, votes = spacing, 1
		default:
			votes--
		}
	}
	return usual
}

// showGlyphs writes the glyphs as one TJ array (ISO 32000-1, 9.4.3), so that
// readers take them for one piece of text. What an adjustment, a whole number
// of thousandths of the size, cannot express is carried to the next, so that
// no glyph is ever off by more than that.
func (c *content) showGlyphs(run *typeset.GlyphRun) {
	u := c.fonts[run.Role]
	// Both in thousandths of an EMU from the run's start.
	var wanted, reached int64
	spacing := c.spacing * int64(style.Pt)
	c.b = append(c.b, "[<"...)
	for _, g := range run.Glyphs {
		if adjust := divRound(reached-wanted, int64(run.Size)); adjust != 0 {
			c.b = append(c.b, '>')
			c.b = strconv.AppendInt(c.b, adjust, 10)
			c.b = append(c.b, '<')
			reached -= adjust * int64(run.Size)
		}
		c.b = appendHex16(c.b, u.codes[newSign(g)])
		reached += u.width(g.ID)*int64(run.Size) + spacing
		wanted += int64(g.Advance) * 1000
	}
	c.b = append(c.b, ">]TJ"...)
}
