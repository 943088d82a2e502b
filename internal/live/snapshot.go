package live

import (
	"crypto/sha256"
	"encoding/hex"
	"runtime"
	"sync"

	"banwen/internal/compose"
	"banwen/internal/diag"
	"banwen/internal/font"
	"banwen/internal/pipeline"
	"banwen/internal/render/svg"
	"banwen/internal/reports"
	"banwen/internal/source"
	"banwen/internal/style"
	"banwen/internal/typeset"

	"golang.org/x/sync/errgroup"
)

// Snapshot is a report at one moment.
type Snapshot struct {
	Revision int              // 1 for the first; one more with every change of a file
	Diags    diag.List        // of the files as they are
	Shown    *Shown           // the last document that could be made; nil: there has been none yet
	Request  pipeline.Request // what made it
	Reviews  []source.Review  // remarks of the files as they are
}

// IsCurrent tells whether what is shown is made from the files as they are.
func (s *Snapshot) IsCurrent() bool { return s.Shown != nil && s.Shown.Revision == s.Revision }

// Shown is a draft's document on its pages.
type Shown struct {
	*pipeline.Result
	Revision int // of the snapshot that it was made for
	Layout   *typeset.Layout
	Pages    []Page
	Fonts    *font.Set
	// FontParts gives of each role's font the part that the document uses; it
	// is cut when it is asked for first.
	FontParts func() map[style.Role]FontPart
}

// Page is one page as SVG.
type Page struct {
	Hash string // of SVG: 16 hexadecimal digits
	SVG  []byte
}

// builder makes the snapshots of a folder.
type builder struct {
	folder string  // absolute
	inputs *inputs // of the last snapshot
}

// isStale tells whether what the last snapshot was made from has changed.
func (b *builder) isStale() bool { return b.inputs == nil || b.inputs.haveChanged() }

// snapshot makes the snapshot after another; nil: the first.
func (b *builder) snapshot(last *Snapshot) *Snapshot {
	s := &Snapshot{Revision: 1}
	if last != nil {
		s.Revision, s.Shown = last.Revision+1, last.Shown
	}
	b.inputs = newInputs()
	b.inputs.note(b.folder)
	report, err := reports.OnDisk(b.folder)
	if err != nil {
		s.Diags.Errorf(diag.Pos{}, "", "%v", err)
		return s
	}
	report = b.inputs.through(report)
	s.Request, s.Diags = draft(report)
	fonts := s.Request.Fonts
	if fonts == nil {
		return s
	}
	reviews, found := source.LoadReviews(s.Request.Files, s.Request.Dir)
	s.Reviews, s.Diags = reviews, append(s.Diags, found...)
	result, found := pipeline.Document(s.Request)
	s.Diags = append(s.Diags, found...)
	if result == nil {
		return s
	}
	shown, found := show(result, fonts)
	s.Diags = append(s.Diags, found...)
	if shown != nil {
		shown.Revision = s.Revision
		s.Shown = shown
	}
	return s
}

// draft is what makes a report's draft, with its own fonts; without any where
// these have errors.
func draft(report *reports.Report) (pipeline.Request, diag.List) {
	fonts, diags := font.Shipped().WithOwn(report.FontFolders())
	request := report.Request()
	request.Stage, request.Fonts = compose.Draft, fonts
	return request, diags
}

// show sets a document on its pages.
func show(r *pipeline.Result, fonts *font.Set) (*Shown, diag.List) {
	layout, diags := pipeline.Layout(r, fonts)
	if layout == nil {
		return nil, diags
	}
	s := &Shown{Result: r, Layout: layout, Pages: pages(layout), Fonts: fonts}
	s.FontParts = sync.OnceValue(s.cutFonts)
	return s, diags
}

// pages draws the pages of a layout, several at a time.
func pages(l *typeset.Layout) []Page {
	drawn := make([]Page, len(l.Pages))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range l.Pages {
		group.Go(func() error {
			data := svg.Page(l, &l.Pages[i])
			sum := sha256.Sum256(data)
			drawn[i] = Page{hex.EncodeToString(sum[:8]), data}
			return nil
		})
	}
	_ = group.Wait() // the functions give no error
	return drawn
}
