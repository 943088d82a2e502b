package docxread_test

import (
	"archive/zip"
	"bytes"
	"io"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"time"

	"banwen/internal/docxread"

	"github.com/stretchr/testify/require"
)

const (
	namespaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"`
	rootRels   = `<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>`
)

// packed makes a file of parts, in order: name, content, name, content.
func packed(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		require.NoError(t, err)
		_, err = io.WriteString(w, parts[i+1])
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.Bytes()
}

func withBody(t testing.TB, body string) []byte {
	t.Helper()
	return packed(t, "_rels/.rels", rootRels, "word/document.xml", `<w:document `+namespaces+`><w:body>`+body+`</w:body></w:document>`)
}

func read(t *testing.T, body string) *docxread.File {
	t.Helper()
	f, err := docxread.Read(withBody(t, body))
	require.NoError(t, err)
	return f
}

// texts are the lines of a reading, with their cells' places.
func texts(f *docxread.File, r docxread.Reading) []string {
	var all []string
	for _, l := range f.Lines(r) {
		all = append(all, l.Text)
	}
	return all
}

func TestWhatARunMayHold(t *testing.T) {
	for body, want := range map[string]string{
		`<w:r><w:t>甲</w:t><w:tab/><w:t xml:space="preserve">乙 </w:t><w:br/><w:cr/><w:br w:type="page"/></w:r>`:                                                                                  "甲\t乙 \n\n",
		`<w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t><w:softHyphen/></w:r>`:                                                                                                                  "1-2",
		`<w:r><w:sym w:font="宋体" w:char="00D7"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>`:                                                                                                "×〓",
		`<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:t>藏</w:t><w:fldChar w:fldCharType="separate"/><w:t>3</w:t><w:fldChar w:fldCharType="end"/><w:t>页</w:t></w:r>`: "3页",
		`<w:fldSimple w:instr="DATE"><w:r><w:t>今天</w:t></w:r></w:fldSimple>`:                                                                                                                    "今天",
		`<w:ruby><w:rubyPr/><w:rt><w:r><w:t>yin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>音</w:t></w:r></w:rubyBase></w:ruby>`:                                                                    "音",
		`<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent/></w:pict></mc:Fallback></mc:AlternateContent><w:t>外</w:t></w:r>`: "外",
		`<w:pPr><w:tabs><w:tab w:pos="1"/></w:tabs></w:pPr><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath><w:r><w:rPr><w:rPrChange w:id="1"/></w:rPr><w:t>式</w:t></w:r>`:                                                                                                                         "式",
	} {
		require.Equal(t, []string{want}, texts(read(t, `<w:p>`+body+`</w:p>`), docxread.Accepted), body)
	}
}

// passed words what was passed over.
func passed(f *docxread.File) string {
	var all []string
	for _, p := range f.Ignored {
		all = append(all, p.String())
	}
	return strings.Join(all, "；")
}

// What is no text of the document is told, with what it says.
func TestWhatIsPassedOverIsTold(t *testing.T) {
	run := func(inner string) string { return `<w:p><w:r>` + inner + `</w:r></w:p>` }
	hidden := func(text string) string { return `<w:r><w:rPr><w:vanish/></w:rPr><w:t>` + text + `</w:t></w:r>` }
	box := `<w:txbxContent><w:p><w:r><w:t>加</w:t></w:r></w:p><w:p><w:r><w:t>急</w:t></w:r></w:p></w:txbxContent>`
	for body, want := range map[string]string{
		run(`<w:t>字</w:t>`):                 "",
		run(`<w:pict>` + box + `</w:pict>`): "文本框 1 处：“加急”",
		run(`<mc:AlternateContent><mc:Choice><w:drawing>` + box + `</w:drawing></mc:Choice><mc:Fallback><w:pict>` + box + `</w:pict></mc:Fallback></mc:AlternateContent>`):                                                                       "文本框 1 处：“加急”",
		run(`<mc:AlternateContent><mc:Fallback><w:pict>` + box + `</w:pict></mc:Fallback></mc:AlternateContent>`):                                                                                                                                "文本框 1 处：“加急”",
		run(`<w:drawing><a:pic/><c:chart/></w:drawing><w:pict><v:imagedata/></w:pict><w:object><v:imagedata/></w:object>`):                                                                                                                       "图片 2 处；图表 1 处；嵌入的对象 1 处",
		`<w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p><w:altChunk/>`:                                                                                                                                                                     "公式 1 处；嵌入的文件 1 处",
		`<w:p>` + hidden("藏") + hidden("着") + `<w:r><w:t>字</w:t></w:r>` + hidden("尾") + `</w:p><w:p>` + hidden("另") + `</w:p>`:                                                                                                                   "隐藏文字 3 处：“藏着”“尾”“另”",
		`<w:p><w:r><w:rPr><w:vanish w:val="0"/><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>字</w:t></w:r></w:p>`:                                                                                                            "",
		`<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr></w:p><w:p><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:pPrChange></w:pPr></w:p>`: "自动编号 1 处",
	} {
		require.Equal(t, want, passed(read(t, body)), body)
	}
	require.Equal(t, []string{"字"}, texts(read(t, `<w:p>`+hidden("藏")+`<w:r><w:t>字</w:t></w:r></w:p>`), docxread.Accepted))
}

