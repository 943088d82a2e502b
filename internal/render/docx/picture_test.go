package docx_test

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"banwen/internal/doc"
	"banwen/internal/doc/doctest"
	"banwen/internal/render/docx"
	"banwen/internal/style"

	"github.com/stretchr/testify/require"
)

// inPictures is the profile plain with charts as pictures.
func inPictures(t *testing.T) *style.Profile {
	t.Helper()
	p := profileOf(t, "plain")
	p.ChartForm = style.PictureCharts
	return p
}

func TestChartsAsPictures(t *testing.T) {
	d := full()
	data := writeAs(t, inPictures(t), d)
	require.True(t, bytes.Equal(data, writeAs(t, inPictures(t), d)), "the same bytes every time")
	all := open(t, data)
	requireWhole(t, all)
	body := all["word/document.xml"]
	for i := range doctest.Charts() {
		name := fmt.Sprintf("media/image%d.emf", i+1)
		require.Equal(t, " EMF", all["word/"+name][40:44])
		require.Contains(t, all["[Content_Types].xml"], `<Override PartName="/word/`+name+`" ContentType="image/x-emf"/>`)
		relation := regexp.MustCompile(`Id="(\w+)" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="` + name + `"`).
			FindStringSubmatch(all["word/_rels/document.xml.rels"])
		require.Len(t, relation, 2)
		require.Equal(t, 1, strings.Count(body, `<a:blip r:embed="`+relation[1]+`"/>`))
	}
	for name := range all {
		require.NotRegexp(t, `^word/(charts|embeddings)/`, name)
	}
}

var drawingElement = regexp.MustCompile(`<w:drawing>.*?</w:drawing>`)

func TestPicturesStandAsNativeChartsDo(t *testing.T) {
	native, pictures := open(t, write(t, full())), open(t, writeAs(t, inPictures(t), full()))
	was, is := native["word/document.xml"], pictures["word/document.xml"]
	require.Equal(t, drawingElement.ReplaceAllString(was, ""), drawingElement.ReplaceAllString(is, ""), "text, captions, notes")
	require.Equal(t, native["word/styles.xml"], pictures["word/styles.xml"])
	for _, of := range [][2]string{{"extent", "cx"}, {"extent", "cy"}, {"docPr", "id"}, {"docPr", "name"}, {"docPr", "descr"}} {
		require.Equal(t, attributes(t, was, of[0], of[1]), attributes(t, is, of[0], of[1]), of)
	}
	for _, edge := range []string{"cx", "cy"} {
		require.Equal(t, attributes(t, is, "extent", edge), attributes(t, is, "ext", edge), "the picture is as large as its place")
	}
	require.Equal(t, attributes(t, is, "docPr", "descr"), attributes(t, is, "cNvPr", "descr"))
}

func TestPictureIsAsLookedAt(t *testing.T) {
	body := open(t, writeAs(t, inPictures(t), &doc.Document{Blocks: []doc.Block{doctest.Charts()[2]}}))["word/document.xml"]
	requireGolden(t, "picture.xml", body)
}

func TestPictureThatCannotBeDrawnIsAnError(t *testing.T) {
	chart := doctest.Charts()[2]
	chart.Series[0].Points[0].Color = "red"
	err := docx.Write(&bytes.Buffer{}, &doc.Document{Blocks: []doc.Block{chart}}, inPictures(t))
	require.ErrorContains(t, err, "“red”不是颜色")
}

func TestHostileTextInAPictureGivesAWholeFile(t *testing.T) {
	for _, text := range hostile {
		chart := doctest.Charts()[2]
		chart.Title, chart.Note, chart.Alt, chart.Unit = text, text, text, text
		chart.Categories[0], chart.Series[0].Name, chart.Series[0].Points[0].Label = text, text, text
		requireWhole(t, open(t, writeAs(t, inPictures(t), &doc.Document{Blocks: []doc.Block{chart}})))
	}
}
