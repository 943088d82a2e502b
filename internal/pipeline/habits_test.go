package pipeline_test

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"banwen/internal/compose"
	"banwen/internal/font"
	"banwen/internal/pipeline"
	"banwen/internal/style"
	"banwen/internal/typeset"

	"github.com/stretchr/testify/require"
)

// habitReport is a report with a heading of levels 1 and 2, a text of two pages and a chart.
var habitReport = fstest.MapFS{
	"r/report.yaml": {Data: []byte("单位: 某局\n标题: 某局总结\n期间: 2023上半年\n版式: own\n成文日期: 2023-06-30\n导语: 今年来，做了工作。\n工作: [a]\n")},
	"r/areas/a.yaml": {Data: []byte("工作: 甲\n标题: 抓好甲\n正文: |\n  一是抓防范。" + strings.Repeat("这一段话写得长，要占好几行，好让版面有第二页。", 60) +
		"\n指标:\n  已办: 8件\n  未办: 4件\n图表:\n  - {名称: 办理, 标题: 办理情况, 类型: 饼图, 指标: [已办, 未办]}\n")},
}

// habit is a document in a profile of a unit's own, in every format.
type habit struct {
	profile *style.Profile
	layout  *typeset.Layout
	parts   map[string]string // of the DOCX
	page    string            // HTML
}

func (h *habit) glyphs(t *testing.T, text string) (int, *typeset.GlyphRun) {
	t.Helper()
	for _, page := range h.layout.Pages {
		for _, item := range page.Items {
			if run, ok := item.(*typeset.GlyphRun); ok && strings.Contains(words(run), text) {
				return page.Number, run
			}
		}
	}
	t.Fatalf("“%s” is not printed in one run", text)
	return 0, nil
}

func words(run *typeset.GlyphRun) string {
	var b strings.Builder
	for _, g := range run.Glyphs {
		b.WriteRune(g.Char)
	}
	return b.String()
}

// ownProfile is a folder with the profile own, which extends plain.
func ownProfile(values string) []fs.FS {
	return []fs.FS{fstest.MapFS{"own.yaml": {Data: []byte("名称: own\n说明: 本单位\n继承: plain\n" + values)}}}
}

func built(t *testing.T, files fs.FS, profile string) *habit {
	t.Helper()
	r, diags := pipeline.Document(pipeline.Request{Files: files, Dir: "r", Profiles: ownProfile(profile), Stage: compose.Final, Fonts: font.Shipped()})
	require.Empty(t, diags)
	layout, diags := typeset.Set(r.Document, r.Profile, font.Shipped())
	require.Empty(t, diags)
	render(t, r, pipeline.PDF)
	return &habit{profile: r.Profile, layout: layout, parts: wordParts(t, render(t, r, pipeline.DOCX)), page: string(render(t, r, pipeline.HTML))}
}

// wordParts are the parts of a DOCX by name.
func wordParts(t *testing.T, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		require.NoError(t, err)
		content, err := io.ReadAll(r)
		require.NoError(t, err)
		parts[f.Name] = string(content)
	}
	return parts
}

// styleOf is a style of a DOCX.
func styleOf(t *testing.T, parts map[string]string, id string) string {
	t.Helper()
	_, after, ok := strings.Cut(parts["word/styles.xml"], `w:styleId="`+id+`"`)
	require.True(t, ok, id)
	one, _, _ := strings.Cut(after, "</w:style>")
	return one
}

