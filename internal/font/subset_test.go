package font_test

import (
	"encoding/binary"
	"testing"

	"banwen/internal/font"

	"github.com/stretchr/testify/require"
)

// outline gives a glyph's data in a font file with long offsets.
func outline(file []byte, g font.GlyphID) []byte {
	loca, glyf := content(file, "loca"), content(file, "glyf")
	return glyf[binary.BigEndian.Uint32(loca[4*int(g):]):binary.BigEndian.Uint32(loca[4*int(g)+4:])]
}

// isComposite says whether an outline is made of other glyphs.
func isComposite(outline []byte) bool { return len(outline) > 0 && outline[0]&0x80 != 0 }

func glyphs(t *testing.T, f *font.Font, text string) []font.GlyphID {
	t.Helper()
	var ids []font.GlyphID
	for _, r := range text {
		g, ok := f.Glyph(r)
		require.True(t, ok, "%c", r)
		ids = append(ids, g)
	}
	return ids
}

func TestSubsetKeepsTheGlyphsInOrder(t *testing.T) {
	file := read(t, "GWSong")
	f := parse(t, "GWSong")
	want := glyphs(t, f, "丁一，𬭎一A") // 一 twice: a glyph may have two codes
	subset, err := f.Subset(want)
	require.NoError(t, err)

	require.Equal(t, uint16(len(want)+1), binary.BigEndian.Uint16(content(subset, "maxp")[4:]))
	require.Equal(t, len(want)+1, len(content(subset, "hmtx"))/4)
	for i, g := range want {
		require.Equal(t, outline(file, g), trimmed(outline(subset, font.GlyphID(i+1)), outline(file, g)))
		require.Equal(t, f.Advance(g), int(binary.BigEndian.Uint16(content(subset, "hmtx")[4*(i+1):])))
	}
	require.Less(t, len(subset), 8000)
}

// trimmed cuts the padding that an outline has in a subset.
func trimmed(padded, original []byte) []byte { return padded[:min(len(padded), len(original))] }

func TestSubsetTakesComponentsAlong(t *testing.T) {
	file, f := read(t, "GWKai"), parse(t, "GWKai")
	composites := 0
	for g := font.GlyphID(1); g < 8824; g++ {
		original := outline(file, g)
		if !isComposite(original) {
			continue
		}
		composites++
		subset, err := f.Subset([]font.GlyphID{g})
		require.NoError(t, err)
		count := int(binary.BigEndian.Uint16(content(subset, "maxp")[4:]))
		require.Greater(t, count, 2, "glyph %d is in the subset without its components", g)
		part := binary.BigEndian.Uint16(outline(subset, 1)[12:]) // the first component
		require.Less(t, int(part), count)
		require.Equal(t, outline(file, font.GlyphID(binary.BigEndian.Uint16(original[12:])))[:10],
			outline(subset, font.GlyphID(part))[:10])
	}
	require.Positive(t, composites)
}

func TestSubsetIsSoundAndRepeats(t *testing.T) {
	f := parse(t, "GWKai")
	want := glyphs(t, f, "办文楷体")
	subset, err := f.Subset(want)
	require.NoError(t, err)
	again, err := f.Subset(want)
	require.NoError(t, err)
	require.Equal(t, subset, again)

	require.Equal(t, uint32(0xB1B0AFBA), sum(subset), "checkSumAdjustment")
	tables := int(binary.BigEndian.Uint16(subset[4:]))
	for i := range tables {
		at := 12 + 16*i
		tag := string(subset[at : at+4])
		require.Zero(t, binary.BigEndian.Uint32(subset[at+8:])%4, "%s stands on a multiple of 4", tag)
		if tag != "head" { // its own sum is taken without the adjustment
			require.Equal(t, binary.BigEndian.Uint32(subset[at+4:]), sum(content(subset, tag)), tag)
		}
		if i > 0 {
			require.Less(t, string(subset[at-16:at-12]), tag, "tables are in the order of their tags")
		}
	}
}

// sum is the sum of 32-bit words, the last padded with zeros.
func sum(data []byte) (total uint32) {
	for i := 0; i < len(data); i += 4 {
		var word [4]byte
		copy(word[:], data[i:])
		total += binary.BigEndian.Uint32(word[:])
	}
	return total
}

func TestSubsetRefusesDamagedOutlines(t *testing.T) {
	f, err := font.Parse(patched(read(t, "GWSong"), "loca", 8, 0xFF, 0xFF, 0xFF, 0xFF))
	require.NoError(t, err)
	_, err = f.Subset([]font.GlyphID{1})
	require.ErrorContains(t, err, "第 1 个字形")
	_, err = f.Subset([]font.GlyphID{65535})
	require.ErrorContains(t, err, "第 65535 个字形")
}
