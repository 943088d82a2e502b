package docx

import (
	"banwen/internal/chart"
	"banwen/internal/doc"
	"banwen/internal/render/docx/emf"
	"banwen/internal/render/docx/opc"
	"banwen/internal/render/docx/xml"
	"banwen/internal/style"
)

// pictureOf adds the picture of a chart and gives its place in the text.
func (f *file) pictureOf(c *doc.Chart, width, height style.Length) (*xml.Node, error) {
	scene := chart.Draw(c, width, height, f.profile.ChartText, chart.EstimateWidth)
	data, err := emf.Draw(scene, emf.Setting{
		Face:    func(r style.Role) string { return f.profile.Faces[r].Name },
		Measure: chart.EstimateWidth,
	})
	if err != nil {
		return nil, err
	}
	part := "word/media/image" + integer(f.charts) + ".emf"
	f.parts.Add(part, "image/x-emf", data)
	relation := f.parts.Relate(documentPart, opc.OfficeRelationship+"image", part)
	frame := xml.E("wp:cNvGraphicFramePr", nil,
		xml.E("a:graphicFrameLocks", xml.A("noChangeAspect", "1")))
	return f.inline(c, width, height, frame,
		xml.E("a:graphicData", xml.A("uri", pictureNamespace), f.picture(c, relation, width, height))), nil
}

// picture is a picture as large as its place (clause 20.2.2.5).
func (f *file) picture(c *doc.Chart, relation string, width, height style.Length) *xml.Node {
	return xml.E("pic:pic", xml.A("xmlns:pic", pictureNamespace),
		xml.E("pic:nvPicPr", nil,
			xml.E("pic:cNvPr", xml.A("id", integer(f.charts), "name", f.chartName(), "descr", c.Alt)),
			xml.E("pic:cNvPicPr", nil)),
		xml.E("pic:blipFill", nil,
			xml.E("a:blip", xml.A("r:embed", relation)),
			xml.E("a:stretch", nil, xml.E("a:fillRect", nil))),
		xml.E("pic:spPr", nil,
			xml.E("a:xfrm", nil,
				xml.E("a:off", xml.A("x", "0", "y", "0")),
				xml.E("a:ext", xml.A("cx", emu(width), "cy", emu(height)))),
			xml.E("a:prstGeom", xml.A("prst", "rect"), xml.E("a:avLst", nil))))
}
