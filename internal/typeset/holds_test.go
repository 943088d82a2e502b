package typeset_test

import (
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"banwen/internal/doc"
	"banwen/internal/doc/doctest"
	"banwen/internal/style"
	"banwen/internal/typeset"

	"github.com/stretchr/testify/require"
)

// Layout that holds: texts at which line breaking and paging may fail.

func TestLongUnbrokenStringsStayInTheTypeArea(t *testing.T) {
	p := plain(t)
	for name, word := range map[string]string{
		"digits":           strings.Repeat("1234567890", 12),
		"latin":            strings.Repeat("Abcdefghij", 15),
		"URL":              "https://www.example.gov.cn/" + strings.Repeat("dir-a/", 30) + "?q=1&r=2",
		"decimal and unit": strings.Repeat("3", 70) + ".1415万元",
	} {
		t.Run(name, func(t *testing.T) {
			text := "截至目前" + word + "，属实。"
			lines := linesOfKind(t, mustSet(t, document(paragraph("p", text)), p), typeset.BodyText)
			require.Equal(t, text, strings.Join(texts(lines), ""))
			for i, one := range lines {
				require.LessOrEqual(t, one.end, p.Page.Left+p.Page.TextWidth)
				if i > 0 {
					begin, _ := utf8.DecodeRuneInString(one.text)
					require.NotContains(t, style.NeverFirst, string(begin))
				}
			}
		})
	}
}

func TestPageOfOnlyAChart(t *testing.T) {
	p := plain(t)
	c := doctest.Charts()[0]
	c.Lines = p.Grid.Lines - 2 // caption and note take two
	l := mustSet(t, document(filler("p", 18), c, filler("q", 20)), p)
	require.Len(t, l.Pages, 3)
	for _, one := range linesOf(t, l) {
		if one.page == 2 && one.kind != typeset.PageNumber {
			require.Equal(t, c.ID, one.node)
		}
	}
	at, _ := chartPlace(t, l, c.ID)
	require.Equal(t, 2, at)
}

func TestChartHigherThanAPageLosesNothing(t *testing.T) {
	p := plain(t)
	c := doctest.Charts()[0]
	c.Lines = 30
	l := mustSet(t, document(filler("p", 3), c, filler("q", 3)), p)
	require.Equal(t, []string{c.Caption()}, texts(linesOfKind(t, l, typeset.Caption)))
}

func TestTitles(t *testing.T) {
	p := plain(t)
	for _, c := range []struct {
		name  string
		lines []string
	}{
		{"three lines", []string{"关于进一步加强和改进", "全县公安机关每日警情研判工作", "切实提升打击效能的情况报告"}},
		{"书名号", []string{"关于贯彻落实《中华人民共和国治安", "管理处罚法》情况的报告"}},
		{"书名号 in one line too long", []string{"关于贯彻落实《中华人民共和国治安管理处罚法》《中华人民共和国反电信网络诈骗法》情况的报告"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := document(filler("p", 30))
			d.Title.Text, d.Title.Lines = strings.Join(c.lines, ""), c.lines
			l := mustSet(t, d, p)
			lines := linesOfKind(t, l, typeset.TitleText)
			require.Equal(t, d.Title.Text, strings.Join(texts(lines), ""))
			for i, one := range lines {
				require.Equal(t, 1, one.page)
				requireNear(t, one.x-p.Page.Left, p.Page.Left+p.Page.TextWidth-one.end, "7.3.1: centred")
				begin, _ := utf8.DecodeRuneInString(one.text)
				end, _ := utf8.DecodeLastRuneInString(one.text)
				require.NotContains(t, "》，、", string(begin))
				require.NotContains(t, "《", string(end))
				if i > 0 {
					require.Equal(t, p.TitleText.Pitch, one.y-lines[i-1].y)
				}
			}
			body := linesOfKind(t, l, typeset.BodyText)
			require.Zero(t, (body[0].top()-p.Page.Top-(p.Grid.Pitch-p.Body.Size)/2)%p.Grid.Pitch, "5.2.3")
		})
	}
}

