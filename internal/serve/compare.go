package serve

import (
	"cmp"
	"net/http"
	"slices"

	"banwen/internal/doc"
	"banwen/internal/live"
	"banwen/internal/pipeline"
	"banwen/internal/review"
	"banwen/internal/typeset"
)

// comparison is all that the page shows of two versions. The pages are b with
// what has changed since a marked.
type comparison struct {
	A string `json:"a"`
	B string `json:"b"`
	document
	Summary    string             `json:"summary"`
	Difference *review.Difference `json:"difference"`
	Steps      []step             `json:"steps"`
}

// step is a place that has changed, to go to from the one before.
type step struct {
	Node string `json:"node"`
	place
	Label string `json:"label"`
}

func (r *served) compareVersions(w http.ResponseWriter, req *http.Request) {
	c, err := r.compared(req)
	if err != nil {
		refuse(w, err)
		return
	}
	query := req.URL.Query()
	v := comparison{
		A: query.Get("a"), B: query.Get("b"), document: documentOf(c.Shown),
		Summary: review.Summary(c.Difference), Difference: c.Difference,
	}
	v.Steps = steps(c, v.Places)
	answer(w, http.StatusOK, v)
}

// steps are the places that have changed in the order of the pages. What is
// gone stands there under another id.
func steps(c *live.Comparison, places map[string]place) []step {
	all := []step{}
	taken := map[string]bool{}
	for i := range c.Difference.Texts {
		change := &c.Difference.Texts[i]
		for _, node := range nodesOf(c.Shown.Document, change) {
			if at, ok := places[node]; ok && !taken[node] {
				taken[node] = true
				all = append(all, step{node, at, change.Label()})
				break
			}
		}
	}
	slices.SortStableFunc(all, func(a, b step) int { return cmp.Or(cmp.Compare(a.Page, b.Page), cmp.Compare(a.Y, b.Y)) })
	return all
}

// nodesOf are the nodes that a change may be shown at, the likeliest first.
func nodesOf(d *doc.Document, change *review.TextChange) []string {
	switch {
	case change.Kind == review.Removed:
		return []string{review.Was(change.Node), change.Node}
	case change.What != review.TitlePart:
		return []string{change.Node, review.Was(change.Node)}
	}
	for _, a := range d.Attachments {
		if a.Label == change.Section {
			return []string{a.ID}
		}
	}
	return []string{typeset.TitleNode}
}

// downloadComparison answers with the marked document, or the list of the
// changes, as a file.
func (r *served) downloadComparison(w http.ResponseWriter, req *http.Request) {
	c, err := r.compared(req)
	if err != nil {
		refuse(w, err)
		return
	}
	query := req.URL.Query()
	shown, end := c.Shown, "花脸稿"
	switch query.Get("what") {
	case "redline":
	case "list":
		shown, end = c.ChangeList(), "修改清单"
	default:
		fail(w, http.StatusBadRequest, "只有花脸稿和修改清单")
		return
	}
	format := pipeline.Format(query.Get("format"))
	if format == pipeline.Text {
		format = ""
	}
	r.comparisons.setting.Lock()
	defer r.comparisons.setting.Unlock()
	sendFile(w, shown, format, c.B.Document.Title.Text+end)
}
