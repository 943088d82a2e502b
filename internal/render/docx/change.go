package docx

import (
	"banwen/internal/doc"
	"banwen/internal/render/docx/xml"
)

// change is a tracked change (ECMA-376 part 1, clause 17.13.5) around what
// was inserted or deleted.
func (f *file) change(c doc.Change, content ...*xml.Node) *xml.Node {
	n := xml.E(changeElement(c), xml.A("w:id", f.annotation(), "w:author", f.document.Revision.Author))
	if date := f.document.Revision.Date; date != "" {
		n.Set("w:date", date)
	}
	n.Add(content...)
	return n
}

func changeElement(c doc.Change) string {
	if c == doc.Deleted {
		return "w:del"
	}
	return "w:ins"
}

// tracked puts runs into a tracked change where they have one.
func (f *file) tracked(c doc.Change, runs []*xml.Node) []*xml.Node {
	if c == "" || len(runs) == 0 {
		return runs
	}
	return []*xml.Node{f.change(c, runs...)}
}

// paragraphMark says that a paragraph is new, or gone, as a whole: with its
// mark goes the paragraph (clauses 17.13.5.15 and 17.13.5.20). nil for others.
func (f *file) paragraphMark(c doc.Change) *xml.Node {
	if c == "" {
		return nil
	}
	return xml.E("w:rPr", nil, f.change(c))
}

// isMarkChanged tells whether a paragraph has what paragraphMark gives.
func isMarkChanged(p *xml.Node) bool {
	mark := p.First().Child("w:rPr")
	return mark != nil && (mark.Child(changeElement(doc.Inserted)) != nil || mark.Child(changeElement(doc.Deleted)) != nil)
}

// rowMark says that a table's row is new, or gone; nil for others.
func (f *file) rowMark(c doc.Change) *xml.Node {
	if c == "" {
		return nil
	}
	return f.change(c)
}

// textName is the element of a run's text, which has another name where it is
// deleted (clause 17.3.3.7).
func textName(c doc.Change) string {
	if c == doc.Deleted {
		return "w:delText"
	}
	return "w:t"
}
