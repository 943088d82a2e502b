package typeset_test

import (
	"strings"
	"testing"

	"banwen/internal/doc"
	"banwen/internal/style"
	"banwen/internal/typeset"

	"github.com/stretchr/testify/require"
)

// A line that is set wider keeps ％ at its number, wherever in the line they stand.
func TestPercentSignStaysAtItsNumberInAWideLine(t *testing.T) {
	stretched := 0
	for lead := range 28 {
		text := strings.Repeat("全", lead) + "完成26.00％；整改率92.00％，其余均已落实整改责任、措施、资金、时限和预案"
		l := mustSet(t, document(&doc.Paragraph{ID: "p", Runs: []doc.Run{{Text: text}}}), plain(t))
		for _, item := range l.Pages[0].Items {
			run, ok := item.(*typeset.GlyphRun)
			if !ok || run.Node != "p" {
				continue
			}
			for i := 2; i < len(run.Glyphs); i++ {
				if run.Glyphs[i].Char == '％' {
					require.Equal(t, run.Glyphs[i-2].Advance, run.Glyphs[i-1].Advance, "%d: the zeros of %q", lead, text)
				}
				if run.Glyphs[i].Char == '全' && run.Glyphs[i].Advance > 17*style.Pt {
					stretched++
				}
			}
		}
	}
	require.Positive(t, stretched, "no line was set wider")
}
