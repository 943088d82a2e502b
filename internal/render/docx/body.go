package docx

import (
	"banwen/internal/doc"
	"banwen/internal/render/docx/xml"
)

// body is the document part: title, blocks, signature, then the section's
// page, which has the two footers.
func (f *file) body(oddFooter, evenFooter string) (*xml.Node, error) {
	body := xml.E("w:body", nil, f.title())
	for i, block := range f.document.Blocks {
		f.signed = f.document.Signature != nil && i == len(f.document.Blocks)-1
		nodes, err := f.block(block)
		if err != nil {
			return nil, err
		}
		body.Add(nodes...)
		if endsInTable(block) && !f.paragraphFollows(i) {
			body.Add(spacer())
		}
	}
	body.Add(f.signature()...)
	body.Add(f.section(oddFooter, evenFooter))
	return xml.E("w:document", xml.A(
		"xmlns:w", wordNamespace, "xmlns:r", relatedNamespace, "xmlns:wp", inlineNamespace,
		"xmlns:a", drawingNamespace, "xmlns:c", chartNamespace), body), nil
}

// block is the paragraphs and tables of one block.
func (f *file) block(block doc.Block) ([]*xml.Node, error) {
	switch block := block.(type) {
	case *doc.Heading:
		return []*xml.Node{f.heading(block)}, nil
	case *doc.Paragraph:
		return []*xml.Node{f.paragraph(bodyStyle, block.ID, f.runs(block.Runs, inline{}), f.keepNext(false))}, nil
	case *doc.Table:
		return f.table(block), nil
	case *doc.Chart:
		return f.chart(block)
	default:
		return nil, nil
	}
}

// paragraph is a paragraph of a style that stands for a node. Further
// properties follow the style in the order of the schema (clause 17.3.1.26).
func (f *file) paragraph(style, nodeID string, content []*xml.Node, properties ...*xml.Node) *xml.Node {
	pPr := xml.E("w:pPr", nil, val("w:pStyle", style))
	pPr.Add(properties...)
	p := xml.E("w:p", nil, pPr)
	p.Add(f.bookmarked(nodeID, content)...)
	return p
}

// keepNext keeps a paragraph on the page of the next one where it must be, or
// where the next one is the signature; nil for what its style says.
func (f *file) keepNext(must bool) *xml.Node { return optional(must || f.signed, on("w:keepNext")) }

// endsInTable says whether the last thing written for a block is a table.
func endsInTable(block doc.Block) bool {
	t, ok := block.(*doc.Table)
	return ok && t.Note == ""
}

// paragraphFollows says whether what follows block i begins with a paragraph:
// two tables that touch become one, and a document must not end in a table.
func (f *file) paragraphFollows(i int) bool {
	if i+1 == len(f.document.Blocks) {
		return f.document.Signature != nil
	}
	t, ok := f.document.Blocks[i+1].(*doc.Table)
	return !ok || t.Caption() != "" || t.Unit != ""
}

// spacer is a paragraph that takes no room to speak of.
func spacer() *xml.Node {
	return xml.E("w:p", nil, xml.E("w:pPr", nil,
		xml.E("w:spacing", exactly(smallest)),
		xml.E("w:rPr", nil, val("w:sz", "2"), val("w:szCs", "2"))))
}
