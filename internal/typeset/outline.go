package typeset

import (
	"strings"

	"banwen/internal/doc"
)

// bookmarkOf is a heading's entry in the outline: its number and words,
// without what follows on the line and without the full stop.
func (s *setter) bookmarkOf(h *doc.Heading) *Bookmark {
	return &Bookmark{Text: strings.TrimSuffix(h.Number+doc.Text(h.Runs), "。"), Level: s.level + h.Level, Node: h.ID}
}
