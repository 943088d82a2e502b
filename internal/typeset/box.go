package typeset

import (
	"banwen/internal/doc"
	"banwen/internal/style"
)

// box is what stands on one stretch of a page's height and is not split.
type box struct {
	height style.Length
	items  []Item // y counted from the box's top until it is placed
	keep   bool   // on one page with the box after it

	chart    *doc.Chart // drawn when the box is placed; nil for all others
	repeat   *box       // stands above this box when the box begins a page: a table's header
	bookmark *Bookmark  // of the heading that begins here; Page and Y are set when it is placed
}

// add appends a box to the document.
func (s *setter) add(b box) { s.boxes = append(s.boxes, b) }

// keepLast keeps the last box so far with what comes next.
func (s *setter) keepLast() {
	if n := len(s.boxes); n > 0 {
		s.boxes[n-1].keep = true
	}
}
