package docx

import (
	"banwen/internal/chart"
	"banwen/internal/doc"
	"banwen/internal/render/docx/chartml"
	"banwen/internal/render/docx/opc"
	"banwen/internal/render/docx/xml"
	"banwen/internal/style"
)

// chart is a chart with its caption and note below it, all on one page.
func (f *file) chart(c *doc.Chart) ([]*xml.Node, error) {
	width := f.profile.Page.TextWidth
	above := f.profile.Grid.Pitch / nearness
	// The line of the chart is higher than the chart by what the smallest text reaches below it.
	height := chart.Height(c, f.profile.Grid.Pitch) - above - smallest
	drawing, err := f.drawing(c, width, height)
	if err != nil {
		return nil, err
	}
	note := c.NoteRuns()
	shown := f.tracked(c.Change, []*xml.Node{xml.E("w:r", nil, xml.E("w:drawing", nil, drawing))})
	nodes := []*xml.Node{
		f.paragraph(chartStyle, c.ID, shown, xml.E("w:spacing", xml.A("w:before", twips(above))), f.paragraphMark(c.Change)),
		f.small(captionStyle, c.ID+captionPart, c.CaptionRuns(), f.keepNext(len(note) > 0), on("w:keepLines")),
	}
	if len(note) > 0 {
		nodes = append(nodes, f.small(noteStyle, c.ID+notePart, note, f.keepNext(false), on("w:keepLines")))
	}
	return nodes, nil
}

// drawing is a chart in the form that the profile has.
func (f *file) drawing(c *doc.Chart, width, height style.Length) (*xml.Node, error) {
	f.charts++
	if f.profile.ChartForm == style.PictureCharts {
		return f.pictureOf(c, width, height)
	}
	relation, err := f.addChart(c, width, height)
	if err != nil {
		return nil, err
	}
	return f.inlineChart(c, relation, width, height), nil
}

// addChart adds the parts of a chart and gives the relationship to it.
func (f *file) addChart(c *doc.Chart, width, height style.Length) (string, error) {
	n := integer(f.charts)
	chartPart := "word/charts/chart" + n + ".xml"
	workbookPart := "word/embeddings/Microsoft_Excel_Worksheet" + n + ".xlsx"

	workbook := f.parts.Relate(chartPart, opc.OfficeRelationship+"package", workbookPart)
	text := f.profile.ChartText
	part, data := chartml.Part(c, chartml.Frame{
		Width: width, Height: height, Face: f.profile.Faces[text.Face].Name, Size: text.Size, Workbook: workbook,
	})
	bytes, err := data.Workbook()
	if err != nil {
		return "", err
	}
	f.parts.Add(chartPart, opc.OpenXMLContent+"drawingml.chart+xml", part.Document())
	f.parts.Add(workbookPart, opc.OpenXMLContent+"spreadsheetml.sheet", bytes)
	return f.parts.Relate(documentPart, opc.OfficeRelationship+"chart", chartPart), nil
}

// inlineChart is the place of a native chart in the text.
func (f *file) inlineChart(c *doc.Chart, relation string, width, height style.Length) *xml.Node {
	return f.inline(c, width, height, xml.E("wp:cNvGraphicFramePr", nil),
		xml.E("a:graphicData", xml.A("uri", chartNamespace), xml.E("c:chart", xml.A("r:id", relation))))
}

// inline is the place in the text of what shows a chart (clause 20.4.2.8).
func (f *file) inline(c *doc.Chart, width, height style.Length, frame, data *xml.Node) *xml.Node {
	return xml.E("wp:inline", xml.A("distT", "0", "distB", "0", "distL", "0", "distR", "0"),
		xml.E("wp:extent", xml.A("cx", emu(width), "cy", emu(height))),
		xml.E("wp:effectExtent", xml.A("l", "0", "t", "0", "r", "0", "b", "0")),
		xml.E("wp:docPr", xml.A("id", integer(f.charts), "name", f.chartName(), "descr", c.Alt)),
		frame,
		xml.E("a:graphic", nil, data))
}

// chartName is what Word calls the chart being written.
func (f *file) chartName() string { return "图" + integer(f.charts) }
