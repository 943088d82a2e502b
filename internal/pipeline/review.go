package pipeline

import (
	"banwen/internal/compose"
	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/font"
	"banwen/internal/review"
	"banwen/internal/source"
	"banwen/internal/style"
	"banwen/internal/trace"
	"banwen/internal/typeset"
	"slices"
	"sort"
)

// Version is one version of a report, to be compared with another.
type Version struct {
	review.Version
	Unread  diag.List // what is wrong in files of remarks, of which none is read then
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
	reviews, found := source.LoadReviews(q.Files, q.Dir)
	v.Remarks, v.Unread = remarksOf(reviews, found), found
	for i := range v.Unread {
		v.Unread[i].Severity = diag.Warning // it keeps nobody from reading the text
	}
	return v, diags
}

// remarksOf are the remarks of all files in which nothing is wrong.
func remarksOf(reviews []source.Review, wrong diag.List) []review.Remark {
	var all []review.Remark
	for _, of := range reviews {
		if slices.ContainsFunc(wrong, func(d diag.Diagnostic) bool { return d.Pos.File == of.File }) {
			continue
		}
		for _, r := range of.Remarks {
			all = append(all, review.Remark{
				Fingerprint: r.ID(), Who: r.Who.Value, Section: r.Section.Value, Quote: r.Quote.Value, Text: r.Text.Value, State: r.State.Value, Reply: r.Reply.Value,
			})
		}
	}
	return all
}

// Redline is b with all that has changed since a marked in it (花脸稿). Where
// by has no date it is b's.
func Redline(a, b *Version, by doc.Revision) *Result {
	if by.Date == "" {
		by.Date = b.Document.Meta.Date
	}
	return result(b.request, b.made, review.Marked(a.Document, b.Document, by))
}

// ChangeList is the list of what has changed from a to b as a document of one
// page; of what does not fit there it has the number.
func ChangeList(a, b *Version) *Result {
	difference := review.Compare(a.Version, b.Version)
	list := *b.made
	list.profile, list.like = b.made.profile.Dense(), nil
	all := difference.Count()
	left := sort.Search(all, func(left int) bool {
		return isOnePage(review.List(b.Document, difference, all-left), list.profile, b.request.Fonts)
	})
	return result(b.request, &list, review.List(b.Document, difference, all-left))
}

// isOnePage tells whether a document fits on one page, two lines left over for
// those to whom a word processor shows a paragraph longer. One that cannot be
// set does: whoever renders it is told why.
func isOnePage(d *doc.Document, p *style.Profile, fonts *font.Set) bool {
	spare := &doc.Paragraph{ID: "spare", Runs: doc.Plain("余")}
	longer := *d
	longer.Blocks = append(slices.Clone(d.Blocks), spare, spare)
	layout, diags := typeset.Set(&longer, p, fonts)
	return diags.HasErrors() || len(layout.Pages) <= 1
}
