package font

import (
	"encoding/binary"
	"errors"
	"slices"
)

// Subset gives a TrueType file with only the glyphs named, for embedding in a
// PDF (ISO 32000-1, 9.9: the tables a CIDFontType2 needs). Glyph 0 of it is
// .notdef, glyph i+1 is glyphs[i]; the components of composite glyphs follow.
// The same glyphs give the same bytes. It fails when an outline is damaged.
func (f *Font) Subset(glyphs []GlyphID) ([]byte, error) {
	order, err := f.withComponents(glyphs)
	if err != nil {
		return nil, err
	}
	glyf, loca := f.subsetOutlines(order)
	var file file
	for _, tag := range []string{"cvt ", "fpgm"} { // hinting programs, where the font has them
		file.add(tag, f.tables[tag])
	}
	file.add("glyf", glyf)
	file.add("head", f.subsetHead())
	file.add("hhea", f.subsetHhea(len(order)))
	file.add("hmtx", f.subsetHmtx(order))
	file.add("loca", loca)
	file.add("maxp", f.subsetMaxp(len(order)))
	file.add("prep", f.tables["prep"])
	return file.bytes(), nil
}

// What a subset may hold: far more than a document needs, and so little that
// a font whose outlines overlap cannot take all memory.
const (
	maxOutlines = 64 << 20 // bytes
	maxGlyphs   = 65535    // as maxp can count
)

// withComponents lists .notdef, the glyphs, and every glyph they are composed of.
func (f *Font) withComponents(glyphs []GlyphID) ([]GlyphID, error) {
	order := append([]GlyphID{0}, glyphs...)
	seen := make(map[GlyphID]bool, len(order))
	for _, g := range order {
		seen[g] = true
	}
	size := 0
	for i := 0; i < len(order); i++ { // order grows while it is walked
		outline, err := f.outline(order[i])
		if err != nil {
			return nil, err
		}
		if size += len(outline); size > maxOutlines || len(order) > maxGlyphs {
			return nil, errors.New("字体文件已损坏：字形太大或太多")
		}
		for _, at := range components(outline) {
			if part := GlyphID(outline.u16(at)); !seen[part] {
				seen[part] = true
				order = append(order, part)
			}
		}
	}
	return order, nil
}

// subsetOutlines gives glyf and loca for the glyphs in order, whose outlines
// withComponents has found sound.
func (f *Font) subsetOutlines(order []GlyphID) (glyf, loca []byte) {
	index := make(map[GlyphID]int, len(order))
	size := 0
	for i, g := range order {
		if _, ok := index[g]; !ok {
			index[g] = i
		}
		outline, _ := f.outline(g)
		size += len(outline) + 3
	}
	glyf = make([]byte, 0, size)
	loca = make([]byte, 0, 4*len(order)+4)
	for _, g := range order {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		outline, _ := f.outline(g)
		start := len(glyf)
		glyf = append(glyf, outline...)
		for _, at := range components(outline) {
			part := GlyphID(outline.u16(at))
			binary.BigEndian.PutUint16(glyf[start+at:], uint16(index[part]))
		}
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
	}
	return glyf, binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
}

func (f *Font) subsetHead() []byte {
	head := slices.Clone(f.tables["head"][:54])
	binary.BigEndian.PutUint32(head[8:], 0)  // checkSumAdjustment: set when the file is whole
	binary.BigEndian.PutUint16(head[50:], 1) // loca has long offsets
	return head
}

func (f *Font) subsetHhea(glyphs int) []byte {
	hhea := slices.Clone(f.tables["hhea"][:36])
	binary.BigEndian.PutUint16(hhea[34:], uint16(glyphs))
	return hhea
}

// subsetHmtx gives each glyph a long entry: advance and left side bearing.
func (f *Font) subsetHmtx(order []GlyphID) []byte {
	hmtx := make([]byte, 0, 4*len(order))
	for _, g := range order {
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(f.Advance(g)))
		hmtx = binary.BigEndian.AppendUint16(hmtx, f.leftSideBearing(g))
	}
	return hmtx
}

// leftSideBearing is the bearing's bits as hmtx has them.
func (f *Font) leftSideBearing(g GlyphID) uint16 {
	hmtx := f.tables["hmtx"]
	if int(g) < f.longMetric {
		return hmtx.u16(4*int(g) + 2)
	}
	return hmtx.u16(4*f.longMetric + 2*(int(g)-f.longMetric))
}

func (f *Font) subsetMaxp(glyphs int) []byte {
	maxp := slices.Clone(f.tables["maxp"])
	binary.BigEndian.PutUint16(maxp[4:], uint16(glyphs))
	return maxp
}
