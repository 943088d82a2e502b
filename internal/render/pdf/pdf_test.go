package pdf_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"banwen/internal/chart"
	"banwen/internal/doc"
	"banwen/internal/doc/doctest"
	"banwen/internal/font"
	"banwen/internal/render/pdf"
	"banwen/internal/style"
	"banwen/internal/typeset"

	"github.com/stretchr/testify/require"
)

const size = 16 * style.Pt

var a4 = style.Page{Width: 210 * style.Mm, Height: 297 * style.Mm, Top: 37 * style.Mm, Left: 28 * style.Mm, TextWidth: 156 * style.Mm, TextHeight: 225 * style.Mm}

// run sets a text in one font at its natural width.
func run(t testing.TB, fonts *font.Set, role style.Role, text string) *typeset.GlyphRun {
	t.Helper()
	r := &typeset.GlyphRun{Role: role, Size: size, X: a4.Left, Y: a4.Top, Color: "000000"}
	f, err := fonts.Font(role)
	require.NoError(t, err)
	for _, c := range text {
		g, ok := f.Glyph(c)
		require.True(t, ok, "%c", c)
		r.Glyphs = append(r.Glyphs, typeset.Glyph{ID: g, Char: c, Advance: f.Width(g, size)})
	}
	return r
}

// layout is one page with items.
func layout(items ...typeset.Item) *typeset.Layout {
	return &typeset.Layout{Page: a4, Pages: []typeset.Page{{Number: 1, Items: items}}}
}

// sample is the sample summary, set.
func sample(t testing.TB, fonts *font.Set) *typeset.Layout {
	t.Helper()
	profile, diags := style.Load(style.Shipped(), "plain")
	require.Empty(t, diags)
	l, diags := typeset.Set(doctest.Sample(), profile, fonts)
	require.Empty(t, diags)
	return l
}

func write(t testing.TB, l *typeset.Layout, fonts *font.Set) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, pdf.Write(&b, l, fonts))
	return b.Bytes()
}

// All of 通用规范汉字表, 196 of it beyond U+FFFF, copies out as it was set, in every font.
func TestEveryCharacterCopiesOut(t *testing.T) {
	fonts := font.Shipped()
	for _, role := range style.Roles {
		t.Run(string(role), func(t *testing.T) {
			f, err := fonts.Font(role)
			require.NoError(t, err)
			var text strings.Builder
			for _, c := range font.GeneralStandard() {
				if _, ok := f.Glyph(c); ok {
					text.WriteRune(c)
				}
			}
			require.Greater(t, text.Len(), 3*7800)
			file := readPDF(t, write(t, layout(run(t, fonts, role, text.String())), fonts))
			require.Equal(t, []string{text.String()}, file.text(t, file.pages(t)[0]))
		})
	}
}

// A glyph that stands for two characters copies out as each of them.
func TestOneGlyphForTwoCharacters(t *testing.T) {
	fonts := font.Shipped()
	r := run(t, fonts, style.FangFace, "一丁一")
	r.Glyphs[2].Char = '⼀' // U+2F00, the radical
	file := readPDF(t, write(t, layout(r), fonts))
	require.Equal(t, []string{"一丁⼀"}, file.text(t, file.pages(t)[0]))
}

func TestTheSampleCopiesOut(t *testing.T) {
	fonts := font.Shipped()
	l := sample(t, fonts)
	file := readPDF(t, write(t, l, fonts))
	pages := file.pages(t)
	require.Len(t, pages, len(l.Pages))
	for i, page := range l.Pages {
		var want []string
		for _, item := range page.Items {
			if r, ok := item.(*typeset.GlyphRun); ok && len(r.Glyphs) > 0 {
				want = append(want, textOf(r))
			}
		}
		require.Equal(t, want, file.text(t, pages[i]), "page %d", page.Number)
	}
}

func textOf(r *typeset.GlyphRun) string {
	var b strings.Builder
	for _, g := range r.Glyphs {
		b.WriteRune(g.Char)
	}
	return b.String()
}

