package pdf

import (
	"banwen/internal/style"
	"banwen/internal/typeset"
)

// lineOf gives the runs at the head of items of which each goes on where the
// one before it ends.
func lineOf(items []typeset.Item) []*typeset.GlyphRun {
	var runs []*typeset.GlyphRun
	var end style.Length
	for _, item := range items {
		run, ok := item.(*typeset.GlyphRun)
		if !ok || len(runs) > 0 && (run.X != end || run.Y != runs[0].Y) {
			break
		}
		runs = append(runs, run)
		end = run.X
		for _, g := range run.Glyphs {
			end += g.Advance
		}
	}
	return runs
}

// line shows the runs of one line. Readers of PDF guess spaces from gaps, so
// a line that is spread wide to fill the measure says what its text is
// (ISO 32000-1, 14.9.4).
func (c *content) line(runs []*typeset.GlyphRun) error {
	spread := c.isSpread(runs)
	if spread {
		c.b = append(c.b, "/Span<</ActualText<FEFF"...)
		for _, run := range runs {
			for _, g := range run.Glyphs {
				c.b = appendUTF16(c.b, g.Char)
			}
		}
		c.op(">>>BDC")
	}
	for _, run := range runs {
		if err := c.text(run); err != nil {
			return err
		}
	}
	if spread {
		c.op("EMC")
	}
	return nil
}

// isSpread says whether a gap in the line is so wide that it would be taken for a space.
func (c *content) isSpread(runs []*typeset.GlyphRun) bool {
	const space = 12 // readers take from a tenth of the size on; some sizes are rounded
	for _, run := range runs {
		u := c.fonts[run.Role]
		for _, g := range run.Glyphs {
			if g.Advance-style.Length(u.width(g.ID))*run.Size/1000 > run.Size/space {
				return true
			}
		}
	}
	return false
}
