package typeset_test

import (
	"math/rand/v2"
	"strconv"
	"testing"

	"banwen/internal/chart"
	"banwen/internal/doc"
	"banwen/internal/doc/doctest"
	"banwen/internal/style"
	"banwen/internal/typeset"

	"github.com/stretchr/testify/require"
)

func level1(id string) *doc.Heading {
	return &doc.Heading{ID: id, Level: 1, Number: "一、", Runs: []doc.Run{{Text: "存在问题"}}}
}

// filler is a paragraph of n lines.
func filler(id string, n int) *doc.Paragraph {
	return paragraph(id, hanzi(26+28*(n-1)))
}

// byPage groups lines of text (no page numbers) by page, from 1.
func byPage(lines []line) map[int][]line {
	pages := map[int][]line{}
	for _, l := range lines {
		if l.kind != typeset.PageNumber {
			pages[l.page] = append(pages[l.page], l)
		}
	}
	return pages
}

func TestPageHasTwentyTwoLinesOnTheGrid(t *testing.T) {
	p := plain(t)
	l := mustSet(t, document(filler("p", 100)), p)
	lines := byPage(linesOf(t, l))[2]
	require.Len(t, lines, p.Grid.Lines)
	top := p.Page.Top + (p.Grid.Pitch-p.Body.Size)/2 // of the first line's characters
	baseline := top + p.Body.Size*88/100
	for i, one := range lines {
		require.Equal(t, baseline+style.Length(i)*p.Grid.Pitch, one.y)
	}
	require.LessOrEqual(t, lines[21].y+p.Body.Size*12/100, p.Page.Top+p.Page.TextHeight)
}

func TestTextAfterTheTitleIsOnTheGrid(t *testing.T) {
	p := plain(t)
	for n := 1; n <= 3; n++ {
		d := document(filler("p", 30))
		d.Title.Lines = []string{"总结", "计划", "要点"}[:n]
		pages := byPage(linesOf(t, mustSet(t, d, p)))
		require.Equal(t, p.Page.TextWidth, 2*(pages[1][0].x-p.Page.Left)+pages[1][0].end-pages[1][0].x, "centred")
		require.Zero(t, (pages[1][n].y-pages[2][0].y)%p.Grid.Pitch)
	}
}

func TestTitleLineThatIsTooWideIsBroken(t *testing.T) {
	p := plain(t)
	d := document(filler("p", 3))
	d.Title = doc.Title{Text: hanzi(19) + "2023年工作总结及计划", Lines: []string{hanzi(19) + "2023年工作总结", "及计划"}}
	lines := linesOfKind(t, mustSet(t, d, p), typeset.TitleText)
	require.Equal(t, []string{hanzi(19), "2023年工作总结", "及计划"}, texts(lines))
	require.Equal(t, p.TitleText.Pitch, lines[2].y-lines[1].y)
}

func TestHeadingIsNeverLastOnAPage(t *testing.T) {
	p := plain(t)
	runIn := &doc.Heading{ID: "h", Level: 2, Number: "（一）", Runs: []doc.Run{{Text: hanzi(40) + "。"}}, Body: []doc.Run{{Text: hanzi(90)}}}
	following := map[string][]doc.Block{
		"heading":                 {level1("h"), filler("q", 5)},
		"two headings":            {level1("g"), level1("h"), filler("q", 5)},
		"heading, one line":       {level1("h"), filler("q", 1)},
		"heading, chart":          {level1("h"), doctest.Charts()[0]},
		"heading, table":          {level1("h"), doctest.Table()},
		"long run-in":             {runIn},
		"heading and long run-in": {level1("g"), runIn},
	}
	for name, blocks := range following {
		for before := 1; before < 45; before++ {
			all := append([]doc.Block{filler("p", before)}, blocks...)
			for n, lines := range byPage(linesOf(t, mustSet(t, document(all...), p))) {
				last := lines[len(lines)-1]
				role := last.runs[len(last.runs)-1].Role
				isHeading := role == style.HeiFace || role == style.KaiFace
				require.False(t, isHeading && last.kind == typeset.BodyText, "%s, %d lines before: page %d ends with %s", name, before, n, last.text)
			}
		}
	}
}

func TestNoLineOfAParagraphIsLeftAlone(t *testing.T) {
	p := plain(t)
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 22))
		var blocks []doc.Block
		for i := range 40 {
			blocks = append(blocks, filler("p"+strconv.Itoa(i), 1+r.IntN(9)))
		}
		pages := byPage(linesOf(t, mustSet(t, document(blocks...), p)))
		total := map[string]int{}
		for _, lines := range pages {
			for _, l := range lines {
				total[l.node]++
			}
		}
		for n, lines := range pages {
			here := map[string]int{}
			for _, l := range lines {
				here[l.node]++
			}
			for node, count := range here {
				require.False(t, count == 1 && total[node] > 1, "seed %d page %d: one line of %s", seed, n, node)
			}
			if n > 1 && n < len(pages) {
				require.GreaterOrEqual(t, len(lines), 20, "no more lines are moved than the rules need")
				require.LessOrEqual(t, len(lines), 22)
			}
		}
	}
}

