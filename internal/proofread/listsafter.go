package proofread

import (
	"slices"
	"strings"
	"unicode/utf8"

	"banwen/internal/doc"
)

// longestNoun is how many characters may stand between a measure and the
// colon or bracket that its things follow: 三项重点工作：.
const longestNoun = 8

// after reads what follows a number and its measure: things after a colon or
// in brackets, items of a sequence, headings.
func (c count) after(t *text, sequences []sequence) (count, bool) {
	text := c.passage.text
	at, mark := afterNoun(text, c.end)
	switch mark {
	case '：':
		if at == len(text) {
			c.named = c.below(t, sequences)
			return c, c.named.least > 0
		}
		if c.named = sequenceFrom(sequences, c.passage, at); c.named.least > 0 {
			return c, true
		}
		return c.rowUntil(at, strings.IndexAny(text[at:], "。；！？"))
	case '（':
		return c.rowUntil(at, strings.Index(text[at:], "）"))
	}
	return c, false
}

// afterNoun skips the noun that a number counts, and the end of a quotation,
// and gives the mark behind it and where what follows begins.
func afterNoun(text string, at int) (int, rune) {
	skipped := 0
	for i, r := range text[at:] {
		switch {
		case r == '：' || r == '（':
			return at + i + utf8.RuneLen(r), r
		case r == '”':
			continue
		case strings.ContainsRune(clauseMarks+openers+closers+"、", r) || isNumeral(r) || skipped == longestNoun:
			return 0, 0
		}
		skipped++
	}
	return 0, 0
}

// sequenceFrom counts the items 一是…二是… that begin at a byte of a passage.
func sequenceFrom(sequences []sequence, p *passage, at int) enumeration {
	for _, s := range sequences {
		if first := s[0]; first.ordinal == 1 && first.passage == p && first.start == at {
			return enumeration{least: len(s), most: len(s)}
		}
	}
	return enumeration{}
}

// below counts what follows a passage that ends in a colon: the items of a
// sequence, or the headings of one level.
func (c count) below(t *text, sequences []sequence) enumeration {
	rest := t.passages[c.passage.index+1:]
	if len(rest) == 0 || c.passage.Kind != doc.BodyPassage {
		return enumeration{}
	}
	if rest[0].Kind != doc.HeadingPassage {
		return sequenceFrom(sequences, rest[0], 0)
	}
	if rest[0].Level != strings.Count(c.passage.Section, "＞")+2 {
		return enumeration{} // not of the section that the passage opens
	}
	named := 0
	for _, p := range rest {
		if p.Kind != doc.HeadingPassage || p.Level > rest[0].Level {
			continue
		}
		if p.Level < rest[0].Level {
			break
		}
		named++
	}
	return enumeration{least: named, most: named}
}

// unnamed begin a row that names only some of the things, or none.
var unnamed = []string{"其中", "含", "包括", "不", "除", "如", "例如", "详见", "见", "按", "以", "均", "每", "主要", "分别", "即将", "共"}

// rowUntil takes the row that ends so many bytes further on. 14个乡镇（街道、
// 农场） names other words for what is counted, so the row stands loosely. A row that holds
// other marks or figures tells more than names, and is left alone.
func (c count) rowUntil(at, length int) (count, bool) {
	text := c.passage.text
	if length <= 0 || strings.ContainsAny(text[at:at+length], "，；：。0123456789一二三四五六七八九十") ||
		slices.ContainsFunc(unnamed, func(word string) bool { return strings.HasPrefix(text[at:], word) }) {
		return c, false
	}
	c.named, c.far = newEnumeration(text, at, at+length), true
	c.open = strings.HasSuffix(c.named.last(), "等")
	c.end = at + length
	return c, len(c.named.items) >= 2
}
