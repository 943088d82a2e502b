package docx

import (
	"slices"

	"banwen/internal/doc"
	"banwen/internal/render/docx/xml"
)

// body is the document part in the order of GB/T 9704-2012: 版头 (7.2), 主体
// (7.3) with its attachments, 版记 (7.4).
func (f *file) body() (*xml.Node, error) {
	d := f.document
	w := &flow{f: f, fresh: true}
	w.add(f.head()...)
	w.add(f.mainTitle())
	w.add(f.addressee()...)
	if err := f.blocks(w, d.Blocks, d.Signature != nil); err != nil {
		return nil, err
	}
	if closing := slices.Concat(f.attachmentNote(), f.signature(), f.remark()); len(closing) > 0 {
		w.turn(false)
		w.add(closing...)
	}
	for i := range d.Attachments {
		if err := f.attachment(w, &d.Attachments[i]); err != nil {
			return nil, err
		}
	}
	if d.Imprint != nil {
		w.turn(false)
		if w.fresh { // LibreOffice loses the break before a floating table
			w.add(spacer())
		}
		w.add(f.imprint())
	}
	body := xml.E("w:body", nil, w.end()...)
	return xml.E("w:document", xml.A(
		"xmlns:w", wordNamespace, "xmlns:r", relatedNamespace, "xmlns:wp", inlineNamespace,
		"xmlns:a", drawingNamespace, "xmlns:c", chartNamespace), body), nil
}

// blocks writes blocks; signed says that the signature follows the last one.
func (f *file) blocks(w *flow, all doc.Blocks, signed bool) error {
	for i, block := range all {
		f.signed = signed && i == len(all)-1
		nodes, err := f.block(block)
		if err != nil {
			return err
		}
		w.turn(isWide(block))
		w.add(nodes...)
	}
	f.signed = false
	return nil
}

// block is the paragraphs and tables of one block.
func (f *file) block(block doc.Block) ([]*xml.Node, error) {
	switch block := block.(type) {
	case *doc.Heading:
		return []*xml.Node{f.heading(block)}, nil
	case *doc.Paragraph:
		return []*xml.Node{f.paragraph(bodyStyle, block.ID, f.runs(block.Runs, inline{closer: f.profile.Tightening(f.profile.Body) != 0}), f.keepNext(false), f.paragraphMark(block.EndChange()))}, nil
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
