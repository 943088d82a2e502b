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
	t := f.document.Title
	n := len(titleLines(t))
	gap := f.profile.TitleGap(n)
	if f.document.Addressee != "" {
		gap = f.blankLines(1)
	}
	spacing := xml.A("w:after", twips(gap))
	if h := f.document.Head; h != nil {
		blank := f.blankLines(f.profile.Head.TitleLines)
		below := style.Length(n)*f.profile.TitleText.Pitch + gap
		blank += f.toGrid(f.headHeight(h)+blank+below) - roundingRoom
		spacing = append(xml.A("w:before", twips(blank)), spacing...)
	}
	return f.title(t, titlePart, spacing)
}

// roundingRoom is left free above the title: measures are whole twips in the
// file, and LibreOffice gives a page the height of its 22 lines and no more.
const roundingRoom = 2 * style.Twip

// toGrid is what is to be added to a height, or taken away, so that what
// stands below is on the grid.
func (f *file) toGrid(height style.Length) style.Length {
	pitch := f.profile.Grid.Pitch
	return (height+pitch/2)/pitch*pitch - height
}

// title is a title in one paragraph, so that it is one entry of the
// navigation pane, with a break after each line.
func (f *file) title(t doc.Title, nodeID string, spacing xml.Attrs) *xml.Node {
	if t.Marked != nil {
		return f.paragraph(titleStyle, nodeID, f.runs(t.Marked, inline{}), xml.E("w:spacing", spacing), f.paragraphMark(doc.WholeChange(t.Marked)))
	}
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
