package serve

import (
	"net/http"
	"slices"

	"banwen/internal/history"
	"banwen/internal/trace"
)

// traced is a figure with all that is known of where it comes from.
type traced struct {
	Figure  trace.Trace    `json:"figure"`
	History history.Change `json:"history"`
}

// figure answers with one figure: its formula down to what was typed, and who
// last changed its lines.
func (r *served) figure(w http.ResponseWriter, req *http.Request) {
	name := req.PathValue("name")
	shown := r.Current().Shown
	if shown == nil {
		fail(w, http.StatusConflict, nothingShown)
		return
	}
	all := shown.Figures()
	i := slices.IndexFunc(all, func(t trace.Trace) bool { return t.Name == name })
	if i < 0 {
		fail(w, http.StatusNotFound, "没有这个指标")
		return
	}
	found := &all[i]
	trace.Expand(all, found)
	change, err := r.history.Item(found.Pos.File, found.Pos.Line, found.Indicator)
	if err != nil { // the figure is no less worth knowing
		change = history.Change{State: history.None}
	}
	answer(w, http.StatusOK, traced{*found, change})
}
