package font

import (
	"encoding/binary"
	"errors"
	"slices"
)

// WebSubset gives a TrueType file with only the glyphs of some characters, for
// a browser to load (OpenType 1.9: the required tables). Characters that the
// font lacks are left out. The same characters give the same bytes. It fails
// when a table that browsers insist on is not there or damaged.
func (f *Font) WebSubset(chars []rune) ([]byte, error) {
	chars = slices.DeleteFunc(slices.Compact(slices.Sorted(slices.Values(chars))), func(r rune) bool {
		_, ok := f.Glyph(r)
		return !ok
	})
	glyphs := make([]GlyphID, len(chars))
	for i, r := range chars {
		glyphs[i], _ = f.Glyph(r)
	}
	order, err := f.withComponents(glyphs)
	if err != nil {
		return nil, err
	}
	os2, name, post := f.tables["OS/2"], f.tables["name"], f.tables["post"]
	if len(os2) < 78 || len(name) < 6 || len(post) < 32 {
		return nil, errors.New("字体文件缺少浏览器要的表")
	}
	glyf, loca := f.subsetOutlines(order)
	var file file
	file.add("OS/2", os2)
	file.add("cmap", webCmap(chars))
	file.add("cvt ", f.tables["cvt "])
	file.add("fpgm", f.tables["fpgm"])
	file.add("glyf", glyf)
	file.add("head", f.subsetHead())
	file.add("hhea", f.subsetHhea(len(order)))
	file.add("hmtx", f.subsetHmtx(order))
	file.add("loca", loca)
	file.add("maxp", f.subsetMaxp(len(order)))
	file.add("name", name)
	file.add("post", withoutNames(post))
	file.add("prep", f.tables["prep"])
	return file.bytes(), nil
}

// webCmap maps the characters to glyphs 1, 2, … in a subtable of format 12
// (segmented coverage), a segment each.
func webCmap(chars []rune) []byte {
	be := binary.BigEndian
	var cmap []byte
	for _, v := range []uint16{0, 1, 3, 10} { // version, one subtable: Windows, full repertoire
		cmap = be.AppendUint16(cmap, v)
	}
	cmap = be.AppendUint32(cmap, 12) // where it begins
	cmap = be.AppendUint16(cmap, 12) // format
	cmap = be.AppendUint16(cmap, 0)
	cmap = be.AppendUint32(cmap, uint32(16+12*len(chars)))
	cmap = be.AppendUint32(cmap, 0) // of no language
	cmap = be.AppendUint32(cmap, uint32(len(chars)))
	for i, r := range chars {
		cmap = be.AppendUint32(cmap, uint32(r))
		cmap = be.AppendUint32(cmap, uint32(r))
		cmap = be.AppendUint32(cmap, uint32(i+1))
	}
	return cmap
}

// withoutNames is a post table that names no glyphs (version 3).
func withoutNames(post []byte) []byte {
	head := slices.Clone(post[:32])
	binary.BigEndian.PutUint32(head, 0x00030000)
	return head
}
