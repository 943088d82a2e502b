package docx

import (
	"banwen/internal/doc"
	"banwen/internal/render/docx/xml"
)

// addressee is 主送机关 (GB/T 9704-2012, 7.3.2); none where there is none.
func (f *file) addressee() []*xml.Node {
	to := f.document.Addressee
	if len(to) == 0 {
		return nil
	}
	return []*xml.Node{f.paragraph(addresseeStyle, addresseePart, f.plain(to), f.paragraphMark(doc.WholeChange(to)))}
}
