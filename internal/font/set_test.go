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
		for _, r := range font.GeneralStandard() {
			_, _, ok := fonts.Choose(role, r)
			require.True(t, ok, "%s lacks %c", role, r)
		}
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

func TestFontOfUnknownRole(t *testing.T) {
	_, err := font.Shipped().Font("隶书")
	require.ErrorContains(t, err, "没有“隶书”这种字体角色")
	for _, role := range append(style.Roles, "隶书") {
		_, _, ok := font.Shipped().Choose(role, '\uE000')
		require.False(t, ok)
	}
}

// chosen lists the fonts that draw the general standard in a run of role.
func chosen(fonts *font.Set, role style.Role) []style.Role {
	var roles []style.Role
	for _, r := range font.GeneralStandard() {
		from, _, _ := fonts.Choose(role, r)
		roles = append(roles, from)
	}
	return roles
}

func TestConcurrentUse(t *testing.T) {
	fonts := font.Shipped()
	want := chosen(font.Shipped(), style.KaiFace)
	var group sync.WaitGroup
	got := make([][]style.Role, 8)
	for i := range got {
		group.Go(func() { got[i] = chosen(fonts, style.KaiFace) })
	}
	group.Wait()
	for _, roles := range got {
		require.Equal(t, want, roles)
	}
}
