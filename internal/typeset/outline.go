package typeset

import (
	"strings"

	"banwen/internal/doc"
)

// bookmarkOf is a heading's entry in the outline: its number and words,
// without what follows on the line and without the full stop; nil for one
// that is gone.
func (s *setter) bookmarkOf(h *doc.Heading) *Bookmark {
	if h.Change() == doc.Deleted {
		return nil
	}
	return &Bookmark{Text: strings.TrimSuffix(h.Number+doc.Kept(h.Runs), "。"), Level: s.level + h.Level, Node: h.ID}
}
