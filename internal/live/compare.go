package live

import (
	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/font"
	"banwen/internal/pipeline"
	"banwen/internal/reports"
	"banwen/internal/review"
)

// Version is a version of a report as a draft, to be compared with another.
type Version struct {
	*pipeline.Version
	Fonts *font.Set
}

// ReadVersion reads a version. With errors in the list there is none.
func ReadVersion(report *reports.Report) (*Version, diag.List) {
	request, diags := draft(report)
	if request.Fonts == nil {
		return nil, diags
	}
	v, found := pipeline.ReadVersion(request)
	diags = append(diags, found...)
	if v == nil {
		return nil, diags
	}
	return &Version{v, request.Fonts}, diags
}

// Comparison is what has changed from one version to another.
type Comparison struct {
	A, B       *Version
	Shown      *Shown // b with all that has changed since a marked
	Difference *review.Difference
}

// Compare marks in b, on its pages, what has changed since a. With errors in
// the list there is nothing to show.
func Compare(a, b *Version) (*Comparison, diag.List) {
	marked := pipeline.Redline(a.Version, b.Version, doc.Revision{Author: "banwen"})
	shown, diags := show(marked, b.Fonts)
	if shown == nil {
		return nil, diags
	}
	return &Comparison{a, b, shown, review.Compare(a.Version.Version, b.Version.Version)}, diags
}

// ChangeList is the list of the changes as a document.
func (c *Comparison) ChangeList() *Shown {
	return &Shown{Result: pipeline.ChangeList(c.A.Version, c.B.Version), Fonts: c.B.Fonts}
}
