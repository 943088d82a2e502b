package proofread

import (
	"regexp"
	"sync"

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
	compiled := sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) }) // commands that check nothing start without
	return func(t *text) []hit {
		var hits []hit
		for _, p := range t.of(kinds...) {
			hits = append(hits, p.matches(compiled(), 0, len(p.text), reason)...)
		}
		return hits
	}
}

// matches lists an expression's hits in a stretch of the text: see pattern.
func (p *passage) matches(expression *regexp.Regexp, from, to int, reason func(p *passage, match []string) string) []hit {
	var hits []hit
	text := p.text[from:to]
	for _, at := range expression.FindAllStringSubmatchIndex(text, -1) {
		groups := make([]string, len(at)/2)
		for i := range groups {
			if at[2*i] >= 0 {
				groups[i] = text[at[2*i]:at[2*i+1]]
			}
		}
		start, end := at[0], at[1]
		if len(at) > 2 && at[2] >= 0 {
			start, end = at[2], at[3]
		}
		if text := reason(p, groups); text != "" {
			hits = append(hits, hit{passage: p, start: from + start, end: from + end, reason: text})
		}
	}
	return hits
}
