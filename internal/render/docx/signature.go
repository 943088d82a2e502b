package docx

import (
	"banwen/internal/chart"
	"banwen/internal/doc"
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
	edges := f.signatureEdges
	if s.Sealed {
		edges = f.sealedEdges
	}
	organ, date := edges(doc.Text(s.Organ), doc.Text(s.Date))
	blank := xml.E("w:spacing", xml.A("w:before", twips(f.profile.Signature.Pitch)))
	var paragraphs []*xml.Node
	if len(s.Organ) > 0 {
		paragraphs = append(paragraphs, f.paragraph(organStyle, organPart, f.plain(s.Organ), blank, leftIndent(organ), f.paragraphMark(doc.WholeChange(s.Organ))))
		blank = nil
	}
	if len(s.Date) > 0 {
		paragraphs = append(paragraphs, f.paragraph(dateStyle, datePart, f.plain(s.Date),
			optional(len(f.document.Remark) > 0, on("w:keepNext")), blank, f.dateIndent(date, doc.Text(s.Date)), f.paragraphMark(doc.WholeChange(s.Date))))
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

// sealedEdges are the spaces from the left edge to organ and date where a
// seal is put on them: the date ends its indent from the right edge and the
// organ is centred over it (7.3.5.1). An organ that would stand out of the
// type area moves left and the date with it.
func (f *file) sealedEdges(organ, date string) (organEdge, dateEdge style.Length) {
	cell := f.cell(f.profile.Signature.Text)
	width := f.profile.Page.TextWidth
	organWidth, dateWidth := chart.EstimateWidth(organ, "", cell), chart.EstimateWidth(date, "", cell)
	middle := width - style.Length(f.profile.Signature.SealedIndent)*cell - dateWidth/2
	middle = min(middle, width-organWidth/2)
	return max(0, middle-organWidth/2), max(0, middle-dateWidth/2)
}

// dateIndent is where the date begins. A date that ends near the right edge
// may stand out of it: LibreOffice widens it by a fifth of its size at each
// change between digits and hanzi, and would put 日 on a line of its own.
func (f *file) dateIndent(left style.Length, date string) *xml.Node {
	indent := leftIndent(left)
	cell := f.cell(f.profile.Signature.Text)
	if end := left + chart.EstimateWidth(date, "", cell); end > f.profile.Page.TextWidth-dateShift*cell {
		indent.Set("w:right", "-"+twips(dateShift*cell))
	}
	return indent
}

func leftIndent(l style.Length) *xml.Node { return xml.E("w:ind", xml.A("w:left", twips(l))) }
