// Package html writes a document as one self-contained page that opens
// offline: no request leaves it, and no text of the document becomes markup,
// style or script. Text goes through html/template, and a Content Security
// Policy admits only the page's own style and script, by their hashes.
package html

import (
	"bytes"
	_ "embed"
	"errors"
	"html/template"
	"io"
	"sync"

	"banwen/internal/doc"
	"banwen/internal/style"
)

//go:embed assets/page.tmpl
var pageSource string

// pageTemplate is parsed when the first page is written, so that a run
// without HTML does not pay for it.
var pageTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("page").Parse(pageSource))
})

// Write writes the document as HTML with static charts and no script; the
// same document gives the same bytes. The errors are those of w.
func Write(w io.Writer, d *doc.Document, p *style.Profile) error {
	return execute(w, newPage(d, p))
}

// ErrNotInteractive is what WriteInteractive gives when the program was built
// without the bundle of ECharts.
var ErrNotInteractive = errors.New("此程序构建时没有带上交互图表（缺 npm），只能生成静态图表")

// WriteInteractive writes the document as HTML whose charts answer to the
// pointer. The static charts are there as well: they are what is printed, and
// what is seen where scripts are off. The error is ErrNotInteractive, or names
// the chart whose numbers are none.
func WriteInteractive(w io.Writer, d *doc.Document, p *style.Profile) error {
	if !HasInteractive() {
		return ErrNotInteractive
	}
	page := newPage(d, p)
	if err := page.makeInteractive(d); err != nil {
		return err
	}
	return execute(w, page)
}

// execute writes nothing unless the whole page is there.
func execute(w io.Writer, p *page) error {
	var b bytes.Buffer
	if err := pageTemplate().Execute(&b, p); err != nil {
		return err
	}
	_, err := b.WriteTo(w)
	return err
}
