package serve

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"banwen/internal/live"
	"banwen/internal/render/svg"
	"banwen/internal/style"
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

// fontFaces is a style sheet that names the fonts of the pages.
func (r *served) fontFaces(w http.ResponseWriter, req *http.Request) {
	var b strings.Builder
	if shown := r.Current().Shown; shown != nil {
		for _, role := range shown.Fonts.Roles() {
			fmt.Fprintf(&b, "@font-face{font-family:%s;src:url(fonts/%s?%d) format(\"truetype\");font-display:block}\n",
				strconv.Quote(svg.Family(role)), url.PathEscape(string(role)), len(shown.Fonts.Data(role)))
		}
	}
	r.packs.send(w, req, contentOf("text/css; charset=utf-8", asked, []byte(b.String())))
}

// font answers with a font's file, so that a browser sets the very glyphs that
// the layout was reckoned with.
func (r *served) font(w http.ResponseWriter, req *http.Request) {
	shown := r.Current().Shown
	var data []byte
	if shown != nil {
		data = shown.Fonts.Data(style.Role(req.PathValue("role")))
	}
	if data == nil {
		fail(w, http.StatusNotFound, "没有这种字体")
		return
	}
	r.packs.send(w, req, contentOf("font/ttf", forever, data))
}
