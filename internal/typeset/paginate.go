package typeset

import "banwen/internal/style"

// paginate fills pages with the boxes and numbers them. There is at least one page.
func (s *setter) paginate(l *Layout) {
	for start := 0; start < len(s.boxes) || len(l.Pages) == 0; {
		end := pageEnd(s.boxes, start, s.area.TextHeight)
		if last := end - 1; last > start && s.boxes[last].foot && hasTurned(s.boxes[start:last]) {
			end = last // the pages on their side come before the last page
		}
		if boxes := s.boxes[start:end]; !isEmpty(boxes) {
			s.addPage(l, boxes)
		}
		for i := start; i < end; i++ {
			s.addTurned(l, s.boxes[i].turned)
		}
		start = end
	}
	l.resolveLinks()
}

// addPage adds a page of boxes.
func (s *setter) addPage(l *Layout, boxes []box) {
	page := Page{Number: len(l.Pages) + 1}
	page.Items = append(s.place(l, &page, boxes, s.area), s.pageNumber(page.Number)...)
	l.Pages = append(l.Pages, page)
}

// addTurned adds pages of boxes on their side. Their numbers stand where
// those of the other pages do (GB/T 9704-2012, 8).
func (s *setter) addTurned(l *Layout, boxes []box) {
	area := turnedArea(s.area)
	for start := 0; start < len(boxes); {
		end := pageEnd(boxes, start, area.TextHeight)
		page := Page{Number: len(l.Pages) + 1}
		page.Turned = s.place(l, &page, boxes[start:end], area)
		page.Items = s.pageNumber(page.Number)
		l.Pages = append(l.Pages, page)
		start = end
	}
}

func hasTurned(boxes []box) bool {
	for i := range boxes {
		if len(boxes[i].turned) > 0 {
			return true
		}
	}
	return false
}

// isEmpty tells whether boxes hold nothing but pages on their side.
func isEmpty(boxes []box) bool {
	for i := range boxes {
		if boxes[i].height > 0 || len(boxes[i].items) > 0 || len(boxes[i].turned) == 0 {
			return false
		}
	}
	return len(boxes) > 0
}

// pageEnd gives the end of the page that begins with the box at start: as
// many boxes as fit, then back to where no box must be kept with the next.
// Boxes that belong together but are higher than a page are split, after the
// last that is kept weakly where there is one.
func pageEnd(boxes []box, start int, room style.Length) int {
	if start < len(boxes) && boxes[start].repeat != nil {
		room -= boxes[start].repeat.height
	}
	allowed, weak := start, start
	for i := start; i < len(boxes); i++ {
		if boxes[i].fresh && i > start {
			return i
		}
		if boxes[i].height > room {
			switch {
			case allowed > start:
				return allowed
			case weak > start:
				return weak
			default:
				return max(i, start+1)
			}
		}
		room -= boxes[i].height
		if !boxes[i].keep {
			allowed = i + 1
		}
		if boxes[i].weak {
			weak = i + 1
		}
	}
	return len(boxes)
}

// place gives the items of a page's boxes, from the top of the type area
// down, and notes the page's links and bookmarks.
func (s *setter) place(l *Layout, page *Page, boxes []box, area style.Page) []Item {
	var items []Item
	y := area.Top
	for i := range boxes {
		b := &boxes[i]
		if i == 0 && b.repeat != nil {
			for _, item := range b.repeat.items {
				again := copyOf(item)
				moveDown(again, y)
				items = append(items, again)
			}
			y += b.repeat.height
		}
		if b.chart != nil {
			b.items = s.draw(b.chart, b.height)
		}
		if b.foot {
			y = area.Top + area.TextHeight - b.height
		}
		at := y
		if area != s.area { // a place on a page on its side is the page's top
			at = 0
		}
		s.mark(l, page, b, at)
		items = append(items, movedDown(b.items, y)...)
		y += b.height
	}
	return items
}

// mark notes the bookmark and links of a box that is placed.
func (s *setter) mark(l *Layout, page *Page, b *box, y style.Length) {
	if b.bookmark != nil {
		b.bookmark.Place = Place{Page: page.Number, Y: y}
		l.Outline = append(l.Outline, *b.bookmark)
	}
	for _, link := range b.links {
		link.Y += y
		page.Links = append(page.Links, link)
	}
}

// resolveLinks gives each link the place of the bookmark that it leads to.
func (l *Layout) resolveLinks() {
	places := map[string]Place{}
	for _, b := range l.Outline {
		places[b.Node] = b.Place
	}
	for i := range l.Pages {
		links := l.Pages[i].Links
		for j := range links {
			links[j].To = places[links[j].Node]
		}
	}
}
