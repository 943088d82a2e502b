package font_test

import (
	"encoding/binary"
	"io/fs"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"banwen/internal/font"
	"banwen/internal/style"

	"github.com/stretchr/testify/require"
)

func read(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("files/" + name + ".ttf")
	require.NoError(t, err)
	return data
}

func parse(t testing.TB, name string) *font.Font {
	t.Helper()
	f, err := font.Parse(read(t, name))
	require.NoError(t, err)
	return f
}

func TestParseReadsWidthsAndNames(t *testing.T) {
	for _, c := range []struct {
		file       string
		unitsPerEm int
		hanzi      int // advance of 一
	}{
		{"GWTitle", 1000, 1000}, {"GWHei", 1000, 1000}, {"GWKai", 1024, 1024}, {"GWFangN", 1000, 1000}, {"GWSong", 1000, 1000},
	} {
		t.Run(c.file, func(t *testing.T) {
			f := parse(t, c.file)
			require.Equal(t, c.unitsPerEm, f.UnitsPerEm())
			g, ok := f.Glyph('一')
			require.True(t, ok)
			require.Equal(t, c.hanzi, f.Advance(g))
			require.Equal(t, 16*style.Pt, f.Width(g, 16*style.Pt))
			require.Equal(t, c.file, f.PostScriptName())
			require.NotEmpty(t, f.Family())

			m := f.Metrics()
			require.Positive(t, m.Ascent)
			require.Negative(t, m.Descent)
			require.Positive(t, m.CapHeight)
			require.Less(t, m.CapHeight, m.Ascent)
			require.Positive(t, m.StemV)
			require.Greater(t, m.XMax, m.XMin)
			require.Greater(t, m.YMax, m.YMin)
		})
	}
}

func TestGlyphHasNoneForWhatIsNoCharacter(t *testing.T) {
	f := parse(t, "GWSong")
	for _, r := range []rune{-1, 0, 0xE000, 0x10FFFF, 0x110000, 1 << 30} {
		_, ok := f.Glyph(r)
		require.False(t, ok, "%X", r)
	}
}

func TestParseSaysWhatIsWrong(t *testing.T) {
	song := read(t, "GWSong")
	kind := func(tag string) []byte { return append([]byte(tag), song[4:]...) }
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"empty", nil, "不是 TrueType 字体文件"},
		{"text", []byte("这不是字体"), "不是 TrueType 字体文件"},
		{"CFF", kind("OTTO"), "OpenType/CFF"},
		{"collection", kind("ttcf"), "字体集"},
		{"WOFF", kind("wOFF"), "WOFF"},
		{"WOFF2", kind("wOF2"), "WOFF"},
		{"cut in the directory", song[:40], "表目录不完整"},
		{"cut in a table", song[:len(song)/2], "表超出文件"},
		{"no cmap", without(song, "cmap"), `缺少 "cmap" 表`},
		{"no outlines", without(song, "glyf"), `缺少 "glyf" 表`},
		{"no Unicode map", patched(song, "cmap", 4, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1), "没有 Unicode 字符表"},
		{"em of nothing", patched(song, "head", 18, 0, 0), "每字单位数不对"},
		{"no glyphs", patched(song, "maxp", 4, 0, 0), "字形数不对"},
		{"more glyphs than places", patched(song, "maxp", 4, 0xFF, 0xFF), "字形位置表不完整"},
		{"more widths than glyphs", patched(song, "hhea", 34, 0xFF, 0xFF), "字形数不对"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := font.Parse(c.data)
			require.ErrorContains(t, err, c.want)
		})
	}
}

// A font whose full map (format 12) is hidden is read by its map of the
// Basic Multilingual Plane (format 4); both must say the same.
func TestBothCharacterMapsAgree(t *testing.T) {
	for _, name := range []string{"GWSong", "GWKai"} {
		full := parse(t, name)
		basic, err := font.Parse(patched(read(t, name), "cmap", 12, 0, 9)) // the second record's platform
		require.NoError(t, err)
		have := 0
		for r := rune(0); r <= 0xFFFF; r++ {
			want, ok := full.Glyph(r)
			if ok {
				have++
			}
			got, _ := basic.Glyph(r)
			require.Equal(t, want, got, "%s U+%04X", name, r)
		}
		require.Greater(t, have, 7000)
		_, ok := basic.Glyph('𬭎')
		require.False(t, ok)
	}
}

