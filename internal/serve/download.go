package serve

import (
	"net/http"
	"net/url"

	"banwen/internal/diag"
	"banwen/internal/fileset"
	"banwen/internal/live"
	"banwen/internal/pipeline"
)

// contentTypes of the formats that can be taken away.
var contentTypes = map[pipeline.Format]string{
	pipeline.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	pipeline.PDF:  "application/pdf",
	pipeline.HTML: "text/html; charset=utf-8",
	pipeline.Text: "text/plain; charset=utf-8",
}

// download answers with the draft that is shown, as a file.
func (r *served) download(w http.ResponseWriter, req *http.Request) {
	shown := r.Current().Shown
	if shown == nil {
		fail(w, http.StatusConflict, nothingShown)
		return
	}
	sendFile(w, shown, pipeline.Format(req.URL.Query().Get("format")), shown.Document.Title.Text)
}

// sendFile answers with a document as a file.
func sendFile(w http.ResponseWriter, shown *live.Shown, format pipeline.Format, title string) {
	kind, ok := contentTypes[format]
	if !ok {
		fail(w, http.StatusBadRequest, "没有这种格式")
		return
	}
	data, diags := pipeline.Render(shown.Result, format, pipeline.Settings{Fonts: shown.Fonts})
	if diags.HasErrors() {
		fail(w, http.StatusConflict, firstError(diags))
		return
	}
	name := fileset.Title(title) + "." + string(format)
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Disposition", "attachment; filename*=UTF-8''"+url.PathEscape(name)) // RFC 6266
	_, _ = w.Write(data)
}

// nothingShown is said where no document could be made yet.
const nothingShown = "稿子还没有排出来：先改正错误"

// firstError words the first error of a list.
func firstError(diags diag.List) string {
	for _, d := range diags {
		if d.Severity == diag.Error {
			return d.String()
		}
	}
	return ""
}
