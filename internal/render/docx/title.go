package docx

import (
	"banwen/internal/doc"
	"banwen/internal/render/docx/xml"
	"banwen/internal/style"
)

// mainTitle is the document's title (GB/T 9704-2012, 7.3.1): under the red
// head's rule with blank lines between, and with one blank line below it
// where the addressee follows (7.3.2).
func (f *file) mainTitle() *xml.Node {
	var spacing xml.Attrs
	if f.document.Head != nil {
		spacing = xml.A("w:before", twips(f.blankLines(f.profile.Head.TitleLines)))
	}
	t := f.document.Title
	gap := f.profile.TitleGap(len(titleLines(t)))
	if f.document.Addressee != "" {
		gap = f.blankLines(1)
	}
	return f.title(t, titlePart, append(spacing, "w:after", twips(gap)))
}

// title is a title in one paragraph, so that it is one entry of the
// navigation pane, with a break after each line.
func (f *file) title(t doc.Title, nodeID string, spacing xml.Attrs) *xml.Node {
	var content []*xml.Node
	for i, line := range titleLines(t) {
		if i > 0 {
			content = append(content, xml.E("w:r", nil, xml.E("w:br", nil)))
		}
		content = append(content, f.plain(line)...)
	}
	return f.paragraph(titleStyle, nodeID, content, xml.E("w:spacing", spacing))
}

func titleLines(t doc.Title) []string {
	if len(t.Lines) == 0 {
		return []string{t.Text}
	}
	return t.Lines
}

// blankLines is the height of blank lines of body text (空行).
func (f *file) blankLines(n int) style.Length { return style.Length(n) * f.profile.Grid.Pitch }