func TestChartStandsWithCaptionAndNoteInOrder(t *testing.T) {
	p := plain(t)
	c := doctest.Charts()[0]
	for before := 1; before < 45; before++ {
		l := mustSet(t, document(filler("p", before), c, filler("q", 12)), p)
		at, height := chartPlace(t, l, c.ID)
		require.GreaterOrEqual(t, height, 6*p.Grid.Pitch)
		for _, one := range linesOf(t, l) {
			switch one.node {
			case c.ID:
				require.Equal(t, at, one.page, "caption and note are on the chart's page")
			case "q":
				require.GreaterOrEqual(t, one.page, at, "Set keeps the order it is given")
			}
		}
		require.Equal(t, []string{c.Caption()}, texts(linesOfKind(t, l, typeset.Caption)))
		require.Equal(t, []string{c.Note}, texts(linesOfKind(t, l, typeset.Note)))
	}
}

func TestLongNoteStaysWithItsChart(t *testing.T) {
	p := plain(t)
	c := doctest.Charts()[0]
	c.Note = hanzi(43 * 5)
	for before := 1; before < 30; before++ {
		l := mustSet(t, document(filler("p", before), c), p)
		at, _ := chartPlace(t, l, c.ID)
		lines := linesOfKind(t, l, typeset.Note)
		require.Greater(t, len(lines), 4)
		for _, one := range lines {
			require.Equal(t, at, one.page, "%d lines before", before)
		}
	}
}

// chartPlace gives a chart's page and how high its ink is.
func chartPlace(t testing.TB, l *typeset.Layout, node string) (page int, height style.Length) {
	t.Helper()
	area := l.Page
	for _, pg := range l.Pages {
		for _, item := range pg.Items {
			shapes, ok := item.(*typeset.Shapes)
			if !ok || shapes.Node != node {
				continue
			}
			require.Zero(t, page, "a chart is drawn once")
			page = pg.Number
			var top, bottom style.Length = area.Height, 0
			see := func(x, y style.Length) {
				require.True(t, area.Left <= x && x <= area.Left+area.TextWidth, "in the type area")
				require.True(t, area.Top <= y && y <= area.Top+area.TextHeight, "in the type area")
				top, bottom = min(top, y), max(bottom, y)
			}
			for _, shape := range shapes.Shapes {
				switch sh := shape.(type) {
				case chart.Rect:
					see(sh.X, sh.Y)
					see(sh.X+sh.W, sh.Y+sh.H)
				case chart.Line:
					for _, pt := range sh.Points {
						see(pt.X, pt.Y)
					}
				case chart.Polygon:
					for _, pt := range sh.Points {
						see(pt.X, pt.Y)
					}
				default:
					t.Fatalf("texts come as glyphs, not %T", shape)
				}
			}
			height = bottom - top
		}
	}
	require.NotZero(t, page, "the chart is drawn")
	return page, height
}

func TestChartTextsAreGlyphs(t *testing.T) {
	l := mustSet(t, document(doctest.Charts()[0]), plain(t))
	found := map[string]bool{}
	for _, item := range l.Pages[0].Items {
		if run, ok := item.(*typeset.GlyphRun); ok && run.Kind == typeset.ChartText {
			text := ""
			for _, g := range run.Glyphs {
				text += string(g.Char)
			}
			found[text] = true
			require.Equal(t, "chart1", run.Node)
		}
	}
	for _, want := range []string{"4957", "4908", "今年", "现有吸毒人员"} {
		require.True(t, found[want], want)
	}
}

func TestPageNumbersStandOutside(t *testing.T) {
	p := plain(t)
	l := mustSet(t, document(filler("p", 230)), p)
	numbers := linesOfKind(t, l, typeset.PageNumber)
	require.Len(t, numbers, len(l.Pages))
	for i, n := range numbers {
		require.Equal(t, "— "+strconv.Itoa(i+1)+" —", n.text)
		require.Equal(t, p.Number.Size, n.runs[0].Size)
		require.Empty(t, n.node)
		if n.page%2 == 1 {
			require.Equal(t, p.Page.Left+p.Page.TextWidth-p.Number.Size, n.end)
		} else {
			require.Equal(t, p.Page.Left+p.Number.Size, n.x)
		}
		// Digits are about 0.7 em high: their top edge is 7 mm under the type area.
		top := n.y - p.Number.Size*7/10
		require.InDelta(t, (269 * style.Mm).Millimetres(), top.Millimetres(), 0.5)
	}
}

func TestEmptyDocumentIsOnePage(t *testing.T) {
	l := mustSet(t, &doc.Document{}, plain(t))
	require.Len(t, l.Pages, 1)
}

func TestOutlineNamesEveryHeading(t *testing.T) {
	p := plain(t)
	l := mustSet(t, doctest.Sample(), p)
	require.Len(t, l.Outline, 17)
	require.Equal(t, "一、2023年上半年工作开展情况", l.Outline[0].Text)
	require.Equal(t, 1, l.Outline[0].Level)
	require.Equal(t, "（一）突出“一把手”工程，强力推进每日警情研判机制", l.Outline[1].Text)
	require.Equal(t, 2, l.Outline[1].Level)
	require.Equal(t, l.Outline[0].Y+p.Grid.Pitch, l.Outline[1].Y)
	for i := 1; i < len(l.Outline); i++ {
		a, b := l.Outline[i-1], l.Outline[i]
		require.True(t, a.Page < b.Page || a.Page == b.Page && a.Y < b.Y)
	}
}

func TestSampleIsSetWhole(t *testing.T) {
	d := doctest.Sample()
	l := mustSet(t, d, plain(t))
	var body string
	for _, one := range linesOfKind(t, l, typeset.BodyText) {
		body += one.text
	}
	var want string
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case *doc.Heading:
			want += b.Text()
		case *doc.Paragraph:
			want += b.Text()
		}
	}
	require.Equal(t, want, body)
}