// Notes are told with what they say, if the text refers to them; headers and
// footers if they say more than the page's number.
func TestWhatStandsBesideTheTextIsTold(t *testing.T) {
	part := func(root, inner string) string {
		return `<w:` + root + ` ` + namespaces + `>` + inner + `</w:` + root + `>`
	}
	words := func(text string) string { return `<w:p><w:r><w:t>` + text + `</w:t></w:r></w:p>` }
	f, err := docxread.Read(packed(t, "_rels/.rels", rootRels,
		"word/document.xml", part("document", `<w:body><w:p><w:r><w:footnoteReference w:id="2"/><w:endnoteReference w:id="1"/></w:r></w:p></w:body>`),
		"word/_rels/document.xml.rels", `<Relationships><Relationship Type="http://x/footnotes" Target="f.xml"/><Relationship Type="http://x/endnotes" Target="e.xml"/>`+
			`<Relationship Type="http://x/header" Target="h1.xml"/><Relationship Type="http://x/header" Target="h2.xml"/><Relationship Type="http://x/footer" Target="p.xml"/></Relationships>`,
		"word/f.xml", part("footnotes", `<w:footnote w:id="0">`+words("线")+`</w:footnote><w:footnote w:id="2">`+words("据统计局")+`</w:footnote>`),
		"word/e.xml", part("endnotes", `<w:endnote w:id="1">`+words("另见附件")+`</w:endnote>`),
		"word/h1.xml", part("hdr", words("")), "word/h2.xml", part("hdr", words("内部资料")), "word/p.xml", part("ftr", words("— 1 —"))))
	require.NoError(t, err)
	require.Equal(t, "脚注、尾注 2 处：“据统计局”“另见附件”；页眉、页脚 1 处：“内部资料”", passed(f))
}

func TestTrackedChangesHaveTwoReadings(t *testing.T) {
	const by = ` w:id="1" w:author="张三" w:date="2023-07-01T10:00:00Z"`
	mark := func(kind string) string { return `<w:pPr><w:rPr><w:` + kind + by + `/></w:rPr></w:pPr>` }
	run := func(text string) string { return `<w:r><w:t>` + text + `</w:t></w:r>` }
	gone := func(text string) string {
		return `<w:del` + by + `><w:r><w:delText>` + text + `</w:delText></w:r></w:del>`
	}
	added := func(text string) string { return `<w:ins` + by + `>` + run(text) + `</w:ins>` }
	for _, c := range []struct {
		name, body         string
		accepted, rejected []string
	}{
		{"words", `<w:p>` + run("甲") + gone("乙") + added("丙") + run("丁") + `</w:p>`, []string{"甲丙丁"}, []string{"甲乙丁"}},
		{"a move", `<w:p>` + run("甲") + `<w:moveFrom` + by + `>` + run("乙") + `</w:moveFrom></w:p><w:p><w:moveTo` + by + `>` + run("乙") + `</w:moveTo>` + run("丙") + `</w:p>`, []string{"甲", "乙丙"}, []string{"甲乙", "丙"}},
		{"a paragraph split", `<w:p>` + mark("ins") + run("甲") + `</w:p><w:p>` + run("乙") + `</w:p>`, []string{"甲", "乙"}, []string{"甲乙"}},
		{"paragraphs joined", `<w:p>` + mark("del") + run("甲") + `</w:p><w:p>` + run("乙") + `</w:p>`, []string{"甲乙"}, []string{"甲", "乙"}},
		{"a paragraph deleted", `<w:p>` + mark("del") + gone("甲") + `</w:p><w:p>` + run("乙") + `</w:p>`, []string{"乙"}, []string{"甲", "乙"}},
		{"a new one", `<w:p>` + mark("ins") + added("甲") + `</w:p><w:p>` + run("乙") + `</w:p>`, []string{"甲", "乙"}, []string{"乙"}},
		{"typed and deleted again", `<w:p>` + run("甲") + `<w:ins` + by + `>` + gone("乙") + `</w:ins></w:p>`, []string{"甲"}, []string{"甲"}},
		{"a row", `<w:tbl><w:tr><w:trPr><w:del` + by + `/></w:trPr><w:tc><w:p>` + run("甲") + `</w:p></w:tc></w:tr><w:tr><w:tc><w:p>` + run("乙") + `</w:p></w:tc></w:tr></w:tbl>`, []string{"乙"}, []string{"甲", "乙"}},
	} {
		f := read(t, c.body)
		require.Equal(t, c.accepted, texts(f, docxread.Accepted), c.name)
		require.Equal(t, c.rejected, texts(f, docxread.Rejected), c.name)
		require.True(t, f.Tracked() || c.name == "typed and deleted again", c.name)
	}
	f := read(t, `<w:p>`+run("甲")+added("乙")+`</w:p>`)
	require.Equal(t, docxread.Piece{Text: "乙", Change: docxread.Inserted, Who: "张三", When: "2023-07-01T10:00:00Z"}, f.Paragraphs[0].Pieces[1])
}

