package docx_test

import (
	"bytes"
	"strings"
	"testing"

	"banwen/internal/doc"
	"banwen/internal/doc/doctest"
	"banwen/internal/render/docx"
	"banwen/internal/render/docx/reference"
	"banwen/internal/render/docx/xml"
	"banwen/internal/style"

	"github.com/stretchr/testify/require"
)

// writtenLike writes a document like a reference and opens what is written.
func writtenLike(t *testing.T, d *doc.Document, like *reference.Reference) parts {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, docx.WriteLike(&b, d, profileOf(t, "plain"), like))
	return open(t, b.Bytes())
}

// styleOf is a style of the style part.
func styleOf(t *testing.T, all parts, id string) string {
	t.Helper()
	_, after, ok := strings.Cut(all["word/styles.xml"], `w:styleId="`+id+`"`)
	require.True(t, ok, id)
	one, _, _ := strings.Cut(after, "</w:style>")
	return one
}

func property(name string, attrs ...string) reference.Property {
	return reference.Property{Name: name, Attrs: attrs}
}

func TestStylesOfTheSameNameAreTakenOver(t *testing.T) {
	plain := writtenLike(t, doctest.Sample(), nil)
	all := writtenLike(t, doctest.Sample(), &reference.Reference{Styles: []reference.Style{
		{ID: "1", Name: "heading 1",
			Paragraph: []reference.Property{property("w:spacing", "w:before", "120", "w:line", "360", "w:lineRule", "auto"), property("w:jc", "w:val", "left")},
			Run:       []reference.Property{property("w:rFonts", "w:eastAsia", "方正黑体_GBK"), property("w:b"), property("w:color", "w:val", "FF0000"), property("w:kern", "w:val", "2"), property("w:sz", "w:val", "36")}},
		{ID: "a3", Name: "标题", Run: []reference.Property{property("w:sz", "w:val", "52")}},
		{ID: "a", Name: "Normal", Paragraph: []reference.Property{property("w:ind", "w:firstLine", "600")},
			Run: []reference.Property{property("w:rFonts", "w:eastAsia", "方正仿宋_GBK"), property("w:sz", "w:val", "30")}},
	}})
	h := styleOf(t, all, "Heading1")
	require.Contains(t, h, `<w:keepNext/><w:spacing w:before="120" w:line="360" w:lineRule="auto"/><w:ind w:firstLineChars="200" w:firstLine="632"/><w:jc w:val="left"/><w:outlineLvl w:val="0"/>`)
	require.Contains(t, h, `<w:rFonts w:eastAsia="方正黑体_GBK" w:ascii="黑体" w:hAnsi="黑体" w:cs="黑体"/><w:b/><w:color w:val="FF0000"/><w:spacing w:val="0"/><w:kern w:val="2"/><w:sz w:val="36"/><w:szCs w:val="36"/>`)
	require.Contains(t, styleOf(t, all, "Title"), `<w:sz w:val="52"/><w:szCs w:val="52"/>`)
	body := styleOf(t, all, "OfficialBody")
	require.Contains(t, body, `<w:ind w:firstLine="600"/>`)
	require.Contains(t, body, `w:eastAsia="方正仿宋_GBK"`)
	require.Contains(t, styleOf(t, all, "RunInBody"), `<w:sz w:val="30"/>`)
	for _, kept := range []string{"Normal", "Figure", "FigureCaption", "TableText", "Heading2"} {
		require.Equal(t, styleOf(t, plain, kept), styleOf(t, all, kept), kept)
	}
	require.Equal(t, plain["word/document.xml"], all["word/document.xml"], "the text is ours")
}

func TestNormalThatNamesNoFaceIsNotTheBody(t *testing.T) {
	plain := writtenLike(t, doctest.Sample(), nil)
	all := writtenLike(t, doctest.Sample(), &reference.Reference{Styles: []reference.Style{
		{ID: "a", Name: "Normal", Run: []reference.Property{property("w:sz", "w:val", "21")}}}})
	require.Equal(t, plain, all)
}

func TestTextBesideABoldHeadingIsNotBold(t *testing.T) {
	d := &doc.Document{Blocks: []doc.Block{&doc.Heading{ID: "h", Level: 2, Number: "（一）", Runs: []doc.Run{{Text: "标题。"}}, Body: []doc.Run{{Text: "一是", Bold: true}, {Text: "正文"}}}}}
	all := writtenLike(t, d, &reference.Reference{Styles: []reference.Style{{Name: "heading 2", Run: []reference.Property{property("w:b")}}}})
	require.Contains(t, all["word/document.xml"], `<w:b/><w:bCs/><w:i w:val="0"/><w:iCs w:val="0"/><w:color w:val="auto"/></w:rPr><w:t>一是</w:t>`)
	require.Contains(t, all["word/document.xml"], `<w:b w:val="0"/><w:bCs w:val="0"/><w:i w:val="0"/><w:iCs w:val="0"/><w:color w:val="auto"/></w:rPr><w:t>正文</w:t>`)
}

