package serve

import (
	"encoding/json"
	"net/http"
	"path"
	"sync"

	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/finding"
	"banwen/internal/live"
	"banwen/internal/render/html"
	"banwen/internal/source"
	"banwen/internal/style"
	"banwen/internal/trace"
	"banwen/internal/typeset"
)

// listed is a report in the list of them.
type listed struct {
	ID     string `json:"id"`
	Folder string `json:"folder"`
	Title  string `json:"title"`
}

func (s *Server) list(w http.ResponseWriter, _ *http.Request) {
	all := []listed{}
	for _, r := range s.reports {
		v := listed{ID: r.ID, Folder: r.Folder, Title: r.ID}
		if shown := r.Current().Shown; shown != nil {
			v.Title = shown.Document.Title.Text
		}
		all = append(all, v)
	}
	answer(w, http.StatusOK, map[string]any{"reports": all})
}

// state is all that the page shows of a report at one moment, but the pages
// themselves, which are named by their hashes. Lengths are in points.
type state struct {
	Revision    int               `json:"revision"`
	Current     bool              `json:"current"` // the pages are those of the files as they are
	Organ       string            `json:"organ"`
	Period      string            `json:"period"`
	Diagnostics diag.List         `json:"diagnostics"`
	Findings    []finding.Finding `json:"findings"`
	Figures     []trace.Trace     `json:"figures"`
	Remarks     []listedRemark    `json:"remarks"`
	document
}

// document is a document on its pages.
type document struct {
	Title   string           `json:"title"`
	Paper   paper            `json:"paper"`
	Pages   []string         `json:"pages"` // hashes
	Outline []entry          `json:"outline"`
	Charts  []plotted        `json:"charts"`
	Places  map[string]place `json:"places"` // of the blocks, by their ids: where each begins
}

type paper struct {
	Width  float64 `json:"width"`
	Height float64 `json:"height"`
}

// place is a place on the pages.
type place struct {
	Page int     `json:"page"` // from 1
	Y    float64 `json:"y"`
}

// entry is one heading.
type entry struct {
	Text  string `json:"text"`
	Level int    `json:"level"`
	Node  string `json:"node"`
	place
}

// plotted is a chart for those who want to look into it.
type plotted struct {
	Node string `json:"node"`
	html.Plot
}

// listedRemark is a remark on the draft.
type listedRemark struct {
	Fingerprint string `json:"fingerprint"`
	Who         string `json:"who"`
	When        string `json:"when"`
	Node        string `json:"node"`
	Section     string `json:"section"`
	Quote       string `json:"quote"`
	Answers     string `json:"answers"`
	Text        string `json:"text"`
	State       string `json:"state"`
	Reply       string `json:"reply"`
	File        string `json:"file"`
	Line        int    `json:"line"`
}

func (r *served) state(w http.ResponseWriter, req *http.Request) {
	c, err := r.stated.of(r.Current())
	if err != nil {
		fail(w, http.StatusInternalServerError, "状态写不出来："+err.Error())
		return
	}
	r.packs.send(w, req, c)
}

// stated is the state of a report that was asked for last: as a rule many
// browsers ask for the same.
type stated struct {
	mu       sync.Mutex
	snapshot *live.Snapshot
	content  content
}

func (s *stated) of(snapshot *live.Snapshot) (content, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.snapshot != snapshot {
		data, err := json.Marshal(stateOf(snapshot))
		if err != nil {
			return content{}, err
		}
		s.snapshot, s.content = snapshot, contentOf("application/json; charset=utf-8", asked, data)
	}
	return s.content, nil
}

func stateOf(s *live.Snapshot) state {
	v := state{
		Revision: s.Revision, Current: s.IsCurrent(), Diagnostics: s.Diags,
		Findings: []finding.Finding{}, Figures: []trace.Trace{}, Remarks: remarks(s.Reviews), document: documentOf(s.Shown),
	}
	if v.Diagnostics == nil {
		v.Diagnostics = diag.List{}
	}
	if shown := s.Shown; shown != nil {
		v.Organ, v.Period = shown.Document.Meta.Organ, shown.Document.Meta.Period
		v.Findings = append(v.Findings, shown.Findings()...)
		v.Figures = append(v.Figures, shown.Figures()...)
	}
	return v
}

// documentOf describes what is shown; nil: nothing is.
func documentOf(shown *live.Shown) document {
	v := document{Pages: []string{}, Outline: []entry{}, Charts: []plotted{}, Places: map[string]place{}}
	if shown == nil {
		return v
	}
	v.Title = shown.Document.Title.Text
	v.Paper = paper{points(shown.Layout.Page.Width), points(shown.Layout.Page.Height)}
	for _, p := range shown.Pages {
		v.Pages = append(v.Pages, p.Hash)
	}
	for _, b := range shown.Layout.Outline {
		v.Outline = append(v.Outline, entry{b.Text, b.Level, b.Node, place{b.Page, points(b.Y)}})
	}
	v.Charts = append(v.Charts, charts(shown.Document)...)
	v.Places = places(shown.Layout)
	return v
}

func points(l style.Length) float64 { return float64(l) / float64(style.Pt) }

// places tells where each block begins; one that lies on its side, only on
// which page.
func places(l *typeset.Layout) map[string]place {
	all := map[string]place{}
	note := func(items []typeset.Item, at func(*typeset.GlyphRun) place) {
		for _, item := range items {
			run, ok := item.(*typeset.GlyphRun)
			if !ok || run.Node == "" {
				continue
			}
			if _, known := all[run.Node]; !known {
				all[run.Node] = at(run)
			}
		}
	}
	for _, p := range l.Pages {
		note(p.Items, func(run *typeset.GlyphRun) place { return place{p.Number, points(run.Y - run.Size)} })
		note(p.Turned, func(*typeset.GlyphRun) place { return place{Page: p.Number} })
	}
	return all
}

// charts lists the charts of a document that can be plotted.
func charts(d *doc.Document) []plotted {
	var all []plotted
	blocks := d.Blocks
	for _, a := range d.Attachments {
		blocks = append(blocks[:len(blocks):len(blocks)], a.Blocks...)
	}
	for _, b := range blocks {
		c, ok := b.(*doc.Chart)
		if !ok || c.Change == doc.Deleted {
			continue
		}
		if plot, err := html.PlotOf(c); err == nil { // else it has no numbers to plot
			all = append(all, plotted{c.ID, plot})
		}
	}
	return all
}

func remarks(reviews []source.Review) []listedRemark {
	all := []listedRemark{}
	for _, review := range reviews {
		for _, r := range review.Remarks {
			all = append(all, listedRemark{
				Fingerprint: r.ID(), Who: r.Who.Value, When: r.When.Value, Node: r.Node.Value, Section: r.Section.Value,
				Quote: r.Quote.Value, Answers: r.Answers.Value, Text: r.Text.Value, State: r.State.Value, Reply: r.Reply.Value,
				File: path.Clean(review.File), Line: r.Text.Pos().Line,
			})
		}
	}
	return all
}