func TestCellsHaveTheirPlaces(t *testing.T) {
	cell := func(text string) string { return `<w:tc><w:tcPr/><w:p><w:r><w:t>` + text + `</w:t></w:r></w:p></w:tc>` }
	f := read(t, `<w:tbl><w:tr>`+cell("甲")+cell("乙")+`</w:tr><w:tr>`+cell("丙")+`<w:tc><w:tbl><w:tr>`+cell("丁")+`</w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl><w:p><w:r><w:t>后</w:t></w:r></w:p>`)
	require.Equal(t, docxread.Cell{Table: 0, Row: 0, Column: 1}, *f.Paragraphs[1].Cell)
	require.Equal(t, docxread.Cell{Table: 0, Row: 1, Column: 0}, *f.Paragraphs[2].Cell)
	require.Equal(t, docxread.Cell{Table: 1, Row: 0, Column: 0}, *f.Paragraphs[3].Cell)
	require.Nil(t, f.Paragraphs[5].Cell)
}

func TestFilesThatAreNotSafeAreRefused(t *testing.T) {
	document := `<w:document ` + namespaces + `/>`
	var many []string
	for i := range 5001 {
		many = append(many, strings.Repeat("a", 1+i%50)+string(rune('一'+i)), "")
	}
	for _, c := range []struct {
		data []byte
		want string
	}{
		{[]byte("不是"), "不是 DOCX 文件"},
		{nil, "文件是空的"},
		{append([]byte("\x06李局\x00"), make([]byte, 154)...), "临时文件"},
		{compound(""), "另存为不加密码的 .docx"},
		{compound("WordDocument"), "这是旧格式（.doc、.wps）；在 WPS 或 Word 里打开，另存为 .docx"},
		{append(compound("WordDocument"), packed(t, "mimetype", "", "content.xml", "")...), "这是旧格式"},
		{compound("EncryptedPackage"), "文件加了密码；在 WPS 或 Word 里打开，取消密码，另存为 .docx"},
		{[]byte(`{\rtf1\ansi}`), "RTF"},
		{[]byte("%PDF-1.7"), "PDF"},
		{[]byte("\xef\xbb\xbf\n<!DOCTYPE HTML><html>"), "网页"},
		{packed(t, "mimetype", "", "content.xml", ""), "ODT"},
		{packed(t, "_rels/.rels", strings.Replace(rootRels, "word/document.xml", "xl/workbook.xml", 1), "xl/workbook.xml", "<a/>"), "表格"},
		{packed(t, "_rels/.rels", strings.Replace(rootRels, "word/document.xml", "ppt/presentation.xml", 1), "ppt/presentation.xml", "<a/>"), "演示文稿"},
		{make([]byte, docxread.MostBytes+1), "超过 64 MB"},
		{packed(t, "../a", ""), "不正当的名称"},
		{packed(t, "/a", ""), "不正当的名称"},
		{packed(t, `a\b`, ""), "不正当的名称"},
		{packed(t, "a//b", ""), "不正当的名称"},
		{packed(t, "C:/a", ""), "不正当的名称"},
		{packed(t, "a", "", "a", ""), "两个“a”"},
		{packed(t, many...), "最多 5000 个"},
		{packed(t, "a", strings.Repeat("\x00", 3<<20)), "压缩得不合常理"},
		{sized(t, 1<<30, 1<<30), "超过 256 MB"},
		{sized(t, 200<<20, 1<<20, 200<<20, 1<<20), "超过 256 MB"},
		{sized(t, 1<<20, 1<<30), "已损坏"},
		{stored(t, 33<<20), "超过 32 MB"},
		{packed(t, "_rels/.rels", rootRels), "里面没有正文"},
		{packed(t, "_rels/.rels", `<!DOCTYPE a [<!ENTITY b "c">]>`+rootRels, "word/document.xml", document), "DOCTYPE"},
		{packed(t, "_rels/.rels", strings.ReplaceAll(rootRels, `Target=`, `TargetMode="External" Target=`), "word/document.xml", document), "里面没有正文"},
		{packed(t, "_rels/.rels", rootRels, "word/document.xml", `<!DOCTYPE a SYSTEM "file:///etc/passwd">`+document), "DOCTYPE"},
		{withBody(t, `<w:p><w:r><w:t>&b;</w:t></w:r></w:p>`), "已损坏"},
		{withBody(t, strings.Repeat("<w:sdt>", 300)), "200 层以上"},
		{withBody(t, "<w:p>"), "已损坏"},
		{withBody(t, "<w:p><w:r><w:rPr>"+strings.Repeat("<w:a>", 300)), "200 层以上"},
		{withBody(t, "<w:p><w:r><w:drawing>"+strings.Repeat("<w:a>", 300)), "200 层以上"},
		{withComments(t, strings.Repeat("<w:p>", 300)), "200 层以上"},
		{withComments(t, "<!DOCTYPE a>"), "DOCTYPE"},
		{withComments(t, "&b;"), "已损坏"},
	} {
		_, err := docxread.Read(c.data)
		require.ErrorContains(t, err, c.want)
	}
}

