package docx

import (
	"banwen/internal/doc"
	"banwen/internal/render/docx/xml"
)

// remark is 附注 (GB/T 9704-2012, 7.3.6), on the line below the date.
func (f *file) remark() []*xml.Node {
	remark := f.document.Remark
	if len(remark) == 0 {
		return nil
	}
	return []*xml.Node{f.paragraph(remarkStyle, remarkPart, f.plain(remark), f.paragraphMark(doc.WholeChange(remark)))}
}