// What a unit may have its own way is so in every format.
func TestHabits(t *testing.T) {
	for _, c := range []struct {
		name, profile string
		check         func(t *testing.T, h *habit)
	}{
		{"fonts", "字体:\n  仿宋: [方正仿宋_GBK, 实务, 实务]\n正文:\n  字体: [宋体, 实务, 实务]\n", func(t *testing.T, h *habit) {
			_, run := h.glyphs(t, "抓防范")
			require.Equal(t, style.SongFace, run.Role)
			require.Contains(t, styleOf(t, h.parts, "OfficialBody"), `w:eastAsia="宋体"`)
			require.Contains(t, h.parts["word/fontTable.xml"], "方正仿宋_GBK")
			require.Contains(t, h.page, ".body{font-family:var(--song);")
			require.Contains(t, h.page, "方正仿宋")
		}},
		{"size", "正文:\n  字号: [小3号, 实务, 实务]\n二级标题:\n  字号: [小3号, 实务, 实务]\n标题:\n  字号: [小1号, 实务, 实务]\n", func(t *testing.T, h *habit) {
			_, run := h.glyphs(t, "抓防范")
			require.Equal(t, 15*style.Pt, run.Size)
			_, run = h.glyphs(t, "某局总结")
			require.Equal(t, 24*style.Pt, run.Size)
			require.Contains(t, styleOf(t, h.parts, "OfficialBody"), `<w:sz w:val="30"/>`)
			require.Contains(t, styleOf(t, h.parts, "Title"), `<w:sz w:val="48"/>`)
			require.Contains(t, h.page, ".body{font-family:var(--fang);font-size:calc(15pt*")
		}},
		{"pitch", "网格:\n  行距: [28pt, 实务, 实务]\n正文:\n  行距: [28pt, 实务, 实务]\n二级标题:\n  行距: [28pt, 实务, 实务]\n", func(t *testing.T, h *habit) {
			require.Equal(t, 28*style.Pt, lineStep(t, h.layout.Pages[1]))
			require.Contains(t, styleOf(t, h.parts, "OfficialBody"), `<w:spacing w:line="560" w:lineRule="exact"/>`)
			require.Contains(t, h.parts["word/document.xml"], `w:linePitch="560"`)
			require.Contains(t, h.page, "line-height:calc(28pt*")
		}},
		{"page number in the middle, without dashes", "页码:\n  对齐: [居中, 实务, 实务]\n  一字线: [否, 实务, 实务]\n", func(t *testing.T, h *habit) {
			for _, page := range h.layout.Pages {
				number := page.Items[len(page.Items)-1].(*typeset.GlyphRun)
				require.Equal(t, typeset.PageNumber, number.Kind)
				require.Len(t, words(number), 1)
				width := number.Glyphs[0].Advance
				require.InDelta(t, 28+78, (number.X + width/2).Millimetres(), 0.01, "in the middle of the type area")
			}
			for _, footer := range []string{"word/footer1.xml", "word/footer2.xml"} {
				require.NotContains(t, h.parts[footer], "—")
				require.NotContains(t, h.parts[footer], "w:jc")
			}
			require.Contains(t, styleOf(t, h.parts, "PageNumberLine"), `<w:jc w:val="center"/>`)
			require.Contains(t, h.page, "@page{@bottom-center{content:counter(page);")
			require.NotContains(t, h.page, "@bottom-right")
		}},
		{"page number two characters in", "页码:\n  外空: [2, 实务, 实务]\n", func(t *testing.T, h *habit) {
			_, number := h.glyphs(t, "— 2 —")
			require.Equal(t, h.profile.Page.Left+28*style.Pt, number.X)
			require.Contains(t, h.parts["word/footer2.xml"], `w:leftChars="200" w:left="560"`)
			require.Contains(t, h.page, "padding-left:28pt")
		}},
		{"bold ordinals", "正文:\n  加粗序数: [是, 实务, 实务]\n", func(t *testing.T, h *habit) {
			_, run := h.glyphs(t, "一是")
			require.True(t, run.Bold)
			require.Equal(t, "一是", words(run))
			require.Contains(t, h.parts["word/document.xml"], `<w:b/><w:bCs/></w:rPr><w:t>一是</w:t>`)
			require.Contains(t, h.page, "<strong>一是</strong>")
		}},
		{"headings on lines of their own", "二级标题:\n  接排: [否, 实务, 实务]\n", func(t *testing.T, h *habit) {
			_, heading := h.glyphs(t, "抓好甲")
			_, text := h.glyphs(t, "抓防范")
			require.Equal(t, h.profile.Grid.Pitch, text.Y-heading.Y)
			require.NotContains(t, h.parts["word/document.xml"], "RunInBody")
			require.Contains(t, styleOf(t, h.parts, "Heading2"), "<w:keepNext/>")
		}},
		{"headings run in", "二级标题:\n  接排: [是, 实务, 实务]\n", func(t *testing.T, h *habit) {
			_, heading := h.glyphs(t, "抓好甲")
			_, text := h.glyphs(t, "抓防范")
			require.Equal(t, heading.Y, text.Y)
			require.Contains(t, h.parts["word/document.xml"], "RunInBody")
		}},
		{"charts as pictures", "图表:\n  形式: [图片, 实务, 实务]\n", func(t *testing.T, h *habit) {
			require.Contains(t, h.parts, "word/media/image1.emf")
			require.NotContains(t, h.parts, "word/charts/chart1.xml")
			require.Contains(t, h.parts["word/document.xml"], "<pic:pic ")
			h.glyphs(t, "图1") // the PDF and the page have it as ever
			require.Contains(t, h.page, "<svg ")
		}},
		{"margins", "页面:\n  天头: [30mm, 实务, 实务]\n  订口: [25mm, 实务, 实务]\n  版心宽: [160mm, 实务, 实务]\n  版心高: [230mm, 实务, 实务]\n", func(t *testing.T, h *habit) {
			first := h.layout.Pages[1].Items[0].(*typeset.GlyphRun)
			require.Equal(t, 25*style.Mm, first.X)
			require.Contains(t, h.parts["word/document.xml"], `w:top="1701" w:right="1417" w:bottom="2098" w:left="1417"`)
			require.Contains(t, h.page, "margin:85.0394pt 70.8661pt 104.8819pt 70.8661pt")
		}},
	} {
		t.Run(c.name, func(t *testing.T) { c.check(t, built(t, habitReport, c.profile)) })
	}
}

// lineStep is the distance of a page's first two lines.
func lineStep(t *testing.T, page typeset.Page) style.Length {
	t.Helper()
	first := page.Items[0].(*typeset.GlyphRun)
	for _, item := range page.Items {
		if run, ok := item.(*typeset.GlyphRun); ok && run.Y != first.Y {
			return run.Y - first.Y
		}
	}
	t.Fatal("the page has one line")
	return 0
}

// A profile that says nothing of its own gives the bytes of plain.
func TestProfileThatChangesNothingGivesTheSameBytes(t *testing.T) {
	plain := fstest.MapFS{}
	for name, f := range habitReport {
		plain[name] = &fstest.MapFile{Data: bytes.ReplaceAll(f.Data, []byte("版式: own"), []byte("版式: plain"))}
	}
	a, diags := pipeline.Document(pipeline.Request{Files: habitReport, Dir: "r", Profiles: ownProfile(""), Stage: compose.Final, Fonts: font.Shipped()})
	require.Empty(t, diags)
	b, diags := pipeline.Document(pipeline.Request{Files: plain, Dir: "r", Stage: compose.Final, Fonts: font.Shipped()})
	require.Empty(t, diags)
	for _, format := range pipeline.Formats {
		require.True(t, bytes.Equal(render(t, a, format), render(t, b, format)), format)
	}
}