func TestOnlyUsedGlyphsAreEmbedded(t *testing.T) {
	fonts := font.Shipped()
	l := layout(run(t, fonts, style.FangFace, "办文办文"), run(t, fonts, style.HeiFace, "一"))
	file := readPDF(t, write(t, l, fonts))
	found := file.fonts(t)
	require.Len(t, found, 2, "fonts of which no glyph is used are left out")
	for name, glyphs := range map[string]uint16{"F4": 2, "F2": 1} {
		descendant := file.ref(t, found[name], "DescendantFonts").body
		program := file.ref(t, file.ref(t, descendant, "FontDescriptor").body, "FontFile2").stream
		require.Equal(t, glyphs+1, glyphCount(program), name) // and .notdef
		require.Regexp(t, `/BaseFont /[A-Z]{6}\+GW\w+/`, descendant)
	}
}

// glyphCount reads how many glyphs a font file has.
func glyphCount(program []byte) uint16 {
	at := bytes.Index(program, []byte("maxp"))
	return binary.BigEndian.Uint16(program[binary.BigEndian.Uint32(program[at+8:])+4:])
}

func TestSameBytes(t *testing.T) {
	want := write(t, sample(t, font.Shipped()), font.Shipped())
	require.Equal(t, want, write(t, sample(t, font.Shipped()), font.Shipped()))

	fonts := font.Shipped()
	l := sample(t, fonts)
	var group sync.WaitGroup
	files := make([]bytes.Buffer, 4)
	for i := range files {
		group.Go(func() { pdf.Write(&files[i], l, fonts) })
	}
	group.Wait()
	for i := range files {
		require.True(t, bytes.Equal(want, files[i].Bytes()), "written beside others")
	}
}

// Glyphs stand where the layout has them, however it spaces them: never off
// by more than a thousandth of the size, at the end of a line as at its start.
func TestGlyphsStandWhereTheyWerePlaced(t *testing.T) {
	fonts := font.Shipped()
	random := rand.New(rand.NewPCG(3, 4))
	for _, role := range style.Roles {
		for _, spread := range []int64{0, 1, 300, 2667, 40000} {
			r := run(t, fonts, role, "全县共破毒品案22起，缴获各类毒品19.057克，同比下降12.5")
			wanted := []float64{0}
			for i := range r.Glyphs {
				if spread > 0 {
					r.Glyphs[i].Advance += style.Length(random.Int64N(2*spread) - spread)
				}
				wanted = append(wanted, wanted[i]+r.Glyphs[i].Advance.Points())
			}
			file := readPDF(t, write(t, layout(r), fonts))
			got := file.positions(t, file.pages(t)[0])
			require.Len(t, got, len(r.Glyphs))
			for i := range got {
				require.InDelta(t, wanted[i], got[i], size.Points()/1000*0.51, "%s: glyph %d", role, i)
			}
		}
	}
}

var widthRange = regexp.MustCompile(`(\d+) (\d+) (\d+) `)

// positions gives where a page's only text object places its glyphs, in
// points from its start (ISO 32000-1, 9.4.4).
func (f *pdfFile) positions(t testing.TB, content string) []float64 {
	t.Helper()
	m := regexp.MustCompile(`BT /(F\d) ([\d.]+) Tf (?:(-?[\d.]+) Tc )?.* Td \[(.*)\]TJ`).FindStringSubmatch(content)
	require.NotNil(t, m, content)
	descendant := f.ref(t, f.fonts(t)[m[1]], "DescendantFonts").body
	widths := map[int]float64{}
	for _, w := range widthRange.FindAllStringSubmatch(descendant[strings.Index(descendant, "/W ["):], -1) {
		for code := number(t, w[1]); code <= number(t, w[2]); code++ {
			widths[code] = float64(number(t, w[3]))
		}
	}
	fontSize := decimal(t, m[2])
	spacing := 0.0
	if m[3] != "" {
		spacing = decimal(t, m[3])
	}
	var at float64
	var places []float64
	for _, part := range regexp.MustCompile(`<(\w*)>|(-?\d+)`).FindAllStringSubmatch(m[4], -1) {
		if part[2] != "" {
			at -= decimal(t, part[2]) / 1000 * fontSize
			continue
		}
		for i := 0; i < len(part[1]); i += 4 {
			code, err := strconv.ParseInt(part[1][i:i+4], 16, 32)
			require.NoError(t, err)
			places = append(places, at)
			width, ok := widths[int(code)]
			if !ok {
				width = 1000
			}
			at += width/1000*fontSize + spacing
		}
	}
	return places
}

