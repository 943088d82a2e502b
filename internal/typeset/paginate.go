package typeset

// paginate fills pages with the boxes and numbers them. There is at least one page.
func (s *setter) paginate(l *Layout) {
	for start := 0; start < len(s.boxes) || len(l.Pages) == 0; {
		end := s.pageEnd(start)
		page := Page{Number: len(l.Pages) + 1}
		s.place(l, &page, s.boxes[start:end])
		page.Items = append(page.Items, s.pageNumber(page.Number)...)
		l.Pages = append(l.Pages, page)
		start = end
	}
}

// pageEnd gives the end of the page that begins with the box at start: as
// many boxes as fit, then back to where no box must be kept with the next.
// Boxes that belong together but are higher than a page are split.
func (s *setter) pageEnd(start int) int {
	room := s.profile.Page.TextHeight
	if start < len(s.boxes) && s.boxes[start].repeat != nil {
		room -= s.boxes[start].repeat.height
	}
	allowed := start
	for i := start; i < len(s.boxes); i++ {
		if s.boxes[i].height > room {
			if allowed > start {
				return allowed
			}
			return max(i, start+1)
		}
		room -= s.boxes[i].height
		if !s.boxes[i].keep {
			allowed = i + 1
		}
	}
	return len(s.boxes)
}

// place puts boxes on a page, from the top of the type area down.
func (s *setter) place(l *Layout, page *Page, boxes []box) {
	y := s.profile.Page.Top
	for i := range boxes {
		b := &boxes[i]
		if i == 0 && b.repeat != nil {
			for _, item := range b.repeat.items {
				again := copyOf(item)
				moveDown(again, y)
				page.Items = append(page.Items, again)
			}
			y += b.repeat.height
		}
		if b.chart != nil {
			b.items = s.draw(b.chart, b.height)
		}
		if b.bookmark != nil {
			b.bookmark.Page, b.bookmark.Y = page.Number, y
			l.Outline = append(l.Outline, *b.bookmark)
		}
		for _, item := range b.items {
			moveDown(item, y)
		}
		page.Items = append(page.Items, b.items...)
		y += b.height
	}
}
