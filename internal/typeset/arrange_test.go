package typeset_test

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"banwen/internal/doc"
	"banwen/internal/doc/doctest"
	"banwen/internal/font"
	"banwen/internal/style"
	"banwen/internal/typeset"

	"github.com/stretchr/testify/require"
)

// nodes lists the ids of a document's blocks.
func nodes(d *doc.Document) (ids []string) {
	for _, b := range d.Blocks {
		ids = append(ids, b.NodeID())
	}
	return ids
}

func arrange(t *testing.T, d *doc.Document) *doc.Document {
	t.Helper()
	return typeset.Arrange(d, plain(t), font.Shipped())
}

func TestChartThatFitsStaysBehindItsText(t *testing.T) {
	d := document(filler("p", 4), doctest.Charts()[0], filler("q", 12))
	require.Equal(t, []string{"p", "chart1", "q"}, nodes(arrange(t, d)))
}

func TestChartIsMadeLowerWhereThatSavesAWhiteFoot(t *testing.T) {
	p := plain(t)
	c := doctest.Charts()[0] // 7 lines, caption and note
	for room, want := range map[int]int{9: 7, 8: 6, 7: 5} {
		d := document(filler("p", linesOfTextOnPageOne(p)-room), c, filler("q", 12))
		arranged := arrange(t, d)
		require.Equal(t, []string{"p", "chart1", "q"}, nodes(arranged))
		require.Equal(t, want, arranged.Blocks[1].(*doc.Chart).Lines, "%d lines of room", room)
	}
	require.Zero(t, c.Lines, "the document given is not changed")
}

func TestTextRunsAheadOfAChartThatDoesNotFit(t *testing.T) {
	p := plain(t)
	d := document(filler("p", linesOfTextOnPageOne(p)-6), doctest.Charts()[0], filler("q", 12), filler("r", 3))
	require.Equal(t, []string{"p", "q", "chart1", "r"}, nodes(arrange(t, d)))
}

func TestLittleWhiteIsBetterThanAChartFarFromItsText(t *testing.T) {
	p := plain(t)
	d := document(filler("p", linesOfTextOnPageOne(p)-2), doctest.Charts()[0], filler("q", 12))
	require.Equal(t, []string{"p", "chart1", "q"}, nodes(arrange(t, d)))
}

func TestNoChartLeavesItsSection(t *testing.T) {
	p := plain(t)
	d := document(filler("p", linesOfTextOnPageOne(p)-6), doctest.Charts()[0], level1("h"), filler("q", 12))
	require.Equal(t, []string{"p", "chart1", "h", "q"}, nodes(arrange(t, d)))
}

// linesOfTextOnPageOne is how many lines of text stand under a title of one line.
func linesOfTextOnPageOne(p *style.Profile) int {
	return p.Grid.Lines - int((p.TitleText.Pitch+p.TitleGap(1))/p.Grid.Pitch)
}

func TestArrangeLosesNothingAndKeepsText(t *testing.T) {
	p := plain(t)
	var pagesBefore, pagesAfter int
	for seed := range uint64(80) {
		r := rand.New(rand.NewPCG(seed, 9))
		var blocks []doc.Block
		for i := range 30 {
			switch id := strconv.Itoa(i); r.IntN(6) {
			case 0:
				c := doctest.Charts()[r.IntN(6)]
				c.ID = "chart" + id
				blocks = append(blocks, c)
			case 1:
				blocks = append(blocks, level1(id))
			default:
				blocks = append(blocks, filler(id, 1+r.IntN(15)))
			}
		}
		d := document(blocks...)
		before, after := nodes(d), nodes(arrange(t, d))
		require.Equal(t, withCharts(before, false), withCharts(after, false), "text keeps its order")
		require.Equal(t, withCharts(before, true), withCharts(after, true), "charts keep theirs")
		for i, id := range after {
			was := slices.Index(before, id)
			require.LessOrEqual(t, i-was, 2, "seed %d: %s ran too far", seed, id)
		}
		pagesBefore += len(mustSet(t, d, p).Pages)
		pagesAfter += len(mustSet(t, arrange(t, d), p).Pages)
	}
	require.Less(t, pagesAfter, pagesBefore, "less white, fewer pages")
}

// withCharts gives the ids of the charts, or of all else.
func withCharts(ids []string, charts bool) []string {
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool {
		return (len(id) > 5 && id[:5] == "chart") != charts
	})
}