func decimal(t testing.TB, s string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(s, 64)
	require.NoError(t, err)
	return v
}

// A line spread so wide that readers would see spaces in it says what its text is.
func TestSpreadLineSaysItsText(t *testing.T) {
	fonts := font.Shipped()
	first, second := run(t, fonts, style.FangFace, "破案22"), run(t, fonts, style.KaiFace, "起")
	for i := range first.Glyphs {
		first.Glyphs[i].Advance += size / 4
		second.X += first.Glyphs[i].Advance
	}
	second.X += first.X - a4.Left
	content := readPDF(t, write(t, layout(first, second), fonts))
	spans := regexp.MustCompile(`(?s)/Span<</ActualText<FEFF(\w+)>>>BDC\n(.*?)EMC\n`).FindAllStringSubmatch(content.pages(t)[0], -1)
	require.Len(t, spans, 1)
	require.Equal(t, "破案22起", fromUTF16(t, spans[0][1]))
	require.Equal(t, []string{"破案22", "起"}, content.text(t, spans[0][2]), "the whole line is in the span")

	plain := readPDF(t, write(t, layout(run(t, fonts, style.FangFace, "破案22起")), fonts))
	require.NotContains(t, plain.pages(t)[0], "ActualText")
}

func TestBoldAndColour(t *testing.T) {
	fonts := font.Shipped()
	bold := run(t, fonts, style.FangFace, "粗")
	bold.Bold = true
	red := run(t, fonts, style.FangFace, "红")
	red.Color = "C00000"
	content := readPDF(t, write(t, layout(run(t, fonts, style.FangFace, "黑"), bold, red), fonts)).pages(t)[0]
	lines := strings.Split(content, "\n")
	require.Regexp(t, `^BT /F4 16 Tf 79.37 737.008 Td \[<\w+>\]TJ ET$`, lines[0], "black is what a page begins with")
	require.Equal(t, "0.5 w", lines[1])
	require.Contains(t, lines[2], "2 Tr")
	require.Equal(t, "0.753 0 0 rg", lines[3])
	require.Contains(t, lines[4], "0 Tr")
}

func TestShapes(t *testing.T) {
	pt := func(x, y style.Length) chart.Point { return chart.Point{X: x * style.Pt, Y: a4.Height - y*style.Pt} }
	shapes := &typeset.Shapes{Shapes: []chart.Shape{
		chart.Rect{X: 10 * style.Pt, Y: a4.Height - 30*style.Pt, W: 5 * style.Pt, H: 20 * style.Pt, Fill: "1F4E79"},
		chart.Line{Points: []chart.Point{pt(1, 2), pt(3, 4), pt(5, 6)}, Color: "808080", Width: style.Pt / 2, Dash: 2 * style.Pt},
		chart.Polygon{Points: []chart.Point{pt(0, 0), pt(1, 0), pt(1, 1)}, Fill: "808080", Stroke: "FF0000", StrokeWidth: style.Pt / 2},
		chart.Rect{X: 10 * style.Pt, Y: a4.Height - 30*style.Pt, W: 5 * style.Pt, H: 20 * style.Pt},
	}}
	fonts := font.Shipped()
	content := readPDF(t, write(t, layout(shapes, run(t, fonts, style.FangFace, "黑")), fonts)).pages(t)[0]
	drawing, text, _ := strings.Cut(content, "Q\n")
	require.Equal(t, strings.Join([]string{
		"q 1 j",
		"0.122 0.306 0.475 rg", "10 30 m 15 30 l 15 10 l 10 10 l f",
		"0.5 w", "[2] 0 d", "0.502 G", "1 2 m 3 4 l 5 6 l S",
		"0.502 g", "[] 0 d", "1 0 0 RG", "0 0 m 1 0 l 1 1 l b",
		"",
	}, "\n"), drawing)
	require.True(t, strings.HasPrefix(text, "BT "), "the text after a drawing is black again without being told")
}

