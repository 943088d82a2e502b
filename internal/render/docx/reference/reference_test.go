package reference_test

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"banwen/internal/render/docx/reference"
	"banwen/internal/render/docx/xml"
	"banwen/internal/style"

	"github.com/stretchr/testify/require"
)

const (
	w       = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	related = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
	rels    = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
)

// sound is the parts of a small document in a unit's own style.
func sound() map[string]string {
	return map[string]string{
		"_rels/.rels": rels + `<Relationship Id="rId1" Type="` + related + `officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml": `<w:document ` + w + `><w:body><w:p/><w:sectPr>
<w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>
<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="-2000" w:right="1400" w:bottom="1900" w:left="1500" w:header="800" w:footer="900" w:gutter="100"/></w:sectPr></w:body></w:document>`,
		"word/_rels/document.xml.rels": rels +
			`<Relationship Id="rId2" Type="` + related + `styles" Target="styles.xml"/>` +
			`<Relationship Id="rId3" Type="` + related + `header" Target="header1.xml"/>` +
			`<Relationship Id="rId4" Type="` + related + `footer" Target="/word/footer1.xml"/>` +
			`<Relationship Id="rId5" Type="` + related + `attachedTemplate" Target="http://example.invalid/x.dotm" TargetMode="External"/></Relationships>`,
		"word/styles.xml": `<w:styles ` + w + `><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:pPr><w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr><w:rPr><w:rFonts w:eastAsia="方正仿宋_GBK" w:asciiTheme="minorHAnsi"/><w:sz w:val="30"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:ind w:firstLine="600"/><w:framePr w:w="1"/></w:pPr><w:rPr><w:b/><w:color w:val="javascript"/><w:sz w:val="99999"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="h"><w:name w:val="header"/><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="r1"><w:name w:val="r1"/><w:basedOn w:val="r2"/></w:style><w:style w:type="paragraph" w:styleId="r2"><w:name w:val="r2"/><w:basedOn w:val="r1"/></w:style>
<w:style w:type="table" w:styleId="t"><w:name w:val="t"/></w:style></w:styles>`,
		"word/header1.xml": `<w:hdr ` + w + ` xmlns:mc="urn:mc"><w:p><w:pPr><w:pStyle w:val="h"/></w:pPr><w:r><w:t>xx县公安局</w:t></w:r>
<w:r><mc:AlternateContent><w:t>picture</w:t></mc:AlternateContent></w:r><w:hyperlink r:id="rId9"><w:r><w:t>内部</w:t></w:r></w:hyperlink>
<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> INCLUDETEXT "\\host\x" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>旧文</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`,
		"word/footer1.xml":    `<w:ftr ` + w + `><w:sdt><w:sdtContent><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE \* MERGEFORMAT</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>9</w:t></w:r></w:fldSimple></w:p></w:sdtContent></w:sdt></w:ftr>`,
		"word/vbaProject.bin": "macro",
	}
}

func pack(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range parts {
		e, err := z.Create(name)
		require.NoError(t, err)
		_, err = e.Write([]byte(text))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.Bytes()
}

func read(t *testing.T, parts map[string]string) *reference.Reference {
	t.Helper()
	r, err := reference.Read(pack(t, parts))
	require.NoError(t, err)
	return r
}

// printed writes paragraphs as XML.
func printed(paragraphs []*xml.Node) string {
	return string(xml.E("all", nil, paragraphs...).Document())
}

func styleNamed(t *testing.T, r *reference.Reference, name string) reference.Style {
	t.Helper()
	for _, s := range r.Styles {
		if s.Name == name {
			return s
		}
	}
	t.Fatal("no style " + name)
	return reference.Style{}
}

func TestPageIsThatOfTheLastSection(t *testing.T) {
	page := read(t, sound()).Page
	require.Equal(t, style.Page{
		Width: 11906 * style.Twip, Height: 16838 * style.Twip, Top: 2000 * style.Twip, Left: 1600 * style.Twip,
		TextWidth: 8906 * style.Twip, TextHeight: 12938 * style.Twip}, page.Page)
	require.Equal(t, 800*style.Twip, page.Header)
	require.Equal(t, 900*style.Twip, page.Footer)
}

func TestStylesTakeWhatTheyAreBasedOn(t *testing.T) {
	r := read(t, sound())
	h := styleNamed(t, r, "heading 1")
	require.Equal(t, []reference.Property{
		{Name: "w:spacing", Attrs: xml.A("w:line", "560", "w:lineRule", "exact")},
		{Name: "w:ind", Attrs: xml.A("w:firstLine", "600")},
	}, h.Paragraph, "a measure of its own goes before the characters of its base")
	require.Equal(t, []reference.Property{
		{Name: "w:rFonts", Attrs: xml.A("w:eastAsia", "方正仿宋_GBK")},
		{Name: "w:b"},
		{Name: "w:sz", Attrs: xml.A("w:val", "30")},
	}, h.Run, "what is no value is left out")
	require.Empty(t, styleNamed(t, r, "r1").Run, "a ring of styles ends")
}

func TestHeadersAndFootersAreMadeAnew(t *testing.T) {
	r := read(t, sound())
	header := printed(r.Headers.Default)
	require.Contains(t, header, `<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr><w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>`)
	for _, want := range []string{"xx县公安局", "内部", "旧文", `<w:sz w:val="18"/>`} {
		require.Contains(t, header, want)
	}
	for _, not := range []string{"INCLUDETEXT", "picture", "hyperlink", "r:id", "fldChar", "pStyle"} {
		require.NotContains(t, header, not)
	}
	footer := printed(r.Footers.Default)
	require.Contains(t, footer, "<w:instrText xml:space=\"preserve\"> PAGE </w:instrText>")
	require.Contains(t, footer, " NUMPAGES ")
	require.Contains(t, footer, `<w:sz w:val="30"/>`, "the size of its default style")
	require.Equal(t, 2, strings.Count(footer, `w:fldCharType="end"`))
	require.NotNil(t, r.Footers.Even, "one footer is that of all pages")
	require.Nil(t, r.Footers.First)
	require.Equal(t, []string{"页眉里的图片、文本框等"}, r.Left)
}

func TestFooterOfNothingButPicturesIsNone(t *testing.T) {
	parts := sound()
	parts["word/footer1.xml"] = `<w:ftr ` + w + `><w:p><w:r><w:drawing/></w:r></w:p></w:ftr>`
	r := read(t, parts)
	require.False(t, r.Footers.Any())
	require.Contains(t, r.Left, "页脚里的图片、文本框等")
}

func TestOddEvenAndFirstPages(t *testing.T) {
	parts := sound()
	parts["word/settings.xml"] = `<w:settings ` + w + `><w:evenAndOddHeaders/><w:attachedTemplate r:id="rId5"/></w:settings>`
	parts["word/header2.xml"] = `<w:hdr ` + w + `><w:p><w:r><w:t>双页</w:t></w:r></w:p></w:hdr>`
	parts["word/header3.xml"] = `<w:hdr ` + w + `><w:p><w:r><w:t>首页</w:t></w:r></w:p></w:hdr>`
	parts["word/_rels/document.xml.rels"] = strings.Replace(parts["word/_rels/document.xml.rels"], "</Relationships>",
		`<Relationship Id="rId6" Type="`+related+`settings" Target="settings.xml"/>`+
			`<Relationship Id="rId7" Type="`+related+`header" Target="header2.xml"/>`+
			`<Relationship Id="rId8" Type="`+related+`header" Target="header3.xml"/></Relationships>`, 1)
	parts["word/document.xml"] = strings.NewReplacer("<w:pgSz", `<w:headerReference w:type="even" r:id="rId7"/><w:headerReference w:type="first" r:id="rId8"/><w:pgSz`,
		"</w:sectPr>", "<w:titlePg/></w:sectPr>").Replace(parts["word/document.xml"])
	r := read(t, parts)
	require.True(t, r.OtherOne)
	require.Contains(t, printed(r.Headers.Even), "双页")
	require.Contains(t, printed(r.Headers.First), "首页")
	require.Nil(t, r.Footers.Even)
}

func TestFilesThatAreRefused(t *testing.T) {
	with := func(name, text string) []byte {
		parts := sound()
		parts[name] = text
		return pack(t, parts)
	}
	without := sound()
	delete(without, "word/document.xml")
	for _, c := range []struct {
		name, want string
		data       []byte
	}{
		{"no ZIP", "不是 .docx 文件", []byte("\xd0\xcf\x11\xe0 an old .doc")},
		{"cut off", "不是 .docx 文件", pack(t, sound())[:500]},
		{"too large", "文件超过 32 MB", make([]byte, reference.MaxFile+1)},
		{"no document", "不是 Word 文档", pack(t, without)},
		{"a workbook", "不是 Word 文档", pack(t, map[string]string{"xl/workbook.xml": "<a/>"})},
		{"out of the package", "部件名“\"../evil.xml\"”不能用", with("../evil.xml", "<a/>")},
		{"absolute", "不能用", with("/etc/passwd", "x")},
		{"backslash", "不能用", with(`word\..\..\evil`, "x")},
		{"bomb", "word/styles.xml：解开后太大", with("word/styles.xml", strings.Repeat(" ", 17<<20))},
		{"depth", "套得太深", with("word/styles.xml", "<w:styles "+w+">"+strings.Repeat("<w:x>", 300)+strings.Repeat("</w:x>", 300)+"</w:styles>")},
		{"depth of foreign elements", "套得太深", with("word/styles.xml", "<w:styles "+w+">"+strings.Repeat("<x>", 5000)+strings.Repeat("</x>", 5000)+"</w:styles>")},
		{"elements", "太大", with("word/styles.xml", "<w:styles "+w+">"+strings.Repeat("<w:x/>", 500_000)+"</w:styles>")},
		{"entities", "DTD", with("word/styles.xml", `<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><a>&b;</a>`)},
		{"no XML", "不是正确的 XML", with("word/styles.xml", "<w:styles")},
		{"no XML in a header", "不是正确的 XML", with("word/header1.xml", "")},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := reference.Read(c.data)
			require.Nil(t, r)
			require.ErrorContains(t, err, c.want)
		})
	}
}

func TestPageThatIsNotSaidIsNone(t *testing.T) {
	for _, page := range []string{"", `<w:pgSz w:w="11906" w:h="16838"/>`, `<w:pgSz w:w="99999999999" w:h="1"/><w:pgMar w:top="1" w:right="1" w:bottom="1" w:left="1"/>`} {
		parts := sound()
		parts["word/document.xml"] = `<w:document ` + w + `><w:body><w:sectPr>` + page + `</w:sectPr></w:body></w:document>`
		require.Nil(t, read(t, parts).Page)
	}
}

// Whatever stands in the parts: a reference or an error, never a panic.
func FuzzRead(f *testing.F) {
	parts := sound()
	f.Add(parts["word/document.xml"], parts["word/styles.xml"], parts["word/header1.xml"])
	f.Fuzz(func(t *testing.T, document, styles, header string) {
		parts := sound()
		parts["word/document.xml"], parts["word/styles.xml"], parts["word/header1.xml"] = document, styles, header
		if r, err := reference.Read(pack(t, parts)); err == nil {
			printed(r.Headers.Default)
		}
	})
}
