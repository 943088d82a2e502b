package font_test

import (
	"slices"
	"testing"

	"banwen/internal/font"

	"github.com/stretchr/testify/require"
)

// A subset for browsers is a font like any other: it can be read, has the
// characters asked for, as wide as they were, and no others.
func TestWebSubsetIsAFontOfItsCharacters(t *testing.T) {
	for _, name := range []string{"GWFangN", "GWHei", "GWKai", "GWSong", "GWTitle"} {
		whole := parse(t, name)
		chars := []rune("一丁，A1％县一公安局")
		data, err := whole.WebSubset(append(slices.Clone(chars), '\uE000', 0x10FFFF))
		require.NoError(t, err)
		require.Less(t, len(data), 60_000)
		small, err := font.Parse(data)
		require.NoError(t, err)
		for _, r := range chars {
			was, _ := whole.Glyph(r)
			is, ok := small.Glyph(r)
			require.True(t, ok, "%s %c", name, r)
			require.Equal(t, whole.Advance(was), small.Advance(is), "%s %c", name, r)
			require.Equal(t, isComposite(outline(read(t, name), was)), isComposite(outline(data, is)), "%s %c", name, r)
		}
		_, ok := small.Glyph('乙')
		require.False(t, ok)
		again, err := whole.WebSubset(append([]rune("局"), chars...))
		require.NoError(t, err)
		require.Equal(t, data, again, "the same characters give the same bytes")
	}
}
