package font

import "errors"

// charmap gives each character its glyph: a page of 256 characters at a
// time, so that a lookup is two array accesses and empty pages cost nothing.
type charmap struct {
	pages  [0x1100]*[256]GlyphID // by the character's upper bits, to U+10FFFF
	glyphs int                   // a glyph beyond is damage and counts as absent
	next   rune                  // the lowest character a further range may map
}

// glyph gives the glyph of r, 0 when there is none.
func (c *charmap) glyph(r rune) GlyphID {
	if r < 0 || r > 0x10FFFF {
		return 0
	}
	page := c.pages[r>>8]
	if page == nil {
		return 0
	}
	return page[r&0xFF]
}

// put maps r to g.
func (c *charmap) put(r rune, g uint32) {
	if g == 0 || g >= uint32(c.glyphs) {
		return
	}
	page := c.pages[r>>8]
	if page == nil {
		page = new([256]GlyphID)
		c.pages[r>>8] = page
	}
	page[r&0xFF] = GlyphID(g)
}

// putRange maps first to last by glyph, which is told how far from start the
// character is. Ranges come in ascending order; where they overlap the
// earlier one holds, as the specification has the lookup. That also bounds
// the work that a hostile font can ask for.
func (c *charmap) putRange(first, last rune, glyph func(offset int) uint32) {
	last = min(last, 0x10FFFF)
	for r := max(first, c.next); r <= last; r++ {
		c.put(r, glyph(int(r-first)))
	}
	c.next = max(c.next, last+1)
}

// subtables are the platform and encoding of the Unicode subtables, best
// first, with the format each is read in.
var subtables = []struct{ platform, encoding, format uint16 }{
	{3, 10, 12}, {0, 6, 12}, {0, 4, 12}, // full repertoire
	{3, 1, 4}, {0, 3, 4}, {0, 2, 4}, {0, 1, 4}, {0, 0, 4}, // Basic Multilingual Plane
}

// readCharmap reads the best Unicode subtable of a cmap table.
func readCharmap(cmap table, glyphs int) (*charmap, error) {
	c := &charmap{glyphs: glyphs}
	for _, want := range subtables {
		for i := range int(cmap.u16(2)) {
			record := cmap.slice(4+8*i, 8)
			if record.u16(0) != want.platform || record.u16(2) != want.encoding || len(record) < 8 {
				continue
			}
			sub := cmap.slice(int(record.u32(4)), len(cmap))
			if sub.u16(0) != want.format {
				continue
			}
			if want.format == 12 {
				return c, c.readFormat12(sub)
			}
			return c, c.readFormat4(sub)
		}
	}
	return nil, errors.New("字体没有 Unicode 字符表，不能使用")
}

// readFormat4 reads a segment mapping to delta values (cmap format 4).
func (c *charmap) readFormat4(sub table) error {
	segments := int(sub.u16(6)) / 2
	ends := 14
	starts := ends + 2*segments + 2 // after reservedPad
	deltas := starts + 2*segments
	offsets := deltas + 2*segments
	if len(sub) < offsets+2*segments {
		return errors.New("字体文件已损坏：字符表不完整")
	}
	for i := range segments {
		at := 2 * i
		first, last := rune(sub.u16(starts+at)), rune(sub.u16(ends+at))
		delta, offset := uint32(sub.u16(deltas+at)), int(sub.u16(offsets+at))
		c.putRange(first, last, func(n int) uint32 {
			if offset == 0 {
				return uint32(uint16(uint32(first) + uint32(n) + delta))
			}
			// idRangeOffset counts from its own place in the table.
			g := uint32(sub.u16(offsets + at + offset + 2*n))
			if g == 0 {
				return 0
			}
			return uint32(uint16(g + delta))
		})
	}
	return nil
}

// readFormat12 reads segmented coverage (cmap format 12).
func (c *charmap) readFormat12(sub table) error {
	groups := int64(sub.u32(12))
	if int64(len(sub)) < 16+12*groups {
		return errors.New("字体文件已损坏：字符表不完整")
	}
	for i := range int(groups) {
		group := sub[16+12*i:]
		first, last, glyph := group.u32(0), group.u32(4), group.u32(8)
		if first > last || last > 0x10FFFF {
			return errors.New("字体文件已损坏：字符表次序不对")
		}
		c.putRange(rune(first), rune(last), func(n int) uint32 { return glyph + uint32(n) })
	}
	return nil
}
