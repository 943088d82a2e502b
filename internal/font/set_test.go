package font_test

import (
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
