package typeset

import (
	"slices"

	"banwen/internal/chart"
	"banwen/internal/doc"
	"banwen/internal/font"
	"banwen/internal/style"
)

// What may be done so that a chart does not leave the foot of a page white.
const (
	shrinkLines = 2 // lines of the grid a chart may give up,
	fewestLines = 5 // but not to fewer than these
	whiteLines  = 2 // lines of a page's foot that may stay white
	mostPassed  = 2 // blocks of text that may run ahead of a chart
)

// Arrange gives each chart of a document its place and height, as a
// typesetter does who moves a chart on rather than leave half a page white:
// a chart that does not fit on the page where its text ends is made a little
// lower, or comes after the next block or two of text. Charts keep their
// order, and none leaves its section (level 1). The document is not changed;
// what is given back differs in the order of its blocks and in the charts'
// Lines, so that every output shows the same.
func Arrange(d *doc.Document, p *style.Profile, fonts *font.Set) *doc.Document {
	a := arranger{setter: newSetter(p, fonts)}
	a.front(d)
	arranged := *d
	arranged.Blocks = a.arrange(d.Blocks)
	arranged.Attachments = slices.Clone(d.Attachments)
	for i := range arranged.Attachments {
		blocks := &arranged.Attachments[i].Blocks
		a.page = len(a.boxes)
		rest := a.openAttachment(&arranged.Attachments[i])
		opening := (*blocks)[:len(*blocks)-len(rest)]
		*blocks = slices.Concat(opening, a.arrange(rest))
	}
	return &arranged
}

// arrange arranges the blocks of the text, or of an attachment.
func (a *arranger) arrange(blocks []doc.Block) []doc.Block {
	a.blocks = nil
	for _, b := range blocks {
		if c, ok := b.(*doc.Chart); ok {
			a.waiting = append(a.waiting, waitingChart{chart: c})
			a.placeCharts()
			continue
		}
		if h, ok := b.(*doc.Heading); ok && h.Level == 1 {
			a.flush()
		}
		a.put(b)
		a.pass(b)
	}
	a.flush()
	return a.blocks
}

// arranger sets a document block by block and watches the page fill.
type arranger struct {
	*setter
	page    int         // the box that the page being filled begins with
	blocks  []doc.Block // in their new order, since arrange began
	waiting []waitingChart
}

// waitingChart is a chart that has not found its place.
type waitingChart struct {
	chart  *doc.Chart
	passed int // blocks of text that have run ahead of it
}

// put sets a block after those before it, and turns the pages that are full.
func (a *arranger) put(b doc.Block) {
	a.blocks = append(a.blocks, b)
	a.block(b)
	for {
		end := pageEnd(a.boxes, a.page, a.area.TextHeight)
		if end == len(a.boxes) {
			return
		}
		a.page = end
	}
}

// pass counts a block of text that ran ahead of the waiting charts, and looks
// for their places again; a heading on a line of its own stays with its text.
func (a *arranger) pass(b doc.Block) {
	if h, ok := b.(*doc.Heading); ok && len(h.Body) == 0 {
		return
	}
	for i := range a.waiting {
		a.waiting[i].passed++
	}
	a.placeCharts()
}

// placeCharts places the waiting charts, in their order, as long as they fit.
func (a *arranger) placeCharts() {
	for len(a.waiting) > 0 {
		next := a.waiting[0]
		lines, fits := a.fit(next.chart)
		if !fits && next.passed < mostPassed && a.room()/a.profile.Grid.Pitch > whiteLines {
			return
		}
		a.waiting = a.waiting[1:]
		a.putChart(next.chart, lines)
	}
}

// flush places all waiting charts, white foot or not.
func (a *arranger) flush() {
	for _, w := range a.waiting {
		lines, _ := a.fit(w.chart)
		a.putChart(w.chart, lines)
	}
	a.waiting = nil
}

func (a *arranger) putChart(c *doc.Chart, lines int) {
	placed := *c
	placed.Lines = lines
	a.put(&placed)
}

// fit gives the height, in lines of the grid, at which a chart with its
// caption and note fits on the page being filled. Where it does not fit, that
// is its usual height.
func (a *arranger) fit(c *doc.Chart) (lines int, fits bool) {
	pitch := a.profile.Grid.Pitch
	usual := int(chart.Height(c, pitch) / pitch)
	first, fresh := len(a.boxes), a.fresh
	a.chart(c)
	needed := a.heightFrom(first)
	a.boxes, a.fresh = a.boxes[:first], fresh
	for less := 0; less <= max(0, min(shrinkLines, usual-fewestLines)); less++ {
		if needed-style.Length(less)*pitch <= a.room() {
			return usual - less, true
		}
	}
	return usual, false
}

// room is what is left of the page being filled.
func (a *arranger) room() style.Length {
	return a.area.TextHeight - a.heightFrom(a.page)
}

// heightFrom is the height of the boxes from first on.
func (a *arranger) heightFrom(first int) style.Length {
	total := style.Length(0)
	for _, b := range a.boxes[first:] {
		total += b.height
	}
	return total
}
