// Package pipeline chains the stages: a report's folder to its document, and
// the document to files' bytes. It is what the command line and every other
// front end call; it touches no disk, clock or environment of its own.
package pipeline

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"time"

	"banwen/internal/audit"
	"banwen/internal/compose"
	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/figure"
	"banwen/internal/finding"
	"banwen/internal/font"
	"banwen/internal/mark"
	"banwen/internal/proofread"
	"banwen/internal/render/docx/reference"
	"banwen/internal/source"
	"banwen/internal/style"
	"banwen/internal/textfile"
	"banwen/internal/trace"
	"banwen/internal/typeset"
	"banwen/templates"
)

// Request is what to build a document from.
type Request struct {
	Files fs.FS  // holds the report's folder and the folder that 上期 names
	Dir   string // the report's folder in Files
	// Templates, Profiles and Words are the unit's own folders, nearest first;
	// what they lack comes from the binary.
	Templates []fs.FS
	Profiles  []fs.FS
	Words     []fs.FS
	Stage     compose.Stage
	Fonts     *font.Set // to reckon with where pages end, so that charts find good places
	// Date goes into the files' properties where the report has no 成文日期;
	// the zero time: none.
	Date time.Time
}

// Result is a document and the profile it is to be set in.
type Result struct {
	Document *doc.Document
	Profile  *style.Profile
	files    fs.FS
	dir      string               // the report's folder in files
	read     []string             // the files that the report was read from, from there
	like     *reference.Reference // 参考样式; nil: none
	from     *composition
}

// Findings are what the checks came to, passed ones too.
func (r *Result) Findings() []finding.Finding { return r.from.findings }

// Figures traces the report's figures through the data and the document.
func (r *Result) Figures() []trace.Trace {
	return trace.Of(r.from.report, r.from.book, r.from.findings, r.from.document)
}

// Named are the template, the profile and the list of words that the report
// asks for by name.
type Named struct{ Template, Profile, Words string }

// Named gives the names of what the report was made with.
func (r *Result) Named() Named {
	report := r.from.report
	return Named{report.Template.Value, report.Profile.Value, report.Words.Value}
}

// Document makes the document of a report. Findings that are errors keep a
// final document from being made; a draft has them marked in its text. With
// errors in the list there is no result.
func Document(q Request) (*Result, diag.List) {
	c, diags := settled(q)
	if c == nil {
		return nil, diags
	}
	return result(q, c, c.document), diags
}

// settled is a report whose document can be made: what is wrong and does not
// keep it from that is marked, and it is dated. nil with errors in the list.
func settled(q Request) (*composition, diag.List) {
	c, diags := composed(q)
	if c != nil {
		diags = append(diags, disagreements(c.findings, q.Stage)...)
		diags.Sort()
	}
	if diags.HasErrors() {
		return nil, diags
	}
	like, found := loadReference(q, c.report.Reference)
	if diags = append(diags, found...); diags.HasErrors() {
		return nil, diags
	}
	c.like = like
	if q.Stage == compose.Draft {
		mark.Errors(c.document, c.findings)
	}
	if meta := &c.document.Meta; meta.Date == "" && !q.Date.IsZero() {
		meta.Date = q.Date.UTC().Format(time.RFC3339)
	}
	return c, diags
}

// result is a document of a report, laid out.
func result(q Request, c *composition, d *doc.Document) *Result {
	return &Result{Document: typeset.Arrange(d, c.profile, q.Fonts), Profile: c.profile, files: q.Files, dir: q.Dir, read: filesOf(c.report), like: c.like, from: c}
}

// composition is a report with all that is known of it before it is laid out.
type composition struct {
	report   *source.Report
	book     *figure.Book
	findings []finding.Finding
	compared []string // figures that rules over the text compared with what is written there
	profile  *style.Profile
	document *doc.Document        // nil where mistakes keep it from being composed
	like     *reference.Reference // 参考样式; nil: none
}

