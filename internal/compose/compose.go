// Package compose runs a report's template over its figures and yields the
// document tree; every printed figure keeps the path to its source. It knows
// nothing of output formats.
package compose

import (
	"io/fs"

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

// Compose makes the document of a report. template is the template's folder.
// All mistakes in prose and template are reported at once, with the place in
// the file they stand in; with errors in the list the document is nil.
func Compose(r *source.Report, book *figure.Book, template fs.FS, p *style.Profile, stage Stage) (*doc.Document, diag.List) {
	panic("to be written")
}
