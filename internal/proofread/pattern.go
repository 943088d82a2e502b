package proofread

import (
	"regexp"

	"banwen/internal/doc"
)

// everywhere are the kinds of passages that most rules look at.
var everywhere = []doc.PassageKind{
	doc.TitlePassage, doc.HeadingPassage, doc.BodyPassage, doc.CellPassage, doc.CaptionPassage, doc.NotePassage,
}

// pattern makes a rule's find of a regular expression: every match in the
// passages of the kinds is a hit, worded by reason, which gets the match and
// its groups; "" lets it pass. The hit is the first group where there is one.
func pattern(expression string, kinds []doc.PassageKind, reason func(p *passage, match []string) string) func(*text) []hit {
	compiled := regexp.MustCompile(expression)
	return func(t *text) []hit {
		var hits []hit
		for _, p := range t.of(kinds...) {
			for _, at := range compiled.FindAllStringSubmatchIndex(p.text, -1) {
				groups := make([]string, len(at)/2)
				for i := range groups {
					if at[2*i] >= 0 {
						groups[i] = p.text[at[2*i]:at[2*i+1]]
					}
				}
				start, end := at[0], at[1]
				if len(at) > 2 && at[2] >= 0 {
					start, end = at[2], at[3]
				}
				if text := reason(p, groups); text != "" {
					hits = append(hits, hit{passage: p, start: start, end: end, reason: text})
				}
			}
		}
		return hits
	}
}
