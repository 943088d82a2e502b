package typeset_test

import (
	"strconv"
	"testing"

	"banwen/internal/chart"
	"banwen/internal/doc"
	"banwen/internal/style"
	"banwen/internal/typeset"

	"github.com/stretchr/testify/require"
)

// wide is a table for pages on their side, with so many columns and rows.
func wide(id string, columns, rows int) *doc.Table {
	t := &doc.Table{ID: id, Number: 1, Title: "情况统计", Wide: true}
	for c := range columns {
		t.Columns = append(t.Columns, doc.AlignRight)
		t.Header = append(t.Header, row("第"+strconv.Itoa(c+1)+"项")...)
	}
	for r := range rows {
		var cells []string
		for c := range columns {
			cells = append(cells, strconv.Itoa(1000*(r+1)+c))
		}
		t.Rows = append(t.Rows, row(cells...))
	}
	return t
}

// turnedPages lists the pages that hold something on its side.
func turnedPages(l *typeset.Layout) (numbers []int) {
	for _, page := range l.Pages {
		if len(page.Turned) > 0 {
			numbers = append(numbers, page.Number)
		}
	}
	return numbers
}

// turnedText is the text of a page that stands on its side.
func turnedText(page typeset.Page) (texts []string) {
	for _, item := range page.Turned {
		if run, ok := item.(*typeset.GlyphRun); ok {
			text := ""
			for _, g := range run.Glyphs {
				text += string(g.Char)
			}
			texts = append(texts, text)
		}
	}
	return texts
}

func TestWideTableStandsInTheTurnedTypeArea(t *testing.T) { // 8
	p := plain(t)
	l := mustSet(t, document(filler("p", 3), wide("t", 12, 5), filler("q", 30)), p)
	require.Equal(t, []int{2}, turnedPages(l))
	page := l.Pages[1]
	var left, right, top, bottom style.Length = 1 << 60, 0, 1 << 60, 0
	for _, item := range page.Turned {
		if shapes, ok := item.(*typeset.Shapes); ok {
			for _, shape := range shapes.Shapes {
				for _, pt := range shape.(chart.Line).Points {
					left, right = min(left, pt.X), max(right, pt.X)
					top, bottom = min(top, pt.Y), max(bottom, pt.Y)
				}
			}
		}
	}
	// What was the bottom margin of 35 mm is at the left, the left one of 28 mm at the top.
	require.Equal(t, 35*style.Mm, left)
	require.Equal(t, (35+225)*style.Mm, right)
	require.GreaterOrEqual(t, top, 28*style.Mm)
	require.LessOrEqual(t, bottom, (28+156)*style.Mm)

	numbers := linesOfKind(t, l, typeset.PageNumber)
	require.Equal(t, "— 2 —", numbers[1].text)
	require.Equal(t, numbers[0].y, numbers[1].y, "the number stays in its place on the sheet")
	require.Equal(t, p.Page.Left+p.Number.Size, numbers[1].x)
}

func TestTextGoesOnPastAWideTable(t *testing.T) {
	p := plain(t)
	for before := 1; before < 30; before++ {
		l := mustSet(t, document(filler("p", before), level1("h"), wide("t", 9, 3), filler("q", 30)), p)
		pages := byPage(linesOf(t, l))
		heading := 0
		for n, lines := range pages {
			for _, one := range lines {
				if one.node == "h" {
					heading = n
				}
			}
			require.NotEqual(t, "h", lines[len(lines)-1].node, "a heading stays with its text")
		}
		require.Equal(t, []int{heading + 1}, turnedPages(l))
		require.GreaterOrEqual(t, len(pages[1]), 17, "no page is left white")
	}
}