// composed reads a report, checks its figures, composes its document and
// proofreads that. nil without a report to check.
func composed(q Request) (*composition, diag.List) {
	report, book, diags := figures(q)
	if report == nil {
		return nil, diags
	}
	c := &composition{report: report, book: book}
	findings, found := audit.Check(report, book)
	diags = append(diags, found...)
	words, found := loadWords(q.Words, report.Words)
	diags = append(diags, found...)
	c.profile, found = loadProfile(q.Profiles, report.Profile)
	diags = append(diags, found...)
	template, found := findTemplate(q.Templates, report.Template)
	diags = append(diags, found...)
	if c.profile != nil {
		findings = append(findings, audit.Profile(c.profile)...)
	}
	if c.profile != nil && template != nil {
		c.document, found = compose.Compose(report, book, template, c.profile, q.Stage)
		if diags.HasErrors() {
			found = withoutTemplate(found)
		}
		diags = append(diags, found...)
	}
	if c.document != nil {
		facts := proofread.Facts{Period: report.Period, Length: report.Length, Words: words}
		findings = append(findings, proofread.Check(c.document, facts)...)
		c.compared = proofread.Compared(c.document, facts)
		finding.Locate(c.document, findings)
	}
	c.findings = audit.Settle(report, findings)
	diags.Sort()
	return c, diags
}

// figures reads a report and works its figures out. With no report, or one
// that lacks whole areas, so that names which seem not to exist may well do,
// there is neither.
func figures(q Request) (*source.Report, *figure.Book, diag.List) {
	report, diags := source.Load(q.Files, q.Dir)
	if report == nil || report.Incomplete {
		return nil, nil, diags
	}
	var before *figure.Book
	if report.Before != nil {
		var found diag.List
		before, found = figure.NewBook(indicators(report.Before), nil, report.Before.Options)
		diags = append(diags, found...)
	}
	book, found := figure.NewBook(indicators(report), before, report.Options)
	return report, book, append(diags, found...)
}

// filesOf lists the files that a report was read from.
func filesOf(r *source.Report) []string {
	names := []string{source.ReportFile}
	for _, area := range r.Areas {
		names = append(names, area.File)
	}
	return names
}

// indicators lists a report's indicators in the order of its areas.
func indicators(r *source.Report) []figure.Indicator {
	lists := make([][]figure.Indicator, len(r.Areas))
	for i, area := range r.Areas {
		lists[i] = area.Indicators
	}
	return slices.Concat(lists...)
}

// withoutTemplate leaves out what is told of the template's file: while the
// data have errors, that is where they show again.
func withoutTemplate(diags diag.List) diag.List {
	return slices.DeleteFunc(diags, func(d diag.Diagnostic) bool { return strings.HasPrefix(d.Pos.File, "templates/") })
}

// loadProfile loads a profile from the first folder that has it.
func loadProfile(own []fs.FS, name source.Text) (*style.Profile, diag.List) {
	from := style.Shipped()
	for _, folder := range slices.Backward(own) {
		if _, err := fs.Lstat(folder, name.Value+".yaml"); err == nil {
			from = folder
		}
	}
	p, diags := style.Load(from, name.Value)
	for i := range diags {
		if diags[i].Pos.File == "" {
			diags[i].Pos = name.Pos()
		}
	}
	return p, diags
}

// findTemplate gives the first folder called name.
func findTemplate(own []fs.FS, name source.Text) (fs.FS, diag.List) {
	for _, folder := range append(own, templates.FS()) {
		info, err := fs.Lstat(folder, name.Value)
		if err == nil && info.Mode()&fs.ModeSymlink != 0 {
			var diags diag.List
			diags.Errorf(name.Pos(), "", "模板“%s”不能读取：%s", name.Value, textfile.ErrLink)
			return nil, diags
		}
		if err == nil && info.IsDir() {
			if sub, err := fs.Sub(folder, name.Value); err == nil {
				return sub, nil
			}
		}
	}
	var diags diag.List
	names := templateNames(own)
	hint := diag.NearestHint(name.Value, names)
	if hint == "" {
		hint = "有：" + strings.Join(names, "、")
	}
	diags.Errorf(name.Pos(), hint, "没有名为“%s”的模板", name.Value)
	return nil, diags
}

func templateNames(own []fs.FS) []string {
	var names []string
	for _, folder := range append(own, templates.FS()) {
		entries, err := fs.ReadDir(folder, ".")
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		for _, e := range entries {
			if e.IsDir() {
				names = append(names, e.Name())
			}
		}
	}
	return names
}
