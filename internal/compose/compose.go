// Package compose runs a report's template over its figures and yields the
// document tree; every printed figure keeps the path to its source. It knows
// nothing of output formats.
package compose

import (
	"io/fs"
	"unicode/utf8"

	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/figure"
	"banwen/internal/source"
	"banwen/internal/style"
)

// Stage is how far the document has come.
type Stage string

// The stages.
const (
	Draft Stage = "draft" // 待补 figures print 【待补】, marked
	Final Stage = "final" // 待补 figures are errors
)

// maxTitle is how many characters a title may have; a page's width holds 20 of them.
const maxTitle = 200

// Compose makes the document of a report. template is the template's folder.
// All mistakes in prose and template are reported at once, with the place in
// the file they stand in; with errors in the list the document is nil.
//
// Places in the report's files are relative to the report's folder; those in
// the template's file begin with templates/. What source.Load and figure.NewBook
// have reported is not reported again; the document is nil then, too.
func Compose(r *source.Report, book *figure.Book, template fs.FS, p *style.Profile, stage Stage) (*doc.Document, diag.List) {
	c := newComposer(r, book, p, stage)
	if !c.readTemplate(template) {
		return nil, c.diags
	}
	c.readReport()
	(&setter{c: c}).lines(c.run(c.layout, scope{}))
	c.composeAttachments()
	if c.work.exceeded != nil {
		// What was not run tells nothing of what is wrong.
		return nil, diag.List{*c.work.exceeded}
	}
	if len(c.diags) > maxMistakes {
		c.diags.Sort()
		return nil, c.diags
	}
	c.checkNothingLost()
	if n := utf8.RuneCountInString(doc.Text(c.outline.title)); n > maxTitle {
		c.diags.Errorf(c.report.Title.Pos(), "公文标题一般不超过三行", "标题有 %d 个字，最多 %d 个", n, maxTitle)
	}
	d := c.document()
	c.diags.Sort()
	if c.failed || c.diags.HasErrors() {
		return nil, c.diags
	}
	return d, c.diags
}

// composer is one report on its way to a document.
type composer struct {
	report      *source.Report
	book        *figure.Book
	stage       Stage
	diags       diag.List
	texts       map[textKey]*prose
	areas       map[string]*source.Area          // by 工作
	spans       map[string]bool                  // names of 时段 in any area
	own         map[*source.Area]map[string]word // what spans gives, by name
	problems    []entry                          // in the order they are printed
	plans       []entry
	charts      map[chartKey]*placement
	tables      map[chartKey]*listing
	layout      *prose // the template's file
	attachments []doc.Attachment
	outline     *outline
	profile     *style.Profile
	hints       diag.Hints // for names that do not exist
	work        work
	failed      bool // something is wanted whose mistake source or figure has reported
	trial       int  // above 0: running what is not printed, only to find wrong names
}

func newComposer(r *source.Report, book *figure.Book, p *style.Profile, stage Stage) *composer {
	c := &composer{
		report: r, book: book, profile: p, stage: stage,
		texts:   map[textKey]*prose{},
		areas:   map[string]*source.Area{},
		spans:   map[string]bool{},
		own:     map[*source.Area]map[string]word{},
		charts:  map[chartKey]*placement{},
		tables:  map[chartKey]*listing{},
		outline: newOutline(p, book),
	}
	for i := range r.Areas {
		a := &r.Areas[i]
		c.areas[a.Name.Value] = a
		for _, span := range a.Spans {
			c.spans[span.Name.Value] = true
		}
	}
	c.problems = gather(r, "problem", func(a *source.Area) []source.Item { return a.Problems })
	c.plans = gather(r, "plan", func(a *source.Area) []source.Item { return a.Plans })
	return c
}

// document puts together what has been composed.
func (c *composer) document() *doc.Document {
	title := doc.Text(c.outline.title)
	d := &doc.Document{
		Meta:   c.meta(),
		Title:  doc.Title{Text: title, Lines: breakTitle(title, c.profile), Runs: c.outline.title},
		Blocks: c.outline.blocks,
	}
	if c.report.Date != nil {
		d.Signature = &doc.Signature{Organ: doc.Plain(c.report.Organ.Value), Date: doc.Plain(c.report.Date.Chinese())}
	}
	c.formal(d)
	if c.profile.BoldOrdinals {
		boldOrdinals(d)
	}
	return d
}
