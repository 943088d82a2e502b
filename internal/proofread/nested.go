package proofread

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"banwen/internal/doc"
)

// nestings are words for what holds others, from the outermost on: so many
// 方面 have at least as many 类型, and these as many 问题.
var nestings = [][]string{{"方面", "领域"}, {"大类"}, {"类型", "种类", "类"}, {"问题", "隐患", "情形"}}

// nested is a count of what holds others, or is held.
type nested struct {
	start, end, value, depth int
}

// nestedCounts reports 3大方面14个类型9个问题.
func nestedCounts(t *text) []hit {
	var hits []hit
	for _, p := range t.of(doc.BodyPassage, doc.CellPassage) {
		var last nested
		for _, c := range cardinals(p.text) {
			n, ok := nestedAt(p.text, c)
			if !ok {
				continue
			}
			if last.end == n.start && last.depth < n.depth && last.value > n.value {
				hits = append(hits, hit{passage: p, start: last.start, end: n.end,
					left: p.text[last.start:last.end], right: p.text[n.start:n.end],
					reason: fmt.Sprintf("“%s”比“%s”还多，核对后改正其中一处", p.text[last.start:last.end], p.text[n.start:n.end])})
			}
			last = n
		}
	}
	return hits
}

// nestedAt reads 14个类型 from its number on.
func nestedAt(text string, c cardinal) (nested, bool) {
	end := c.end
	if r, size := utf8.DecodeRuneInString(text[end:]); strings.ContainsRune("个大项处", r) && !strings.HasPrefix(text[end:], "大类") {
		end += size
	}
	for depth, words := range nestings {
		if i := slices.IndexFunc(words, func(word string) bool { return strings.HasPrefix(text[end:], word) }); i >= 0 {
			return nested{c.start, end + len(words[i]), c.value, depth}, true
		}
	}
	return nested{}, false
}