// page is paper with other margins.
func page() *reference.Page {
	return &reference.Page{Header: 10 * style.Mm, Footer: 12 * style.Mm, Page: style.Page{
		Width: 210 * style.Mm, Height: 297 * style.Mm, Top: 25 * style.Mm, Left: 30 * style.Mm, TextWidth: 150 * style.Mm, TextHeight: 247 * style.Mm}}
}

func TestPageIsTakenOverWithWhatIsMeasuredOnIt(t *testing.T) {
	plain := writtenLike(t, doctest.Formal(), nil)
	all := writtenLike(t, doctest.Formal(), &reference.Reference{Page: page()})
	document := all["word/document.xml"]
	require.Contains(t, document, `w:top="1417" w:right="1701" w:bottom="1417" w:left="1701"`)
	require.Contains(t, document, `w:header="850"`, "without headers their place is ours")
	require.NotContains(t, document, `titlePg`)
	require.NotEqual(t, plain["word/styles.xml"], all["word/styles.xml"], "the character cell is that of the page")
	require.Equal(t, plain["word/footer1.xml"], all["word/footer1.xml"])
}

func TestPageThatCannotBeUsedIsAnError(t *testing.T) {
	p := page()
	p.TextWidth = 190 * style.Mm
	err := docx.WriteLike(&bytes.Buffer{}, doctest.Sample(), profileOf(t, "plain"), &reference.Reference{Page: p})
	require.ErrorContains(t, err, "参考文件的页面不能用：版心比纸宽")
}

func text(s string) []*xml.Node {
	return []*xml.Node{xml.E("w:p", nil, xml.E("w:r", nil, xml.E("w:t", nil, xml.T(s))))}
}

func TestHeadersAndFootersOfTheReference(t *testing.T) {
	headers, footers := reference.Furniture{Default: text("单页眉"), Even: text("双页眉"), First: text("首页眉")}, reference.Furniture{Default: text("单页脚")}
	all := writtenLike(t, doctest.Sample(), &reference.Reference{Page: page(), Headers: headers, Footers: footers, OtherOne: true})
	_, section, _ := strings.Cut(all["word/document.xml"], "<w:sectPr>")
	require.Regexp(t, `^(<w:headerReference [^>]*/>){3}(<w:footerReference [^>]*/>){3}<w:pgSz [^>]*/><w:pgMar [^>]* w:header="567" w:footer="680" w:gutter="0"/><w:titlePg/><w:docGrid`, section)
	require.Contains(t, all["word/header1.xml"], "单页眉")
	require.Contains(t, all["word/header2.xml"], "双页眉")
	require.Contains(t, all["word/header3.xml"], "首页眉")
	require.Contains(t, all["word/footer1.xml"], "单页脚")
	require.Contains(t, all["word/footer2.xml"], "<w:p/>", "even pages have none")
	require.Contains(t, all["word/footer3.xml"], "<w:p/>")
	for _, name := range []string{"header1", "header3", "footer3"} {
		require.Contains(t, all["[Content_Types].xml"], "/word/"+name+".xml")
		require.Contains(t, all["word/_rels/document.xml.rels"], name+".xml")
	}

	// With headers alone the page numbers stay ours, on the first page as well.
	all = writtenLike(t, doctest.Sample(), &reference.Reference{Headers: headers, OtherOne: true})
	require.Contains(t, all["word/footer1.xml"], "PAGE")
	require.Regexp(t, `<w:footerReference w:type="first" r:id="rId4"/>`, all["word/document.xml"])
	require.NotContains(t, all, "word/footer3.xml")
}

// What this program has written is a reference for itself: nothing changes
// but that footers are made anew.
func TestOwnFileAsReference(t *testing.T) {
	like, err := reference.Read(write(t, doctest.Sample()))
	require.NoError(t, err)
	require.Empty(t, like.Left)
	plain, all := writtenLike(t, doctest.Sample(), nil), writtenLike(t, doctest.Sample(), like)
	require.Equal(t, plain["word/document.xml"], all["word/document.xml"])
	require.Contains(t, all["word/footer1.xml"], "PAGE")
	require.Contains(t, all["word/footer2.xml"], `<w:jc w:val="left"/>`)
	require.Contains(t, all["word/footer1.xml"], `<w:jc w:val="right"/>`)
}

// Each section names the headers; only the document's first has a first page.
func TestSectionsOfTurnedPagesHaveTheHeadersToo(t *testing.T) {
	d := doctest.Formal()
	d.Attachments[0].Blocks[0].(*doc.Table).Wide = true
	all := writtenLike(t, d, &reference.Reference{Headers: reference.Furniture{Default: text("眉"), First: text("首")}, OtherOne: true})
	document := all["word/document.xml"]
	require.Greater(t, strings.Count(document, "<w:sectPr>"), 1)
	require.Equal(t, strings.Count(document, "<w:sectPr>"), strings.Count(document, `<w:headerReference w:type="default"`))
	require.Equal(t, 1, strings.Count(document, "<w:titlePg/>"))
	require.Less(t, strings.Index(document, "<w:titlePg/>"), strings.LastIndex(document, "<w:sectPr>"))
}
