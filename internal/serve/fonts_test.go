package serve_test

import (
	"net/http"
	"regexp"
	"strings"
	"testing"

	"banwen/internal/font"

	"github.com/stretchr/testify/require"
)

var fontSource = regexp.MustCompile(`src:url\((fonts/[^)]+)\)`)

// What a browser loads to open a report is small, and has every character of
// the pages; the whole fonts are named for those that come later.
func TestFontsArePartsOfThoseOfTheLayout(t *testing.T) {
	s := open(t)
	var parts, wholes, size int
	had := map[rune]bool{}
	for _, m := range fontSource.FindAllStringSubmatch(s.get(reportPath+"/fonts.css").body, -1) {
		if !strings.Contains(m[1], "/used?") {
			wholes++
			continue
		}
		parts++
		r := s.get(reportPath + "/" + m[1])
		require.Equal(t, http.StatusOK, r.StatusCode, m[1])
		size += len(r.body)
		f, err := font.Parse([]byte(r.body))
		require.NoError(t, err, m[1])
		for _, chars := range s.report.Current().Shown.Layout.Characters() {
			for _, c := range chars {
				_, ok := f.Glyph(c)
				had[c] = had[c] || ok
			}
		}
	}
	require.Equal(t, 5, wholes)
	require.Equal(t, 5, parts)
	require.Less(t, size, 1<<20, "of 20 MB")
	require.NotEmpty(t, had)
	for c, ok := range had {
		require.True(t, ok, "%c", c)
	}
}

func TestAFontThatIsNone(t *testing.T) {
	s := open(t)
	require.Equal(t, "没有这种字体", s.refused("/fonts/%E6%97%A0/used", http.StatusNotFound))
}
