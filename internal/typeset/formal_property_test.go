package typeset_test

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"banwen/internal/doc"
	"banwen/internal/doc/doctest"
	"banwen/internal/style"
	"banwen/internal/typeset"

	"github.com/stretchr/testify/require"
)

// randomBlocks are up to a few pages of text, charts and tables; what ends
// them is text.
func randomBlocks(r *rand.Rand, prefix string) (blocks doc.Blocks) {
	for i := range 1 + r.IntN(12) {
		id := prefix + strconv.Itoa(i)
		switch r.IntN(8) {
		case 0:
			blocks = append(blocks, level1(id))
		case 1:
			c := doctest.Charts()[r.IntN(6)]
			c.ID = id
			blocks = append(blocks, c)
		case 2:
			blocks = append(blocks, wide(id, 5+r.IntN(12), 1+r.IntN(30)))
		case 3:
			t := wide(id, 3+r.IntN(5), 1+r.IntN(30))
			t.Wide = false
			blocks = append(blocks, t)
		default:
			blocks = append(blocks, filler(id, 1+r.IntN(12)))
		}
	}
	return append(blocks, filler(prefix+"end", 1+r.IntN(3)), filler(prefix+"last", 1+r.IntN(3)))
}

// randomFormal is a formal document of which any part may be missing.
func randomFormal(r *rand.Rand) *doc.Document {
	d := doctest.Formal()
	d.Blocks = randomBlocks(r, "b")
	d.Title.Lines = []string{hanzi(4 + r.IntN(16)), hanzi(4 + r.IntN(16)), hanzi(9)}[:1+r.IntN(3)]
	d.Attachments = nil
	for i := range r.IntN(4) {
		name := "附件" + strconv.Itoa(i+1)
		d.Attachments = append(d.Attachments, doc.Attachment{
			ID: name, Label: doc.Plain(name), Title: doc.Title{Text: hanzi(4 + r.IntN(30))}, Blocks: randomBlocks(r, name),
		})
	}
	maybe := func(drop func()) {
		if r.IntN(3) == 0 {
			drop()
		}
	}
	maybe(func() { d.Head = nil })
	maybe(func() { d.Addressee = nil })
	maybe(func() { d.Signature = nil })
	maybe(func() { d.Remark = nil })
	maybe(func() { d.Imprint = nil })
	return d
}

func TestRandomFormalDocumentsKeepTheRules(t *testing.T) {
	p := redhead(t)
	for seed := range uint64(300) {
		d := typeset.Arrange(randomFormal(rand.New(rand.NewPCG(seed, 2012))), p, fonts)
		l := mustSet(t, d, p)
		lines := linesOf(t, l)
		requireInside(t, lines, p.Page, seed)
		text, closing := map[int]int{}, map[int]bool{}
		for _, one := range lines {
			switch one.kind {
			case typeset.BodyText, typeset.TableText:
				if strings.HasPrefix(one.node, "b") {
					text[one.page]++
				}
			case typeset.Caption: // a chart is as high as several lines
				text[one.page] += 2
			case typeset.SignedText, typeset.RemarkText:
				closing[one.page] = true
			case typeset.ImprintText:
				require.Equal(t, len(l.Pages), one.page, "seed %d: the imprint is last", seed)
			}
		}
		for page := range closing {
			require.GreaterOrEqual(t, text[page], 2, "seed %d: page %d has two lines of text", seed, page)
		}
		for n, page := range l.Pages {
			require.Equal(t, n+1, page.Number)
			requireTurnedInside(t, page, p.Page, seed)
			require.True(t, len(page.Turned) > 0 || len(page.Items) > 1, "seed %d: page %d is empty", seed, page.Number)
			for _, link := range page.Links {
				require.NotZero(t, link.To.Page)
			}
		}
		for n, page := range byPage(lines) {
			last := page[len(page)-1]
			require.False(t, last.text == "一、存在问题", "seed %d: page %d ends with a heading", seed, n)
		}
		require.Len(t, linesOfKind(t, l, typeset.PageNumber), len(l.Pages))
	}
}

// requireInside checks that all lines but page numbers stand in the type area.
func requireInside(t *testing.T, lines []line, area style.Page, seed uint64) {
	t.Helper()
	for _, one := range lines {
		if one.kind == typeset.PageNumber {
			continue
		}
		inside := one.x >= area.Left && one.end <= area.Left+area.TextWidth &&
			one.top() >= area.Top && one.bottom() <= area.Top+area.TextHeight
		require.True(t, inside, "seed %d, page %d, %s: %s", seed, one.page, one.kind, one.text)
	}
}

// requireTurnedInside checks the same of what stands on its side; margins are
// those of the sheet turned a quarter clockwise.
func requireTurnedInside(t *testing.T, page typeset.Page, sheet style.Page, seed uint64) {
	t.Helper()
	left, top := sheet.Bottom(), sheet.Left
	for _, item := range page.Turned {
		run, ok := item.(*typeset.GlyphRun)
		if !ok {
			continue
		}
		end := run.X
		for _, g := range run.Glyphs {
			end += g.Advance
		}
		inside := run.X >= left && end <= left+sheet.TextHeight && run.Y-run.Size*88/100 >= top && run.Y <= top+sheet.TextWidth
		require.True(t, inside, "seed %d, page %d on its side, %s", seed, page.Number, run.Kind)
	}
}
