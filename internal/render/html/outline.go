package html

import (
	"strings"

	"banwen/internal/doc"
)

// entry is one entry of the outline, with those below it.
type entry struct {
	ID, Text string
	Parts    []*entry
}

// outline lists the headings of levels 1 and 2, the second below the first,
// and the attachments, each with its headings of level 1 below it.
func outline(d *doc.Document) []*entry {
	top := headings(d.Blocks, 2)
	for _, a := range d.Attachments {
		if a.Change != doc.Deleted {
			top = append(top, &entry{ID: attachmentAnchor(a), Text: a.Name(), Parts: headings(a.Blocks, 1)})
		}
	}
	return top
}

// headings lists the headings down to a level.
func headings(blocks []doc.Block, deepest int) []*entry {
	var top []*entry
	for _, b := range blocks {
		h, ok := b.(*doc.Heading)
		if !ok || h.Level > deepest || h.Change() == doc.Deleted {
			continue
		}
		e := &entry{ID: anchor(h), Text: h.Number + strings.TrimSuffix(doc.Kept(h.Runs), "。")}
		if h.Level == 2 && len(top) > 0 {
			last := top[len(top)-1]
			last.Parts = append(last.Parts, e)
			continue
		}
		top = append(top, e)
	}
	return top
}
