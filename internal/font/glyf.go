package font

import "fmt"

// The flags of a composite glyph's component (OpenType, glyf table).
const (
	argsAreWords   = 0x0001
	hasScale       = 0x0008
	moreComponents = 0x0020
	hasTwoScales   = 0x0040
	hasMatrix      = 0x0080
)

// locaEntry is the size in bytes of one entry of the loca table.
func (f *Font) locaEntry() int {
	if f.longLoca {
		return 4
	}
	return 2
}

// outline gives a glyph's data; empty for a blank glyph.
func (f *Font) outline(g GlyphID) (table, error) {
	loca, glyf := f.tables["loca"], f.tables["glyf"]
	var from, to int64
	if f.longLoca {
		from, to = int64(loca.u32(4*int(g))), int64(loca.u32(4*int(g)+4))
	} else {
		from, to = 2*int64(loca.u16(2*int(g))), 2*int64(loca.u16(2*int(g)+2))
	}
	if int(g) >= f.glyphs || from > to || to > int64(len(glyf)) {
		return nil, fmt.Errorf("字体文件已损坏：第 %d 个字形超出范围", g)
	}
	return glyf[from:to], nil
}

// components gives the offsets in a composite glyph's data at which the ids
// of its components stand; none for a simple glyph.
func components(outline table) []int {
	const headerSize = 10
	if outline.i16(0) >= 0 { // a contour count; a composite has -1
		return nil
	}
	var at []int
	for pos := headerSize; pos+4 <= len(outline); {
		flags := outline.u16(pos)
		at = append(at, pos+2)
		if flags&moreComponents == 0 {
			break
		}
		pos += componentSize(flags)
	}
	return at
}

// componentSize is the length in bytes of a component with these flags.
func componentSize(flags uint16) int {
	size := 4 // flags, glyph id
	if flags&argsAreWords != 0 {
		size += 4
	} else {
		size += 2
	}
	switch {
	case flags&hasScale != 0:
		size += 2
	case flags&hasTwoScales != 0:
		size += 4
	case flags&hasMatrix != 0:
		size += 8
	}
	return size
}
