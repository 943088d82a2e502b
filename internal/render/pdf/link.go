package pdf

import (
	"strings"

	"banwen/internal/style"
	"banwen/internal/typeset"
)

// linkWriter writes the links of the pages, once all of these have numbers.
type linkWriter struct {
	f     *file
	paper style.Page
	links []typeset.Link
	refs  []ref
}

// reserve gives the array of a page's annotations; empty where it has no link.
func (w *linkWriter) reserve(links []typeset.Link) string {
	if len(links) == 0 {
		return ""
	}
	var b strings.Builder
	for _, link := range links {
		r := w.f.reserve()
		w.links, w.refs = append(w.links, link), append(w.refs, r)
		b.WriteString(r.String() + " ")
	}
	return "[" + b.String() + "]"
}

// write writes the link annotations (ISO 32000-1, 12.5.6.5): without a
// border, and printed, as PDF/A wants of every annotation (ISO 19005-2, 6.3.2).
func (w *linkWriter) write(pages []ref) {
	for i, link := range w.links {
		w.f.put(w.refs[i], dict{
			{"Type", "/Annot"}, {"Subtype", "/Link"}, {"F", "4"}, {"Border", "[0 0 0]"},
			{"Rect", "[" + w.rectangle(link) + "]"},
			{"A", "<</S /GoTo /D " + destination(link.To, w.paper, pages) + ">>"},
		}.String())
	}
}

// rectangle gives a link's lower left and upper right corners.
func (w *linkWriter) rectangle(l typeset.Link) string {
	return points(l.X) + " " + points(w.paper.Height-l.Y-l.Height) + " " +
		points(l.X+l.Width) + " " + points(w.paper.Height-l.Y)
}
