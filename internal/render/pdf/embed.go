package pdf

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"banwen/internal/font"
	"banwen/internal/style"
)

// fontFile is a subset of a font's file, compressed.
type fontFile struct {
	deflated []byte
	length   int // before compression
}

// startSubsets has the subsets made beside other work: they take most of the time.
func (used usedFonts) startSubsets() {
	for _, u := range used {
		go u.file()
	}
}

// embed writes the fonts, in the order of the set's roles, and the resource dictionary with them.
func (used usedFonts) embed(f *file, resources ref) error {
	var names dict
	byOrder := func(a, b style.Role) int { return cmp.Compare(used[a].order, used[b].order) }
	for _, role := range slices.SortedFunc(maps.Keys(used), byOrder) {
		u := used[role]
		r, err := u.embed(f)
		if err != nil {
			return fmt.Errorf("%s：%w", role, err)
		}
		names = append(names, entry{u.name, r.String()})
	}
	f.put(resources, dict{{"Font", names.String()}}.String())
	return nil
}

// embed writes a Type 0 font over a CIDFontType2 with a subset of the font's
// file (ISO 32000-1, 9.7). Codes are glyph indices of the subset.
func (u *usedFont) embed(f *file) (ref, error) {
	subset, err := u.file()
	if err != nil {
		return 0, err
	}
	file := f.addDeflated(dict{{"Length1", strconv.Itoa(subset.length)}}, subset.deflated)
	name := "/" + u.subsetTag() + "+" + u.font.PostScriptName()
	descendant := f.add(dict{
		{"Type", "/Font"}, {"Subtype", "/CIDFontType2"}, {"BaseFont", name},
		{"CIDSystemInfo", "<</Registry (Adobe)/Ordering (Identity)/Supplement 0>>"},
		{"FontDescriptor", f.add(u.descriptor(name, file).String()).String()},
		{"DW", strconv.Itoa(defaultWidth)}, {"W", u.widths()},
		{"CIDToGIDMap", "/Identity"},
	}.String())
	return f.add(dict{
		{"Type", "/Font"}, {"Subtype", "/Type0"}, {"BaseFont", name}, {"Encoding", "/Identity-H"},
		{"DescendantFonts", "[" + descendant.String() + "]"},
		{"ToUnicode", f.addStream(nil, u.toUnicode()).String()},
	}.String()), nil
}

// subset makes a font file of the glyphs used, in the order of their codes.
func (u *usedFont) subset() (fontFile, error) {
	glyphs := make([]font.GlyphID, len(u.signs))
	for i, s := range u.signs {
		glyphs[i] = s.glyph()
	}
	data, err := u.font.Subset(glyphs)
	if err != nil {
		return fontFile{}, err
	}
	return fontFile{deflated: deflate(data), length: len(data)}, nil
}

// subsetTag names the subset by six capital letters taken from its glyphs (9.6.4).
func (u *usedFont) subsetTag() string {
	glyphs := make([]byte, 0, 8*len(u.signs))
	for _, s := range u.signs {
		glyphs = binary.BigEndian.AppendUint64(glyphs, uint64(s))
	}
	sum := sha256.Sum256(glyphs)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag)
}

// descriptor is the font descriptor (9.8); the metrics come in thousandths of the em.
func (u *usedFont) descriptor(name string, file ref) dict {
	const symbolic = 4 // the only choice for a font without an encoding of its own
	m := u.font.Metrics()
	number := func(units int) string { return strconv.FormatInt(u.scale(units), 10) }
	return dict{
		{"Type", "/FontDescriptor"}, {"FontName", name}, {"Flags", strconv.Itoa(symbolic)},
		{"FontBBox", "[" + number(m.XMin) + " " + number(m.YMin) + " " + number(m.XMax) + " " + number(m.YMax) + "]"},
		{"ItalicAngle", strconv.Itoa(m.ItalicAngle)},
		{"Ascent", number(m.Ascent)}, {"Descent", number(m.Descent)},
		{"CapHeight", number(m.CapHeight)}, {"StemV", number(m.StemV)},
		{"FontFile2", file.String()},
	}
}

// defaultWidth is that of most glyphs: the em.
const defaultWidth = 1000

// widths is the W array (9.7.4.3): first code, last code and their width,
// where it is not the default.
func (u *usedFont) widths() string {
	b := []byte("[")
	for i := 0; i < len(u.signs); {
		width := u.width(u.signs[i].glyph())
		next := i + 1
		for next < len(u.signs) && u.width(u.signs[next].glyph()) == width {
			next++
		}
		if width != defaultWidth {
			b = fmt.Appendf(b, "%d %d %d ", i+1, next, width)
		}
		i = next
	}
	return string(append(b, ']'))
}