// An archive within the file is never opened, whatever it would unpack to.
func TestArchivesWithinAreNotOpened(t *testing.T) {
	bomb := packed(t, "a", strings.Repeat("\x00", 64<<20))
	_, err := docxread.Read(packed(t, "_rels/.rels", rootRels, "word/document.xml", `<w:document `+namespaces+`/>`, "word/embeddings/a.docx", string(bomb)))
	require.NoError(t, err)
}

// compound is the beginning of a compound file with a stream of a name.
func compound(stream string) []byte {
	data := append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 504)...)
	for _, c := range stream {
		data = append(data, byte(c), 0)
	}
	return data
}

// sized is a file whose entries say that they are so large unpacked, and so
// large packed; _rels/.rels is the first.
func sized(t *testing.T, sizes ...uint64) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(sizes); i += 2 {
		name := "_rels/.rels"
		if i > 0 {
			name = "a" + strconv.Itoa(i)
		}
		w, err := z.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, UncompressedSize64: sizes[i], CompressedSize64: sizes[i+1]})
		require.NoError(t, err)
		_, err = io.WriteString(w, "x")
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.Bytes()
}

// stored is a file whose text part is so large.
func stored(t *testing.T, size int) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range map[string]string{"_rels/.rels": rootRels, "word/document.xml": strings.Repeat(" ", size)} {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		require.NoError(t, err)
		_, err = io.WriteString(w, text)
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.Bytes()
}

func withComments(t *testing.T, comments string) []byte {
	t.Helper()
	return packed(t, "_rels/.rels", rootRels, "word/document.xml", `<w:document `+namespaces+`/>`,
		"word/_rels/document.xml.rels", `<Relationships><Relationship Type="http://x/comments" Target="comments.xml"/></Relationships>`,
		"word/comments.xml", `<w:comments `+namespaces+`>`+comments+`</w:comments>`)
}

// Files that are made to take long are read in a moment.
func TestHostileFilesTakeNoTime(t *testing.T) {
	for name, body := range map[string]string{
		"a character a run":  `<w:p>` + strings.Repeat(`<w:r><w:t>a</w:t></w:r>`, 150_000) + `</w:p>`,
		"fields":             `<w:p>` + strings.Repeat(`<w:r><w:fldChar w:fldCharType="begin"/><w:t>a</w:t></w:r>`, 80_000) + `</w:p>`,
		"comments that stay": `<w:p>` + strings.Repeat(`<w:commentRangeStart w:id="1"/><w:r><w:t>a</w:t></w:r>`, 80_000) + `</w:p>`,
		"bookmarks":          `<w:p>` + strings.Repeat(`<w:bookmarkStart w:name="a"/>`, 100_000) + `</w:p>`,
	} {
		begun := time.Now()
		_, err := docxread.Read(withNoise(t, body))
		require.NoError(t, err, name)
		require.Less(t, time.Since(begun), 20*time.Second, name)
	}
}

// withNoise is a file whose text part packs no better than others.
func withNoise(t *testing.T, body string) []byte {
	t.Helper()
	var noise strings.Builder
	random := rand.New(rand.NewPCG(1, 1))
	for range 60_000 {
		noise.WriteByte(byte('a' + random.IntN(26)))
	}
	return withBody(t, "<!--"+noise.String()+"-->"+body)
}
