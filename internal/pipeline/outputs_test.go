package pipeline_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"io"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"banwen/internal/compose"
	"banwen/internal/doc"
	"banwen/internal/doc/doctest"
	"banwen/internal/font"
	"banwen/internal/pipeline"

	"github.com/stretchr/testify/require"
)

// sample builds the shipped sample.
func sample(t *testing.T) *pipeline.Result {
	t.Helper()
	result, diags := pipeline.Document(pipeline.Request{
		Files: os.DirFS("../../data"), Dir: "2023-h1", Stage: compose.Final, Fonts: font.Shipped(),
	})
	require.Empty(t, diags)
	return result
}

func render(t *testing.T, r *pipeline.Result, format pipeline.Format) []byte {
	t.Helper()
	data, diags := pipeline.Render(r, format, pipeline.Settings{Fonts: font.Shipped()})
	require.Empty(t, diags)
	require.NotEmpty(t, data)
	return data
}

func TestSampleTextIsTheSeed(t *testing.T) {
	require.Equal(t, doctest.SampleText(), string(render(t, sample(t), pipeline.Text)))
}

func TestEveryFormatRepeatsItsBytes(t *testing.T) {
	for _, format := range pipeline.Formats {
		require.True(t, bytes.Equal(render(t, sample(t), format), render(t, sample(t), format)), format)
	}
}

func TestChartsAreTheSameInDOCXAndHTML(t *testing.T) {
	r := sample(t)
	page := html.UnescapeString(string(render(t, r, pipeline.HTML)))
	parts := chartParts(t, render(t, r, pipeline.DOCX))
	kinds := map[doc.ChartKind]bool{}
	n := 0
	for _, b := range r.Document.Blocks {
		c, ok := b.(*doc.Chart)
		if !ok {
			continue
		}
		n++
		kinds[c.Kind] = true
		part := parts[fmt.Sprintf("word/charts/chart%d.xml", n)]
		require.NotEmpty(t, part)
		for _, s := range c.Series {
			for _, p := range s.Points {
				require.Contains(t, part, `<c:v>`+p.Value+`</c:v>`, c.Title)
				require.Contains(t, part, `val="`+p.Color+`"`, c.Title)
				require.Contains(t, page, `fill="#`+p.Color+`"`, c.Title)
				for _, word := range strings.Fields(p.Label) {
					require.Contains(t, page, word, c.Title)
				}
			}
		}
		if c.Axis != nil && c.Kind != doc.Bar { // lying bars have no value axis
			require.Contains(t, part, `<c:max val="`+c.Axis.Max+`"/>`, c.Title)
			require.Contains(t, part, `<c:majorUnit val="`+c.Axis.Step+`"/>`, c.Title)
			require.Contains(t, page, `>`+c.Axis.Max+`</text>`, c.Title)
		}
	}
	require.Len(t, parts, n)
	require.GreaterOrEqual(t, n, 6)
	require.GreaterOrEqual(t, len(kinds), 4)
}

// chartParts are the chart parts of a DOCX by name.
func chartParts(t *testing.T, docx []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	require.NoError(t, err)
	parts := map[string]string{}
	for _, f := range z.File {
		if !strings.HasPrefix(f.Name, "word/charts/chart") {
			continue
		}
		r, err := f.Open()
		require.NoError(t, err)
		data, err := io.ReadAll(r)
		require.NoError(t, err)
		parts[f.Name] = string(data)
	}
	return parts
}

func TestCharacterInNoFontIsToldWithItsPlace(t *testing.T) {
	files := fstest.MapFS{
		"r/report.yaml":  {Data: []byte("# 😀\n单位: 某局\n标题: 某局总结\n期间: 2023上半年\n导语: 今年来，工作😀有成效。\n工作: [a]\n")},
		"r/areas/a.yaml": {Data: []byte("工作: 甲\n标题: 抓好甲\n正文: |\n  第一段。\n  第二段\U0001F680。\n")},
	}
	result, diags := pipeline.Document(pipeline.Request{Files: files, Dir: "r", Stage: compose.Draft, Fonts: font.Shipped()})
	require.Empty(t, diags)
	_, diags = pipeline.Render(result, pipeline.PDF, pipeline.Settings{Fonts: font.Shipped()})
	require.Len(t, diags, 2)
	require.Contains(t, diags[0].String(), "areas/a.yaml:5:6: 错误：所有字体里都没有“🚀”")
	require.Contains(t, diags[1].String(), "report.yaml:5:11: 错误：所有字体里都没有“😀”")
}

func TestAreaThatCannotBeReadKeepsItsNamesQuiet(t *testing.T) {
	files := fstest.MapFS{
		"r/report.yaml":  {Data: []byte("单位: 某局\n标题: 某局总结\n期间: 2023上半年\n导语: 共{{甲.立案}}。\n工作: [a]\n")},
		"r/areas/a.yaml": {Data: []byte{0xbc, 0xd7, '\n'}},
	}
	_, diags := pipeline.Document(pipeline.Request{Files: files, Dir: "r", Stage: compose.Draft, Fonts: font.Shipped()})
	require.Len(t, diags, 1)
	require.Contains(t, diags[0].String(), "UTF-8")
}
