package pdf

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"sync"

	"banwen/internal/font"
	"banwen/internal/style"
	"banwen/internal/typeset"
)

// usedFonts are the fonts of which a document uses a glyph.
type usedFonts map[style.Role]*usedFont

// usedFont is one font with the codes its glyphs are shown by.
type usedFont struct {
	font  *font.Font
	order int    // among the set's
	name  string // in resource dictionaries
	codes map[sign]uint16
	signs []sign // of code 1, 2, …; code 0 is .notdef
	// file makes the subset of the font's file on the first call.
	file func() (fontFile, error)
}

// sign is a glyph (upper half) and the character it stands for (lower half).
// A glyph that stands for two characters gets a code for each, or one would
// copy out as the other.
type sign uint64

func newSign(g typeset.Glyph) sign { return sign(g.ID)<<32 | sign(uint32(g.Char)) }

func (s sign) glyph() font.GlyphID { return font.GlyphID(s >> 32) }
func (s sign) char() rune          { return rune(uint32(s)) }

// collectFonts finds every glyph the pages use and gives it its code.
func collectFonts(l *typeset.Layout, fonts *font.Set) (usedFonts, error) {
	used := usedFonts{}
	for _, page := range l.Pages {
		for _, item := range page.All() {
			run, ok := item.(*typeset.GlyphRun)
			if !ok {
				continue
			}
			if err := used.add(run, fonts); err != nil {
				return nil, fmt.Errorf("第 %d 页：%w", page.Number, err)
			}
		}
	}
	for _, u := range used {
		u.assignCodes()
		u.file = sync.OnceValues(u.subset)
	}
	return used, nil
}

// add notes the glyphs of one run.
func (used usedFonts) add(run *typeset.GlyphRun, fonts *font.Set) error {
	if run.Size <= 0 {
		return fmt.Errorf("字号 %v 不对", run.Size)
	}
	u := used[run.Role]
	if u == nil {
		f, err := fonts.Font(run.Role)
		if err != nil {
			return err
		}
		order := 1 + slices.Index(fonts.Roles(), run.Role)
		u = &usedFont{font: f, order: order, name: "F" + strconv.Itoa(order), codes: map[sign]uint16{}}
		used[run.Role] = u
	}
	for _, g := range run.Glyphs {
		if g.ID == 0 {
			return fmt.Errorf("“%c”（U+%04X）在%s字体里没有字形", g.Char, g.Char, run.Role)
		}
		u.codes[newSign(g)] = 0
	}
	return nil
}

// assignCodes numbers the signs from 1 by glyph and character.
func (u *usedFont) assignCodes() {
	u.signs = slices.Sorted(maps.Keys(u.codes))
	for i, s := range u.signs {
		u.codes[s] = uint16(i + 1)
	}
}

// width is a glyph's advance in thousandths of the em, as the W array has it.
func (u *usedFont) width(g font.GlyphID) int64 { return u.scale(u.font.Advance(g)) }

// scale turns font units into thousandths of the em.
func (u *usedFont) scale(units int) int64 {
	return divRound(int64(units)*1000, int64(u.font.UnitsPerEm()))
}
