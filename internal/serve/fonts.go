package serve

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"banwen/internal/render/svg"
	"banwen/internal/style"
)

// fontFaces is a style sheet that names the fonts of the pages: of each role
// the whole font, and before it (CSS Fonts 4, 4.5: the later of two that have
// a character) the part that the document uses, so that a browser loads some
// hundred kilobytes, and the whole only for a character that comes later.
func (r *served) fontFaces(w http.ResponseWriter, req *http.Request) {
	var b strings.Builder
	if shown := r.Current().Shown; shown != nil {
		parts := shown.FontParts()
		for _, role := range shown.Fonts.Roles() {
			family, file := strconv.Quote(svg.Family(role)), "fonts/"+url.PathEscape(string(role))
			fmt.Fprintf(&b, "@font-face{font-family:%s;src:url(%s?%d) format(\"truetype\");font-display:block}\n", family, file, len(shown.Fonts.Data(role)))
			if part, ok := parts[role]; ok {
				fmt.Fprintf(&b, "@font-face{font-family:%s;src:url(%s/used?%s) format(\"truetype\");font-display:block;unicode-range:%s}\n",
					family, file, part.Hash, unicodeRange(part.Characters))
			}
		}
	}
	r.packs.send(w, req, contentOf("text/css; charset=utf-8", asked, []byte(b.String())))
}

// unicodeRange lists characters, which are in order, as CSS does.
func unicodeRange(chars []rune) string {
	var b strings.Builder
	for i := 0; i < len(chars); {
		end := i
		for end+1 < len(chars) && chars[end+1] == chars[end]+1 {
			end++
		}
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, "U+%X", chars[i])
		if end > i {
			fmt.Fprintf(&b, "-%X", chars[end])
		}
		i = end + 1
	}
	return b.String()
}

// font answers with a font's file, so that a browser sets the very glyphs that
// the layout was reckoned with.
func (r *served) font(w http.ResponseWriter, req *http.Request) {
	var data []byte
	if shown := r.Current().Shown; shown != nil {
		data = shown.Fonts.Data(style.Role(req.PathValue("role")))
	}
	r.sendFont(w, req, data)
}

// fontPart answers with the part of a font that the document uses.
func (r *served) fontPart(w http.ResponseWriter, req *http.Request) {
	var data []byte
	if shown := r.Current().Shown; shown != nil {
		data = shown.FontParts()[style.Role(req.PathValue("role"))].Data
	}
	r.sendFont(w, req, data)
}

func (r *served) sendFont(w http.ResponseWriter, req *http.Request, data []byte) {
	if data == nil {
		fail(w, http.StatusNotFound, "没有这种字体")
		return
	}
	r.packs.send(w, req, contentOf("font/ttf", forever, data))
}
