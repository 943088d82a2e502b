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

func (s *Server) page(w http.ResponseWriter, _ *http.Request) { sendAsset(w, "index.html") }

func (s *Server) asset(w http.ResponseWriter, r *http.Request) { sendAsset(w, r.URL.Path) }

func sendAsset(w http.ResponseWriter, name string) {
	kind, ok := assetTypes[path.Ext(name)]
	data, err := fs.ReadFile(assets, path.Join("assets", name))
	if name == chartScript {
		data, err = []byte(html.Bundle()), nil
	}
	if !ok || err != nil {
		fail(w, http.StatusNotFound, "没有这个文件")
		return
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Cache-Control", "no-cache")
	_, _ = w.Write(data)
}
