package serve

import (
	"embed"
	"io/fs"
	"net/http"
	"path"

	"banwen/internal/render/html"
)

// assets are the page, its style and its scripts.
//
//go:embed assets
var assets embed.FS

// assetTypes are the kinds of files that the page loads.
var assetTypes = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml",
}

// chartScript is the name of the bundle of ECharts, where it was built in.
const chartScript = "charts.js"

func (s *Server) page(w http.ResponseWriter, r *http.Request) { s.sendAsset(w, r, "index.html") }

func (s *Server) asset(w http.ResponseWriter, r *http.Request) { s.sendAsset(w, r, r.URL.Path) }

func (s *Server) sendAsset(w http.ResponseWriter, r *http.Request, name string) {
	kind, ok := assetTypes[path.Ext(name)]
	data, err := fs.ReadFile(assets, path.Join("assets", name))
	if name == chartScript {
		data, err = []byte(html.Bundle()), nil
	}
	if !ok || err != nil {
		fail(w, http.StatusNotFound, "没有这个文件")
		return
	}
	s.packs.send(w, r, contentOf(kind, asked, data))
}
