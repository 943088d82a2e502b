package font_test

import (
	"sync"
	"testing"
	"unicode/utf8"

	"banwen/internal/font"
	"banwen/internal/style"

	"github.com/stretchr/testify/require"
)

// Every character of 通用规范汉字表, 196 of them beyond U+FFFF, can be set in every role.
func TestShippedFontsDrawTheGeneralStandard(t *testing.T) {
	require.Equal(t, 8105, utf8.RuneCountInString(font.GeneralStandard()))
	fonts := font.Shipped()
	for _, role := range style.Roles {
		require.Empty(t, string(fonts.Missing(font.GeneralStandard(), role)), role)
	}
}

func TestChoose(t *testing.T) {
	fonts := font.Shipped()
	for _, c := range []struct {
		name string
		role style.Role
		char rune
		want style.Role
	}{
		{"a character the role has", style.HeiFace, '一', style.HeiFace},
		{"one the role has beyond U+FFFF", style.FangFace, '𬭎', style.FangFace},
		{"one that 楷体 lacks", style.KaiFace, '𬭎', style.FangFace},
		{"full-width punctuation in 楷体", style.KaiFace, '，', style.FangFace},
		{"quotes in 楷体", style.KaiFace, '“', style.FangFace},
		{"a dash in 楷体", style.KaiFace, '—', style.FangFace},
		{"a sign in 楷体", style.KaiFace, '％', style.FangFace},
		{"a character in 楷体", style.KaiFace, '楷', style.KaiFace},
		{"punctuation elsewhere", style.HeiFace, '，', style.HeiFace},
	} {
		t.Run(c.name, func(t *testing.T) {
			role, g, ok := fonts.Choose(c.role, c.char)
			require.True(t, ok)
			require.Equal(t, c.want, role)
			f, err := fonts.Font(role)
			require.NoError(t, err)
			own, _ := f.Glyph(c.char)
			require.Equal(t, own, g)
			require.NotZero(t, g)
		})
	}
}

func TestMissing(t *testing.T) {
	require.Equal(t, "\uE000က", string(font.Shipped().Missing("办\uE000文က，\uE000", style.KaiFace)))
}

func TestWidth(t *testing.T) {
	const size = 16 * style.Pt
	fonts := font.Shipped()
	require.Zero(t, fonts.Width("", style.FangFace, size))
	require.Equal(t, 4*size, fonts.Width("办文，。", style.KaiFace, size))
	require.Equal(t, 2*size, fonts.Width("办\uE000", style.FangFace, size), "a character in no font is one em wide")
	require.Equal(t, fonts.Width("1", style.FangFace, size)*4, fonts.Width("2023", style.FangFace, size))
	require.Less(t, fonts.Width("1", style.FangFace, size), size)
}

func TestFontOfUnknownRole(t *testing.T) {
	_, err := font.Shipped().Font("隶书")
	require.ErrorContains(t, err, "没有“隶书”这种字体角色")
	_, _, ok := font.Shipped().Choose("隶书", '\uE000')
	require.False(t, ok)
}

// A unit's own 楷体 draws its own punctuation; the other roles stay as shipped.
func TestOwnFont(t *testing.T) {
	fonts, err := font.NewSet(map[style.Role][]byte{style.KaiFace: read(t, "GWSong")})
	require.NoError(t, err)
	require.True(t, fonts.Own(style.KaiFace))
	require.False(t, fonts.Own(style.SongFace))
	f, err := fonts.Font(style.KaiFace)
	require.NoError(t, err)
	require.Equal(t, "GWSong", f.PostScriptName())
	role, _, ok := fonts.Choose(style.KaiFace, '，')
	require.True(t, ok)
	require.Equal(t, style.KaiFace, role)
}

func TestOwnFontsThatCannotBeUsedAreAllReported(t *testing.T) {
	_, err := font.NewSet(map[style.Role][]byte{style.KaiFace: []byte("OTTO"), style.HeiFace: []byte("ttcf")})
	require.ErrorContains(t, err, "黑体：这是字体集（.ttc）")
	require.ErrorContains(t, err, "楷体：这是 OpenType/CFF 字体")
}

func TestConcurrentUse(t *testing.T) {
	fonts := font.Shipped()
	want := font.Shipped().Width(font.GeneralStandard(), style.KaiFace, style.Pt)
	var group sync.WaitGroup
	widths := make([]style.Length, 8)
	for i := range widths {
		group.Go(func() { widths[i] = fonts.Width(font.GeneralStandard(), style.KaiFace, style.Pt) })
	}
	group.Wait()
	for _, got := range widths {
		require.Equal(t, want, got)
	}
}
