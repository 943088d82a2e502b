package pdf_test

import (
	"encoding/xml"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"banwen/internal/doc"
	"banwen/internal/doc/doctest"
	"banwen/internal/font"
	"banwen/internal/render/pdf"
	"banwen/internal/style"
	"banwen/internal/typeset"

	"github.com/stretchr/testify/require"
)

// formal is the formal document, with a wide table in its first attachment, set.
func formal(t testing.TB, fonts *font.Set) *typeset.Layout {
	t.Helper()
	d := doctest.Formal()
	wide := doctest.Table()
	wide.Wide = true
	d.Attachments[0].Blocks = append(d.Attachments[0].Blocks, wide)
	profile, diags := style.Load(style.Shipped(), "redhead")
	require.Empty(t, diags)
	l, diags := typeset.Set(d, profile, fonts)
	require.Empty(t, diags)
	return l
}

func TestFormalDocumentCopiesOut(t *testing.T) {
	fonts := font.Shipped()
	l := formal(t, fonts)
	file := readPDF(t, write(t, l, fonts))
	for i, page := range l.Pages {
		var want []string
		for _, item := range page.All() {
			if r, ok := item.(*typeset.GlyphRun); ok {
				want = append(want, textOf(r))
			}
		}
		require.Equal(t, want, file.text(t, file.pages(t)[i]), "page %d", page.Number)
	}
}

// The matrix turns the table a quarter anticlockwise; the page stays upright
// and its number in its place (GB/T 9704-2012, 8).
func TestPageOnItsSide(t *testing.T) {
	fonts := font.Shipped()
	l := formal(t, fonts)
	data := write(t, l, fonts)
	file := readPDF(t, data)
	require.NotContains(t, string(data), "/Rotate")
	turned := 0
	for i, content := range file.pages(t) {
		if len(l.Pages[i].Turned) == 0 {
			require.NotContains(t, content, " cm\n")
			continue
		}
		turned++
		require.True(t, strings.HasPrefix(content, "q 0 1 -1 0 595.276 0 cm\n"), content[:60])
		onSide, upright, _ := cutLast(content, "Q\n")
		require.Contains(t, strings.Join(file.text(t, onSide), ""), "刑事与治安案件情况")
		require.Equal(t, "— "+strconv.Itoa(i+1)+" —", strings.Join(file.text(t, upright), ""))
		// A place u, v from the turned sheet's top left comes to v, u from the
		// page's bottom left.
		run := l.Pages[i].Turned[0].(*typeset.GlyphRun)
		require.Contains(t, onSide, pt(run.X)+" "+pt(210*style.Mm-run.Y)+" Td")
	}
	require.Equal(t, 1, turned)
}

func cutLast(s, separator string) (before, after string, found bool) {
	i := strings.LastIndex(s, separator)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(separator):], true
}