func TestRunInHeadingThatEndsWithItsLine(t *testing.T) {
	p := plain(t)
	heading := func(words int) *doc.Heading {
		return &doc.Heading{ID: "h", Level: 2, Number: "（一）", Runs: []doc.Run{{Text: hanzi(words) + "。"}}, Body: []doc.Run{{Text: hanzi(60) + "。"}}}
	}
	for words := 18; words <= 26; words++ { // 22 fill the first line exactly
		h := heading(words)
		lines := linesOfKind(t, mustSet(t, document(h), p), typeset.BodyText)
		require.Equal(t, h.Text(), strings.Join(texts(lines), ""))
		for _, one := range lines {
			require.False(t, strings.HasPrefix(one.text, "。"), "%d characters", words)
			require.LessOrEqual(t, one.end, p.Page.Left+p.Page.TextWidth)
		}
		if words == 22 {
			require.True(t, strings.HasSuffix(lines[0].text, "。"))
			require.Equal(t, style.FangFace, lines[1].runs[0].Role)
			require.Equal(t, p.Page.Left, lines[1].x, "what follows is no new paragraph")
		}
		for before := 15; before < 24; before++ {
			for n, page := range byPage(linesOf(t, mustSet(t, document(filler("p", before), h), p))) {
				onPage := ""
				for _, one := range page {
					if one.node == "h" {
						onPage += one.text
					}
				}
				words := h.Number + doc.Text(h.Runs)
				require.False(t, onPage != "" && strings.HasPrefix(words, onPage), "page %d ends with the heading", n)
			}
		}
	}
}

func TestClosingQuoteAtTheEdge(t *testing.T) {
	p := plain(t)
	for n := 20; n < 32; n++ {
		for _, end := range []string{"”", "。”", "！”）", "”。", "……”", "》。"} {
			text := hanzi(n) + end
			lines := linesOfKind(t, mustSet(t, document(paragraph("p", text)), p), typeset.BodyText)
			require.Equal(t, text, strings.Join(texts(lines), ""))
			for i, one := range lines {
				require.LessOrEqual(t, one.end, p.Page.Left+p.Page.TextWidth)
				begin, _ := utf8.DecodeRuneInString(one.text)
				require.False(t, i > 0 && strings.ContainsRune(style.NeverFirst, begin), "%d %s: %s", n, end, one.text)
			}
		}
	}
}

func TestFiguresStandByTheirDecimalPoint(t *testing.T) {
	p := plain(t)
	set := func(figures ...string) []line {
		table := &doc.Table{ID: "t", Columns: []doc.Align{doc.AlignLeft, doc.AlignRight}, Header: row("单位", "数量")}
		for _, f := range figures {
			table.Rows = append(table.Rows, row("所", f))
		}
		var cells []line
		for _, one := range linesOfKind(t, mustSet(t, document(table), p), typeset.TableText) {
			if one.text != "所" && one.text != "单位" && one.text != "数量" {
				cells = append(cells, one)
			}
		}
		return cells
	}
	// point is where a figure's whole part ends.
	point := func(l line) style.Length {
		x := l.x
		for _, run := range l.runs {
			for _, g := range run.Glyphs {
				if !strings.ContainsRune("+-−0123456789,", g.Char) {
					return x
				}
				x += g.Advance
			}
		}
		return x
	}
	for name, figures := range map[string][]string{
		"different decimals": {"61.5", "7.25", "100", "-3.125", "1,204.5"},
		"percent":            {"61.5％", "7.25％", "100％"},
		"and a missing one":  {"61.5", "—", "7.25", "【待补】"},
	} {
		t.Run(name, func(t *testing.T) {
			cells := set(figures...)
			require.Equal(t, figures, texts(cells))
			for _, one := range cells {
				require.LessOrEqual(t, one.end, p.Page.Left+p.Page.TextWidth)
				if one.text[0] < 0x80 {
					require.Equal(t, point(cells[0]), point(one), one.text)
				}
			}
		})
	}
	for name, figures := range map[string][]string{
		"same decimals": {"61.5", "107.2"},
		"two units":     {"61.5万元", "7起"},
		"whole numbers": {"61", "107"},
	} {
		t.Run(name, func(t *testing.T) {
			cells := set(figures...)
			require.Equal(t, cells[0].end, cells[1].end, "at the right edge")
		})
	}
}

func TestTableWiderThanThePageIsSetSmaller(t *testing.T) {
	p := plain(t)
	for _, columns := range []int{14, 16, 18} {
		table := wide("t", columns, 4)
		table.Wide = false
		lines := linesOfKind(t, mustSet(t, document(table), p), typeset.TableText)
		figures := 0
		for _, one := range lines {
			require.GreaterOrEqual(t, one.x, p.Page.Left)
			require.LessOrEqual(t, one.end, p.Page.Left+p.Page.TextWidth)
			require.Less(t, one.runs[0].Size, p.Table.Size)
			if _, err := strconv.Atoi(one.text); err == nil && len(one.text) == 4 {
				figures++
			}
		}
		require.Equal(t, 4*columns, figures, "no figure is broken")
	}
}

func TestTableOfTooManyColumnsLosesNothing(t *testing.T) {
	table := wide("t", 40, 2)
	table.Wide = false
	all := ""
	for _, one := range linesOfKind(t, mustSet(t, document(table), plain(t)), typeset.TableText) {
		all += one.text
	}
	require.Len(t, strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, all), 2*40*4+9+2*31)
}
