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

// outline lists the headings of levels 1 and 2, the second below the first.
func outline(blocks []doc.Block) []*entry {
	var top []*entry
	for _, b := range blocks {
		h, ok := b.(*doc.Heading)
		if !ok || h.Level > 2 {
			continue
		}
		e := &entry{ID: anchor(h), Text: h.Number + strings.TrimSuffix(doc.Text(h.Runs), "。")}
		if h.Level == 2 && len(top) > 0 {
			last := top[len(top)-1]
			last.Parts = append(last.Parts, e)
			continue
		}
		top = append(top, e)
	}
	return top
}
