package proofread

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// each makes a rule's find of one that looks at a single passage.
func each(find func(p *passage) []hit) func(*text) []hit {
	return func(t *text) []hit {
		var hits []hit
		for _, p := range t.passages {
			hits = append(hits, find(p)...)
		}
		return hits
	}
}

// around makes a rule's find of a regular expression like pattern, but looks
// only at the sentences that may hold a match: a plain search costs a
// hundredth of an expression.
func around(may func(text string) bool, expression string, reason func(p *passage, match []string) string) func(*text) []hit {
	compiled := regexp.MustCompile(expression)
	return each(func(p *passage) []hit {
		if !may(p.text) {
			return nil
		}
		var hits []hit
		for from := 0; from < len(p.text); {
			to := from + sentenceLength(p.text[from:])
			if may(p.text[from:to]) {
				hits = append(hits, p.matches(compiled, from, to, reason)...)
			}
			from = to
		}
		return hits
	})
}

// holding tells of a text whether it holds one of some words.
func holding(words ...string) func(text string) bool {
	return func(text string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
	}
}

// between tells of a text whether it holds a mark with runes of a kind on
// both sides.
func between(kind func(r rune) bool, marks ...string) func(text string) bool {
	return func(text string) bool {
		for _, mark := range marks {
			for from := 0; ; {
				i := strings.Index(text[from:], mark)
				if i < 0 {
					break
				}
				at := from + i
				from = at + len(mark)
				if kind(runeBefore(text, at)) && kind(runeAt(text, from)) {
					return true
				}
			}
		}
		return false
	}
}

// sentenceLength is how far the first sentence of a text goes.
func sentenceLength(text string) int {
	if i := strings.IndexAny(text, "。；！？"); i >= 0 {
		return i + len("。")
	}
	return len(text)
}

// firstPrefix is the first of words that text begins with, or "".
func firstPrefix(text string, words []string) string {
	for _, w := range words {
		if strings.HasPrefix(text, w) {
			return w
		}
	}
	return ""
}

// edge is the rune beyond either end of a text.
const edge = -1

// runeBefore is the rune that ends where offset begins.
func runeBefore(text string, offset int) rune {
	if offset == 0 {
		return edge
	}
	r, _ := utf8.DecodeLastRuneInString(text[:offset])
	return r
}

// runeAt is the rune at offset.
func runeAt(text string, offset int) rune {
	if offset >= len(text) {
		return edge
	}
	r, _ := utf8.DecodeRuneInString(text[offset:])
	return r
}

func isHan(r rune) bool   { return r >= 0x2E80 && unicode.Is(unicode.Han, r) }
func isDigit(r rune) bool { return r >= '0' && r <= '9' }
func isLetter(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
}

// isMark tells whether r is a Chinese mark that parts sentences or their parts.
func isMark(r rune) bool { return r > 0 && strings.ContainsRune("，。、；：！？", r) }
