package serve

import (
	"net/http"

	"banwen/internal/live"
)

// page answers with one page of the current pages; one that is gone meanwhile
// is not there, and the state that names others is on its way.
func (r *served) page(w http.ResponseWriter, req *http.Request) {
	hash := req.PathValue("hash")
	page, ok := pageOf(r.Current().Shown, hash)
	if !ok {
		page, ok = r.comparisons.page(hash)
	}
	if ok {
		r.packs.send(w, req, content{"image/svg+xml; charset=utf-8", forever, page.Hash, page.SVG})
		return
	}
	fail(w, http.StatusNotFound, "这一页已经改了")
}

// pageOf is a page of a document by its hash.
func pageOf(shown *live.Shown, hash string) (live.Page, bool) {
	if shown != nil {
		for _, p := range shown.Pages {
			if p.Hash == hash {
				return p, true
			}
		}
	}
	return live.Page{}, false
}