// Whatever bytes are changed, nothing panics and a subset is made or refused.
func TestDamagedFontsDoNotPanic(t *testing.T) {
	sound := read(t, "GWKai")
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		data := slices.Clone(sound)
		for range 1 + random.IntN(20) {
			data[random.IntN(200000)] = byte(random.IntN(256)) // headers, cmap, loca and the first outlines
		}
		use(data)
	}
}

// use does with a font what a document does.
func use(data []byte) {
	f, err := font.Parse(data)
	if err != nil {
		return
	}
	var glyphs []font.GlyphID
	for _, r := range "一丁A，𬭎\u0300" {
		if g, ok := f.Glyph(r); ok {
			glyphs = append(glyphs, g)
			f.Width(g, style.Pt)
		}
	}
	f.Metrics()
	f.Family()
	f.PostScriptName()
	f.Subset(append(glyphs, 1, 2, 65535))
	f.Subset(glyphs)
	f.WebSubset([]rune("一丁A，𬭎\u0300"))
}

func FuzzParse(f *testing.F) {
	small, err := parse(f, "GWKai").Subset([]font.GlyphID{1, 2, 3})
	require.NoError(f, err)
	f.Add(small)
	f.Add(withCharacters(small))
	web, err := parse(f, "GWKai").WebSubset([]rune("一丁"))
	require.NoError(f, err)
	f.Add(web)
	f.Fuzz(func(_ *testing.T, data []byte) { use(data) })
}

func TestLicences(t *testing.T) {
	for _, name := range []string{"SHA256SUMS", "licences/OFL.txt", "licences/ARPHICPL.TXT"} {
		text, err := fs.ReadFile(font.Licences(), name)
		require.NoError(t, err)
		require.NotEmpty(t, text)
	}
}

// row gives the place in data of a table's row in the directory.
func row(data []byte, tag string) int {
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		if at := 12 + 16*i; string(data[at:at+4]) == tag {
			return at
		}
	}
	panic("the font has no table " + tag)
}

// content gives a table's bytes.
func content(data []byte, tag string) []byte {
	at := row(data, tag)
	offset, length := binary.BigEndian.Uint32(data[at+8:]), binary.BigEndian.Uint32(data[at+12:])
	return data[offset : offset+length]
}

// without gives the font with a table's tag made unknown.
func without(data []byte, tag string) []byte {
	data = slices.Clone(data)
	copy(data[row(data, tag):], "none")
	return data
}

// patched gives the font with bytes at an offset in a table replaced.
func patched(data []byte, tag string, offset int, bytes ...byte) []byte {
	data = slices.Clone(data)
	copy(content(data, tag)[offset:], bytes)
	return data
}

// withCharacters appends to a font without cmap one that maps 一 to glyph 1.
func withCharacters(data []byte) []byte {
	cmap := []byte{
		0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, // one record
		0, 12, 0, 0, 0, 0, 0, 28, 0, 0, 0, 0, 0, 0, 0, 1, // format 12, one group
		0, 0, 0x4E, 0, 0, 0, 0x4E, 0, 0, 0, 0, 1,
	}
	tables := int(binary.BigEndian.Uint16(data[4:]))
	head := 12 + 16*tables
	out := slices.Clone(data[:head])
	binary.BigEndian.PutUint16(out[4:], uint16(tables+1))
	for i := range tables { // every table moves by the new row
		at := 12 + 16*i + 8
		binary.BigEndian.PutUint32(out[at:], binary.BigEndian.Uint32(out[at:])+16)
	}
	out = append(out, "cmap\x00\x00\x00\x00"...)
	out = binary.BigEndian.AppendUint32(out, uint32(len(data)+16))
	out = binary.BigEndian.AppendUint32(out, uint32(len(cmap)))
	return append(append(out, data[head:]...), cmap...)
}