func TestOutlineIsNestedByLevel(t *testing.T) {
	fonts := font.Shipped()
	l := layout(run(t, fonts, style.FangFace, "一"))
	l.Pages = append(l.Pages, typeset.Page{Number: 2})
	for _, b := range []typeset.Bookmark{
		{Text: "一、甲", Level: 1, Place: typeset.Place{Page: 1}}, {Text: "（一）乙", Level: 2, Place: typeset.Place{Page: 1}}, {Text: "（1）丙", Level: 4, Place: typeset.Place{Page: 1}},
		{Text: "（二）丁", Level: 2, Place: typeset.Place{Page: 2, Y: a4.Height - 100*style.Pt}}, {Text: "二、𬭎", Level: 1, Place: typeset.Place{Page: 2}},
	} {
		l.Outline = append(l.Outline, b)
	}
	file := readPDF(t, write(t, l, fonts))
	root := file.ref(t, file.catalog(t), "Outlines").body
	require.Contains(t, root, "/Count 5")
	require.Equal(t, "一、甲（（一）乙（（1）丙）（二）丁）二、𬭎", file.tree(t, root))

	second := file.ref(t, file.ref(t, file.ref(t, root, "First").body, "First").body, "Next").body
	require.Contains(t, second, "/XYZ 0 100 null")
	page := file.ref(t, second, "Dest").body
	require.Contains(t, page, "/Type /Page/")
	require.NotEqual(t, page, file.ref(t, file.ref(t, root, "First").body, "Dest").body)
}

// tree gives the titles under an outline entry, those below it in （）.
func (f *pdfFile) tree(t testing.TB, parent string) string {
	t.Helper()
	if !strings.Contains(parent, "/First") {
		return ""
	}
	var b strings.Builder
	for item := f.ref(t, parent, "First").body; ; item = f.ref(t, item, "Next").body {
		b.WriteString(fromUTF16(t, textString.FindStringSubmatch(item)[1]))
		if below := f.tree(t, item); below != "" {
			b.WriteString("（" + below + "）")
		}
		if !strings.Contains(item, "/Next") {
			return b.String()
		}
	}
}

