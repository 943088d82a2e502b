// Package font reads TrueType fonts: which characters a font has, how wide
// they are, and a subset of it for embedding. A font is read only when a
// glyph of it is asked for. It knows nothing of documents.
//
// Table layouts are those of the OpenType specification 1.9. A font file may
// come from a user, so nothing in it is trusted: a damaged one gives an
// error, never a panic.
package font

import (
	"errors"

	"banwen/internal/style"
)

// GlyphID is a glyph's index in its font; 0 is .notdef.
type GlyphID uint16

// Font is one TrueType (glyf) font. It is safe for concurrent use.
type Font struct {
	tables     map[string]table
	unitsPerEm int
	glyphs     int // how many the font has
	longMetric int // how many glyphs have an entry of their own in hmtx
	longLoca   bool
	chars      *charmap
}

// required are the tables without which a font can be neither set nor embedded.
var required = []string{"head", "hhea", "maxp", "hmtx", "cmap", "loca", "glyf"}

// Parse reads the table directory and what widths and characters need; the
// data is kept, not copied. Errors say in Chinese what is wrong with the file.
func Parse(data []byte) (*Font, error) {
	tables, err := readDirectory(data)
	if err != nil {
		return nil, err
	}
	f := &Font{tables: tables}
	if err := f.readHeaders(); err != nil {
		return nil, err
	}
	f.chars, err = readCharmap(tables["cmap"], f.glyphs)
	if err != nil {
		return nil, err
	}
	return f, nil
}

// readHeaders reads the counts and sizes that the other tables depend on.
func (f *Font) readHeaders() error {
	head, hhea, maxp := f.tables["head"], f.tables["hhea"], f.tables["maxp"]
	if len(head) < 54 || len(hhea) < 36 || len(maxp) < 6 {
		return errors.New("字体文件已损坏：表头不完整")
	}
	f.unitsPerEm = int(head.u16(18))
	f.longLoca = head.u16(50) == 1
	f.longMetric = int(hhea.u16(34))
	f.glyphs = int(maxp.u16(4))
	if f.unitsPerEm < 16 || f.unitsPerEm > 16384 { // the range that head allows
		return errors.New("字体文件已损坏：每字单位数不对")
	}
	if f.glyphs == 0 || f.longMetric == 0 || f.longMetric > f.glyphs {
		return errors.New("字体文件已损坏：字形数不对")
	}
	if len(f.tables["hmtx"]) < 4*f.longMetric {
		return errors.New("字体文件已损坏：字宽表不完整")
	}
	if len(f.tables["loca"]) < (f.glyphs+1)*f.locaEntry() {
		return errors.New("字体文件已损坏：字形位置表不完整")
	}
	return nil
}

// Glyph gives the glyph of a character; false when the font has none.
func (f *Font) Glyph(r rune) (GlyphID, bool) {
	g := f.chars.glyph(r)
	return g, g != 0
}

// Advance is a glyph's advance width in units of the em.
func (f *Font) Advance(g GlyphID) int {
	// hmtx: the last long entry's advance holds for all glyphs after it.
	return int(f.tables["hmtx"].u16(4 * min(int(g), f.longMetric-1)))
}

// Width is a glyph's advance width at a size, rounded to the nearest EMU.
func (f *Font) Width(g GlyphID, size style.Length) style.Length {
	em := style.Length(f.unitsPerEm)
	return (2*size*style.Length(f.Advance(g)) + em) / (2 * em)
}

// UnitsPerEm is how many font units an em has.
func (f *Font) UnitsPerEm() int { return f.unitsPerEm }