// pt gives a length as the writer prints it.
func pt(l style.Length) string {
	s := strconv.FormatFloat(l.Points(), 'f', 3, 64)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

func TestRedHeadIsRed(t *testing.T) {
	fonts := font.Shipped()
	l := formal(t, fonts)
	file := readPDF(t, write(t, l, fonts))
	content := file.pages(t)[0]
	require.Equal(t, 1, strings.Count(content, "1 0 0 rg\n"), "the organ mark")
	require.Equal(t, 1, strings.Count(content, "1 0 0 RG\n"), "the rule")
	require.Contains(t, content, pt(style.Length(7*style.Mm/10))+" w\n")
	_, red, _ := strings.Cut(content, "1 0 0 rg\n")
	red, _, _ = strings.Cut(red, "0 g\n")
	require.Equal(t, "县公安局文件", strings.Join(file.text(t, red), "")[2:])
	for _, other := range file.pages(t)[1:] {
		require.NotContains(t, other, "1 0 0 rg")
	}
	require.Contains(t, file.catalog(t), "/GTS_PDFA1", "the colours' profile is named")
}

var (
	annotation  = regexp.MustCompile(`/Annots \[([^\]]*)\]`)
	destination = regexp.MustCompile(`/A <</S /GoTo /D \[(\d+) 0 R /XYZ 0 ([\d.]+) null\]>>`)
	rectangle   = regexp.MustCompile(`/Rect \[([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+)\]`)
)

// annotations gives the annotations of each page, and the pages' objects.
func (f *pdfFile) annotations(t testing.TB) (each [][]string, pages []int) {
	t.Helper()
	kids := regexp.MustCompile(`/Kids \[([^\]]*)\]`).FindStringSubmatch(f.ref(t, f.catalog(t), "Pages").body)
	for _, m := range regexp.MustCompile(`(\d+) 0 R`).FindAllStringSubmatch(kids[1], -1) {
		page := number(t, m[1])
		pages = append(pages, page)
		var found []string
		if a := annotation.FindStringSubmatch(f.objects[page].body); a != nil {
			for _, r := range regexp.MustCompile(`(\d+) 0 R`).FindAllStringSubmatch(a[1], -1) {
				found = append(found, f.objects[number(t, r[1])].body)
			}
		}
		each = append(each, found)
	}
	return each, pages
}

func TestAttachmentsNoteLeadsToTheAttachments(t *testing.T) {
	fonts := font.Shipped()
	l := formal(t, fonts)
	file := readPDF(t, write(t, l, fonts))
	each, pages := file.annotations(t)
	total := 0
	for i, annotations := range each {
		require.Len(t, annotations, len(l.Pages[i].Links))
		for j, a := range annotations {
			link := l.Pages[i].Links[j]
			require.Contains(t, a, "/Subtype /Link")
			require.Contains(t, a, "/F 4/", "PDF/A: printed")
			to := destination.FindStringSubmatch(a)
			require.NotNil(t, to, a)
			require.Equal(t, pages[link.To.Page-1], number(t, to[1]))
			require.Equal(t, pt(297*style.Mm-link.To.Y), to[2])
			corners := rectangle.FindStringSubmatch(a)
			require.Equal(t, []string{pt(link.X), pt(297*style.Mm - link.Y - link.Height), pt(link.X + link.Width), pt(297*style.Mm - link.Y)}, corners[1:])
			total++
		}
	}
	require.Equal(t, 2, total)
}

func TestLinkToNowhere(t *testing.T) {
	l := layout()
	l.Pages[0].Links = []typeset.Link{{To: typeset.Place{Page: 2}}}
	require.EqualError(t, writeError(l), "第 1 页有链接指向没有的第 2 页")
}

func TestBookmarksOfHeadingsAndAttachments(t *testing.T) {
	fonts := font.Shipped()
	d := doctest.Formal()
	d.Blocks = append(d.Blocks,
		&doc.Heading{ID: "h1", Level: 1, Number: "一、", Runs: []doc.Run{{Text: "甲"}}},
		&doc.Heading{ID: "h2", Level: 2, Number: "（一）", Runs: []doc.Run{{Text: "乙。"}}, Body: []doc.Run{{Text: "正文。"}}},
		&doc.Heading{ID: "h3", Level: 3, Number: "1.", Runs: []doc.Run{{Text: "丙"}}},
		&doc.Heading{ID: "h4", Level: 4, Number: "（1）", Runs: []doc.Run{{Text: "丁"}}},
	)
	profile, _ := style.Load(style.Shipped(), "redhead")
	l, diags := typeset.Set(d, profile, fonts)
	require.Empty(t, diags)
	file := readPDF(t, write(t, l, fonts))
	require.Equal(t, "一、甲（（一）乙（1.丙（（1）丁）））附件1　各派出所办案情况表附件2　主要措施（一、总体要求）",
		file.tree(t, file.ref(t, file.catalog(t), "Outlines").body))
}

// xmpPacket is what of the metadata packet the information dictionary says too.
type xmpPacket struct {
	Title       string `xml:"RDF>Description>title>Alt>li"`
	Creator     string `xml:"RDF>Description>creator>Seq>li"`
	Description string `xml:"RDF>Description>description>Alt>li"`
	Language    string `xml:"RDF>Description>language>Bag>li"`
	Keywords    string `xml:"RDF>Description>Keywords"`
	Producer    string `xml:"RDF>Description>Producer"`
	CreatorTool string `xml:"RDF>Description>CreatorTool"`
	CreateDate  string `xml:"RDF>Description>CreateDate"`
	ModifyDate  string `xml:"RDF>Description>ModifyDate"`
}

// ISO 19005-2, 6.6.3: both say the same.
func TestMetadataPacketAgreesWithTheInformationDictionary(t *testing.T) {
	fonts := font.Shipped()
	for name, l := range map[string]*typeset.Layout{"sample": sample(t, fonts), "formal": formal(t, fonts)} {
		t.Run(name, func(t *testing.T) {
			file := readPDF(t, write(t, l, fonts))
			var packet xmpPacket
			decoder := xml.NewDecoder(strings.NewReader(string(file.ref(t, file.catalog(t), "Metadata").stream)))
			require.NoError(t, decoder.Decode(&packet))
			info := file.ref(t, file.trailer, "Info").body
			text := func(name string) string {
				if m := regexp.MustCompile(`/` + name + ` <FEFF(\w*)>`).FindStringSubmatch(info); m != nil {
					return fromUTF16(t, m[1])
				}
				m := regexp.MustCompile(`/` + name + ` \(([^)]*)\)`).FindStringSubmatch(info)
				require.NotNil(t, m, name)
				return m[1]
			}
			date := func(name string) string {
				m := regexp.MustCompile(`D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z`).FindStringSubmatch(text(name))
				require.NotNil(t, m, name)
				return m[1] + "-" + m[2] + "-" + m[3] + "T" + m[4] + ":" + m[5] + ":" + m[6] + "Z"
			}
			require.Equal(t, text("Title"), packet.Title)
			require.Equal(t, l.Title, packet.Title)
			require.Equal(t, text("Author"), packet.Creator)
			require.Equal(t, text("Subject"), packet.Description)
			require.Equal(t, text("Keywords"), packet.Keywords)
			require.Equal(t, text("Producer"), packet.Producer)
			require.Equal(t, text("Creator"), packet.CreatorTool)
			require.Equal(t, date("CreationDate"), packet.CreateDate)
			require.Equal(t, date("ModDate"), packet.ModifyDate)
			require.Contains(t, file.catalog(t), "/ViewerPreferences <</DisplayDocTitle true>>")
			language := regexp.MustCompile(`/Lang <FEFF(\w+)>`).FindStringSubmatch(file.catalog(t))
			require.Equal(t, packet.Language, fromUTF16(t, language[1]))
		})
	}
}

func writeError(l *typeset.Layout) error { return pdf.Write(io.Discard, l, font.Shipped()) }
