package typeset_test

import (
	"strings"
	"testing"

	"banwen/internal/doc"
	"banwen/internal/font"
	"banwen/internal/style"
	"banwen/internal/typeset"

	"github.com/stretchr/testify/require"
)

// fonts are shared by all tests; a Set is safe for concurrent use.
var fonts = font.Shipped()

func plain(t testing.TB) *style.Profile {
	t.Helper()
	p, diags := style.Load(style.Shipped(), "plain")
	require.Empty(t, diags)
	return p
}

// narrow is the plain profile with ten characters a line and no indents.
func narrow(t testing.TB) *style.Profile {
	p := plain(t)
	p.Page.TextWidth = 10 * p.CharacterCell()
	p.Grid.Characters = 10
	p.Body.Indent = 0
	return p
}

func mustSet(t testing.TB, d *doc.Document, p *style.Profile) *typeset.Layout {
	t.Helper()
	l, diags := typeset.Set(d, p, fonts)
	require.Empty(t, diags)
	return l
}

// line is one line of a layout read back.
type line struct {
	page      int
	kind      typeset.Kind
	node      string
	text      string
	runs      []*typeset.GlyphRun
	x, end, y style.Length
}

// linesOf reads the lines of a layout back, texts of charts left out.
func linesOf(t testing.TB, l *typeset.Layout) []line {
	t.Helper()
	var lines []line
	for _, page := range l.Pages {
		fresh := true
		for _, item := range page.Items {
			run, ok := item.(*typeset.GlyphRun)
			if !ok || run.Kind == typeset.ChartText {
				fresh = true
				continue
			}
			require.NotEmpty(t, run.Glyphs)
			n := len(lines) - 1
			if fresh || lines[n].y != run.Y || lines[n].end != run.X {
				lines = append(lines, line{page: page.Number, kind: run.Kind, node: run.Node, x: run.X, end: run.X, y: run.Y})
				n++
			}
			fresh = false
			lines[n].runs = append(lines[n].runs, run)
			for _, g := range run.Glyphs {
				lines[n].text += string(g.Char)
				lines[n].end += g.Advance
			}
		}
	}
	return lines
}

// linesOfKind reads back the lines of one kind.
func linesOfKind(t testing.TB, l *typeset.Layout, kind typeset.Kind) []line {
	var some []line
	for _, one := range linesOf(t, l) {
		if one.kind == kind {
			some = append(some, one)
		}
	}
	return some
}

func texts(lines []line) []string {
	var all []string
	for _, l := range lines {
		all = append(all, l.text)
	}
	return all
}

func paragraph(id, text string) *doc.Paragraph {
	return &doc.Paragraph{ID: id, Runs: []doc.Run{{Text: text}}}
}

func document(blocks ...doc.Block) *doc.Document {
	return &doc.Document{Title: doc.Title{Text: "标题", Lines: []string{"标题"}}, Blocks: blocks}
}

// hanzi is a text of n characters without punctuation.
func hanzi(n int) string {
	return strings.Repeat("工作总结及计划安排", n/9+1)[:n*len("工")]
}
