package typeset_test

import (
	"strconv"
	"strings"
	"testing"

	"banwen/internal/chart"
	"banwen/internal/doc"
	"banwen/internal/doc/doctest"
	"banwen/internal/style"
	"banwen/internal/typeset"

	"github.com/stretchr/testify/require"
)

func row(cells ...string) []doc.Cell {
	var all []doc.Cell
	for _, text := range cells {
		all = append(all, doc.Cell{Runs: []doc.Run{{Text: text}}})
	}
	return all
}

func TestTableFillsTheTypeArea(t *testing.T) {
	p := plain(t)
	l := mustSet(t, document(doctest.Table()), p)
	var left, right style.Length = p.Page.Width, 0
	for _, item := range l.Pages[0].Items {
		if shapes, ok := item.(*typeset.Shapes); ok {
			for _, shape := range shapes.Shapes {
				for _, pt := range shape.(chart.Line).Points {
					left, right = min(left, pt.X), max(right, pt.X)
				}
			}
		}
	}
	require.Equal(t, p.Page.Left, left)
	require.Equal(t, p.Page.Left+p.Page.TextWidth, right)
	lines := linesOf(t, l)
	require.Equal(t, []string{"标题", "表1　刑事与治安案件情况", "单位：起",
		"类别", "今年", "去年同期", "刑事立案", "437", "481", "刑事破案", "303", "293", "— 1 —"}, texts(lines))
	require.Equal(t, lines[7].end, lines[10].end, "numbers end on one edge")
	require.Equal(t, p.Page.Left+p.Page.TextWidth, lines[2].end, "the unit stands at the right")
}

func TestTableHeaderStandsOnEveryPage(t *testing.T) {
	p := plain(t)
	table := doctest.Table()
	table.Rows = nil
	for i := range 60 {
		table.Rows = append(table.Rows, row("第"+strconv.Itoa(i)+"派出所", strconv.Itoa(1000+i), strconv.Itoa(2000+i)))
	}
	l := mustSet(t, document(table, filler("p", 2)), p)
	pages := byPage(linesOf(t, l))
	require.Greater(t, len(pages), 2)
	seen := ""
	for n := 1; n <= len(pages); n++ {
		got := strings.Join(texts(pages[n]), " ")
		require.Contains(t, got, "类别 今年 去年同期 第")
		for _, one := range pages[n] {
			require.LessOrEqual(t, one.y, p.Page.Top+p.Page.TextHeight)
		}
		seen += got
	}
	for i := range 60 {
		require.Equal(t, 1, strings.Count(seen, " "+strconv.Itoa(1000+i)+" "), "row %d once", i)
	}
	first := pages[2][0]
	require.Equal(t, "类别", first.text)
	require.Less(t, first.y, p.Page.Top+p.Grid.Pitch)
}

func TestShortTableStandsOnOnePage(t *testing.T) {
	p := plain(t)
	for before := 1; before < 40; before++ {
		pages := map[int]bool{}
		for _, one := range linesOf(t, mustSet(t, document(filler("p", before), doctest.Table()), p)) {
			if one.node == "table1" {
				pages[one.page] = true
			}
		}
		require.Len(t, pages, 1, "%d lines before", before)
	}
}

func TestLongCellsWrapAndLoseNothing(t *testing.T) {
	p := plain(t)
	long := hanzi(2000) // higher than a page
	table := &doc.Table{ID: "t", Columns: []doc.Align{doc.AlignLeft, doc.AlignCenter},
		Header: row("问题", "单位"), Rows: [][]doc.Cell{row(long, "禁毒大队"), row("短", hanzi(30))}}
	lines := linesOfKind(t, mustSet(t, document(table), p), typeset.TableText)
	all := ""
	for _, one := range lines {
		require.LessOrEqual(t, one.end, p.Page.Left+p.Page.TextWidth)
		require.LessOrEqual(t, one.y, p.Page.Top+p.Page.TextHeight)
		if one.x < p.Page.Left+p.Page.TextWidth/2 && one.text != "问题" && one.text != "短" {
			all += one.text
		}
	}
	require.Equal(t, long, all)
}
