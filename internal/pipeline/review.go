package pipeline

import (
	"banwen/internal/compose"
	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/review"
	"banwen/internal/trace"
)

// Version is one version of a report, to be compared with another.
type Version struct {
	review.Version
	request Request
	made    *composition
}

// ReadVersion reads a version as the draft that people saw. With errors in
// the list there is none.
func ReadVersion(q Request) (*Version, diag.List) {
	q.Stage = compose.Draft
	c, diags := settled(q)
	if c == nil {
		return nil, diags
	}
	v := &Version{request: q, made: c}
	v.Document, v.Figures = c.document, trace.Of(c.report, c.book, c.findings, c.document)
	return v, diags
}

// Redline is b with all that has changed since a marked in it (花脸稿). Where
// by has no date it is b's.
func Redline(a, b *Version, by doc.Revision) *Result {
	if by.Date == "" {
		by.Date = b.Document.Meta.Date
	}
	return result(b.request, b.made, review.Marked(a.Document, b.Document, by))
}

// ChangeList is the list of what has changed from a to b as a document.
func ChangeList(a, b *Version) *Result {
	return result(b.request, b.made, review.List(b.Document, review.Compare(a.Version, b.Version)))
}
