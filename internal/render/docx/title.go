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
	n := len(t.LineRuns())
	gap := f.profile.TitleGap(n)
	if len(f.document.Addressee) > 0 {
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
	var content []*xml.Node
	for _, r := range t.BrokenRuns() {
		if r.Text == doc.LineEnd {
			content = append(content, f.tracked(r.Change, []*xml.Node{xml.E("w:r", nil, xml.E("w:br", nil))})...)
			continue
		}
		content = append(content, f.plain([]doc.Run{r})...)
	}
	return f.paragraph(titleStyle, nodeID, content, xml.E("w:spacing", spacing), f.paragraphMark(doc.WholeChange(t.Marked)))
}

// blankLines is the height of blank lines of body text (空行).
func (f *file) blankLines(n int) style.Length { return style.Length(n) * f.profile.Grid.Pitch }
