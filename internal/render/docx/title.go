package docx

import (
	"banwen/internal/render/docx/xml"
)

// title is the title in one paragraph, so that it is one entry of the
// navigation pane, with a break after each line.
func (f *file) title() *xml.Node {
	t := f.document.Title
	lines := t.Lines
	if len(lines) == 0 {
		lines = []string{t.Text}
	}
	var content []*xml.Node
	for i, line := range lines {
		if i > 0 {
			content = append(content, xml.E("w:r", nil, xml.E("w:br", nil)))
		}
		content = append(content, f.plain(line)...)
	}
	gap := f.profile.TitleGap(len(lines))
	return f.paragraph(titleStyle, titlePart, content, xml.E("w:spacing", xml.A("w:after", twips(gap))))
}