func TestLongWideTableRepeatsItsHeader(t *testing.T) {
	l := mustSet(t, document(filler("p", 3), wide("t", 9, 60)), plain(t))
	turned := turnedPages(l)
	require.Greater(t, len(turned), 3)
	rows := 0
	for i, n := range turned {
		require.Equal(t, i+2, n, "one after the other")
		texts := turnedText(l.Pages[n-1])
		require.Contains(t, texts, "第1项")
		for _, text := range texts {
			if len(text) >= 4 && text[len(text)-3:] == "000" {
				rows++
			}
		}
	}
	require.Equal(t, 60, rows)
}

func TestTwoWideTablesHavePagesOfTheirOwn(t *testing.T) {
	l := mustSet(t, document(filler("p", 3), wide("t", 9, 2), wide("u", 9, 2), filler("q", 3)), plain(t))
	require.Equal(t, []int{2, 3}, turnedPages(l))
	require.Len(t, l.Pages, 3, "the text is on page 1")
}

func TestDocumentOfNothingButAWideTable(t *testing.T) {
	l := mustSet(t, &doc.Document{Blocks: doc.Blocks{wide("t", 9, 2)}}, plain(t))
	require.Equal(t, []int{1}, turnedPages(l))
	require.Len(t, l.Pages, 1, "no empty page")
}

func TestAttachmentThatIsAWideTableBeginsOnItsPage(t *testing.T) {
	p := redhead(t)
	d := document(filler("p", 3))
	d.Attachments = []doc.Attachment{
		{ID: "a1", Label: doc.Plain("附件1"), Title: doc.Title{Text: "统计表"}, Blocks: doc.Blocks{wide("t", 9, 3), filler("q", 2)}},
		{ID: "a2", Label: doc.Plain("附件2"), Title: doc.Title{Text: "又一张"}, Blocks: doc.Blocks{wide("u", 9, 3)}},
	}
	d.Imprint = &doc.Imprint{Issuer: doc.Plain("办公室"), Date: doc.Plain("2023年7月1日")}
	l := mustSet(t, d, p)
	require.Equal(t, []int{2, 4}, turnedPages(l))
	require.Equal(t, "附件1", turnedText(l.Pages[1])[0][:len("附件1")])
	require.Len(t, l.Pages, 5)
	_, pages := rules(l, "imprint")
	require.Equal(t, 5, pages[0], "the imprint stands upright, on the last page")
	require.Equal(t, []typeset.Place{{Page: 2}, {Page: 4}}, []typeset.Place{l.Outline[0].Place, l.Outline[1].Place})
}

func TestImprintComesAfterPagesOnTheirSide(t *testing.T) {
	d := document(filler("p", 3), wide("t", 9, 3))
	d.Imprint = &doc.Imprint{Issuer: doc.Plain("办公室"), Date: doc.Plain("2023年7月1日")}
	l := mustSet(t, d, plain(t))
	require.Equal(t, []int{2}, turnedPages(l))
	_, pages := rules(l, "imprint")
	require.Equal(t, 3, pages[0])
}

func TestSignatureStaysWithTheTextBeforeAWideTable(t *testing.T) { // 7.3.5.4
	d := document(filler("p", 3), wide("t", 9, 3))
	d.Signature = &doc.Signature{Organ: doc.Plain("县公安局"), Date: doc.Plain("2023年6月30日")}
	l := mustSet(t, d, plain(t))
	require.Equal(t, []int{2}, turnedPages(l))
	require.Equal(t, 1, linesOfKind(t, l, typeset.SignedText)[1].page)
}

func TestWideTableIsSetSmallerBeforeItsCellsTakeASecondLine(t *testing.T) {
	p := plain(t)
	l := mustSet(t, document(filler("p", 3), wide("t", 14, 3)), p)
	for _, item := range l.Pages[1].Turned {
		if run, ok := item.(*typeset.GlyphRun); ok && run.Kind == typeset.TableText {
			require.Less(t, run.Size, p.Table.Size)
		}
	}
	require.Contains(t, turnedText(l.Pages[1]), "第14项", "in one line")
}
