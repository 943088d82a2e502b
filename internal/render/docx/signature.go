package docx

import (
	"banwen/internal/chart"
	"banwen/internal/render/docx/xml"
	"banwen/internal/style"
)

// dateShift is how many characters the date begins to the right of the organ
// (GB/T 9704-2012, 7.3.5.2).
const dateShift = 2

// signature is the organ and the date, one blank line below the text; nil for none.
func (f *file) signature() []*xml.Node {
	s := f.document.Signature
	if s == nil {
		return nil
	}
	organ, date := f.signatureEdges(s.Organ, s.Date)
	blank := xml.E("w:spacing", xml.A("w:before", twips(f.profile.Signature.Pitch)))
	var paragraphs []*xml.Node
	if s.Organ != "" {
		paragraphs = append(paragraphs, f.paragraph(organStyle, organPart, f.plain(s.Organ), blank, leftIndent(organ)))
		blank = nil
	}
	if s.Date != "" {
		paragraphs = append(paragraphs, f.paragraph(dateStyle, datePart, f.plain(s.Date), blank, leftIndent(date)))
	}
	return paragraphs
}

// signatureEdges are the spaces from the left edge to organ and date. The
// organ ends its indent from the right edge and the date begins dateShift
// characters right of it; a date longer than the organ ends there instead,
// and the organ moves left (7.3.5.2). Both are set from the left, so that
// they stand right to each other in every program.
func (f *file) signatureEdges(organ, date string) (organEdge, dateEdge style.Length) {
	cell := f.cell(f.profile.Signature.Text)
	right := f.profile.Page.TextWidth - style.Length(f.profile.Signature.OrganIndent)*cell
	organWidth, dateWidth := chart.EstimateWidth(organ, "", cell), chart.EstimateWidth(date, "", cell)
	organEdge = right - organWidth
	if dateWidth > organWidth {
		organEdge = right - dateWidth - dateShift*cell
	}
	organEdge = max(0, organEdge)
	return organEdge, organEdge + dateShift*cell
}

func leftIndent(l style.Length) *xml.Node { return xml.E("w:ind", xml.A("w:left", twips(l))) }