func TestMetadata(t *testing.T) {
	fonts := font.Shipped()
	l := layout(run(t, fonts, style.FangFace, "一"))
	l.Title = "总结<𬭎>&计划"
	l.Meta = doc.Meta{Organ: "xx县公安局", Period: "2023年上半年", Language: "zh-CN", Keywords: "工作；总结", Date: "2023-06-30T08:00:00+08:00"}
	file := readPDF(t, write(t, l, fonts))

	info := file.ref(t, file.trailer, "Info").body
	for name, want := range map[string]string{"Title": l.Title, "Author": "xx县公安局", "Subject": "2023年上半年", "Keywords": "工作；总结"} {
		m := regexp.MustCompile(`/` + name + ` <FEFF(\w+)>`).FindStringSubmatch(info)
		require.NotNil(t, m, name)
		require.Equal(t, want, fromUTF16(t, m[1]))
	}
	require.Contains(t, info, "/CreationDate (D:20230630000000Z)")
	require.Contains(t, info, "/ModDate (D:20230630000000Z)")

	xmp := string(file.ref(t, file.catalog(t), "Metadata").stream)
	for _, want := range []string{
		"总结&lt;𬭎&gt;&amp;计划", "<rdf:li>xx县公安局</rdf:li>", ">2023年上半年<", "<pdf:Keywords>工作；总结<",
		"<xmp:CreateDate>2023-06-30T00:00:00Z<", "<xmp:ModifyDate>2023-06-30T00:00:00Z<",
		"<pdfaid:part>2<", "<pdfaid:conformance>U<",
	} {
		require.Contains(t, xmp, want)
	}

	catalog := file.catalog(t)
	require.Equal(t, "zh-CN", fromUTF16(t, regexp.MustCompile(`/Lang <FEFF(\w+)>`).FindStringSubmatch(catalog)[1]))
	require.Contains(t, catalog, "/DisplayDocTitle true")
	require.Contains(t, catalog, "/GTS_PDFA1")
	profile := file.ref(t, catalog, "DestOutputProfile").stream
	require.Equal(t, len(profile), int(binary.BigEndian.Uint32(profile)), "a colour profile begins with its length")
	require.Equal(t, "acsp", string(profile[36:40]))
	require.Contains(t, file.ref(t, catalog, "Pages").body, "/MediaBox [0 0 595.276 841.89]")
}

func TestNoDateNoDates(t *testing.T) {
	fonts := font.Shipped()
	data := write(t, layout(run(t, fonts, style.FangFace, "一")), fonts)
	require.NotContains(t, string(data), "Date")
}

func TestErrors(t *testing.T) {
	fonts := font.Shipped()
	broken := func(change func(*typeset.GlyphRun)) *typeset.Layout {
		r := run(t, fonts, style.FangFace, "一二")
		change(r)
		return layout(r)
	}
	drawn := func(s chart.Shape) *typeset.Layout { return layout(&typeset.Shapes{Shapes: []chart.Shape{s}}) }
	for _, c := range []struct {
		name string
		l    *typeset.Layout
		want string
	}{
		{"no pages", &typeset.Layout{Page: a4}, "版面没有一页"},
		{"no glyph", broken(func(r *typeset.GlyphRun) { r.Glyphs[1] = typeset.Glyph{Char: '𬭎'} }), "第 1 页：“𬭎”（U+2CB4E）在仿宋字体里没有字形"},
		{"glyph beyond the font", broken(func(r *typeset.GlyphRun) { r.Glyphs[1].ID = 65535 }), "第 65535 个字形"},
		{"no such role", broken(func(r *typeset.GlyphRun) { r.Role = "隶书" }), "没有“隶书”这种字体角色"},
		{"no size", broken(func(r *typeset.GlyphRun) { r.Size = 0 }), "字号"},
		{"no colour", broken(func(r *typeset.GlyphRun) { r.Color = "red" }), "“red”不是颜色"},
		{"text among shapes", drawn(chart.Text{Text: "一"}), "chart.Text 不能画"},
		{"bad colour of a shape", drawn(chart.Line{Points: make([]chart.Point, 2), Color: "12345G"}), "“12345G”不是颜色"},
		{"bad date", &typeset.Layout{Page: a4, Pages: []typeset.Page{{Number: 1}}, Meta: doc.Meta{Date: "昨天"}}, "文件日期“昨天”"},
		{"bookmark to nowhere", &typeset.Layout{Page: a4, Pages: []typeset.Page{{Number: 1}}, Outline: []typeset.Bookmark{{Text: "甲", Place: typeset.Place{Page: 2}}}}, "书签“甲”指向没有的第 2 页"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b bytes.Buffer
			require.ErrorContains(t, pdf.Write(&b, c.l, fonts), c.want)
			require.Zero(t, b.Len(), "nothing is written")
		})
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("磁盘已满") }

func TestWriterErrorsAreReported(t *testing.T) {
	fonts := font.Shipped()
	require.ErrorContains(t, pdf.Write(io.Writer(fullDisk{}), layout(run(t, fonts, style.FangFace, "一")), fonts), "磁盘已满")
}
