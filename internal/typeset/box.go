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
	weak   bool   // where the boxes kept together are higher than a page, this one is let go first

	chart    *doc.Chart // drawn when the box is placed; nil for all others
	repeat   *box       // stands above this box when the box begins a page: a table's header
	bookmark *Bookmark  // of the heading that begins here; its Place is set when it is placed
	links    []Link     // y counted from the box's top until it is placed
	fresh    bool       // begins a page
	foot     bool       // stands at the foot of its page
	turned   []box      // of pages on their side that follow the page on which this box stands
}

// add appends a box to the document.
func (s *setter) add(b box) {
	b.fresh = b.fresh || s.fresh
	s.fresh = false
	s.boxes = append(s.boxes, b)
}

// blank adds a blank line, on one page with what comes next.
func (s *setter) blank(height style.Length) { s.add(box{height: height, keep: true}) }

// keepLast keeps the last box so far with what comes next.
func (s *setter) keepLast() {
	if n := len(s.boxes); n > 0 {
		s.boxes[n-1].keep = true
	}
}

// keepLastWeakly does the same where the page allows it.
func (s *setter) keepLastWeakly() {
	s.keepLast()
	if n := len(s.boxes); n > 0 {
		s.boxes[n-1].weak = true
	}
}

// keepTail keeps the last two lines so far with what comes next, which may
// not stand on a page without text (GB/T 9704-2012, 7.3.5.4).
func (s *setter) keepTail() {
	for i := max(0, len(s.boxes)-2); i < len(s.boxes); i++ {
		s.boxes[i].keep = true
	}
}

// keepFrom keeps the boxes from first on together.
func (s *setter) keepFrom(first int) {
	for i := first; i < len(s.boxes)-1; i++ {
		s.boxes[i].keep = true
	}
}
