package review_test

import (
	"bytes"
	"strings"
	"testing"

	"banwen/internal/chart"
	"banwen/internal/doc"
	"banwen/internal/font"
	"banwen/internal/render/html"
	"banwen/internal/render/pdf"
	"banwen/internal/review"
	"banwen/internal/style"
	"banwen/internal/typeset"

	"github.com/stretchr/testify/require"
)

func profile(t *testing.T) *style.Profile {
	t.Helper()
	p, diags := style.Load(style.Shipped(), "plain")
	require.Empty(t, diags)
	return p
}

// Whatever a changed text says, on either side, it stays text on the page.
func TestChangedTextIsNeverMarkup(t *testing.T) {
	for _, payload := range []string{
		`</ins><script>alert(1)</script>`, `</del><img src=x onerror=alert(1)>`, `"><svg onload=alert(1)>`,
		`</style><style>*{display:none}`, `{{.}}`, `<!--`, `]]>`, `' onmouseover='alert(1)`,
	} {
		for _, texts := range [][2]string{{"甲", "甲" + payload}, {"甲" + payload, "甲"}, {"旧" + payload + "尾", "新" + payload + "尾"}} {
			a, b := sample(), sample()
			a.Title.Text, b.Title.Text = texts[0], texts[1]
			for i, d := range []*doc.Document{a, b} {
				runs := doc.Plain(texts[i])
				d.Head = &doc.Head{Copy: runs, Secrecy: runs, Urgency: runs, Mark: runs, Number: runs, Signers: runs}
				d.Addressee, d.Remark = runs, runs
				d.Signature = &doc.Signature{Organ: runs, Date: runs}
				d.Imprint = &doc.Imprint{CopyTo: runs, Issuer: runs, Date: runs}
				d.Attachments = []doc.Attachment{{ID: "a", Label: runs, Title: d.Title}}
			}
			a.Blocks = append(a.Blocks, paragraph("x", texts[0]), &doc.Chart{ID: "c", Title: texts[0], Alt: texts[0]})
			b.Blocks = append(b.Blocks, paragraph("x", texts[1]))
			var page bytes.Buffer
			require.NoError(t, html.Write(&page, review.Marked(a, b, by), profile(t)))
			for _, markup := range []string{"<script>alert", "<img src=x", "<svg onload", "</style><style>"} {
				require.NotContains(t, page.String(), markup, payload)
			}
			require.Equal(t, strings.Count(page.String(), "<ins>"), strings.Count(page.String(), "</ins>"))
			require.Equal(t, strings.Count(page.String(), "<del>"), strings.Count(page.String(), "</del>"))
		}
	}
}

// On paper new text has two lines under it and what is gone one through it;
// beside both stands a bar. A paragraph's new end is a sign.
func TestChangesAreMarkedOnThePage(t *testing.T) {
	a := of(paragraph("p1", first), paragraph("p2", second))
	b := of(paragraph("p1", strings.Replace(first, "压降", "减少", 1)), paragraph("p2", "全县共排查梳理矛盾纠纷，"), paragraph("p3", "逐项化解落实。"))
	layout, diags := typeset.Set(review.Marked(a, b, by), profile(t), font.Shipped())
	require.Empty(t, diags)
	lines := map[string]int{}
	text := map[doc.Change]string{}
	for _, item := range layout.Pages[0].Items {
		switch item := item.(type) {
		case *typeset.GlyphRun:
			for _, g := range item.Glyphs {
				text[item.Change] += string(g.Char)
			}
		case *typeset.Shapes:
			for _, s := range item.Shapes {
				l := s.(chart.Line)
				if l.Points[0].X == l.Points[1].X {
					lines["bar"]++
				} else {
					lines[l.Color]++
				}
			}
		}
	}
	require.Equal(t, "减少¶", text[doc.Inserted])
	require.Equal(t, "压降", text[doc.Deleted])
	require.Equal(t, map[string]int{"bar": 2, "C00000": 5}, lines)
	var file bytes.Buffer
	require.NoError(t, pdf.Write(&file, layout, font.Shipped()))
}
