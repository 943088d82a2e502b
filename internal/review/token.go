package review

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"banwen/internal/doc"
)

// token is the least that a change shows: a printed figure with its unit, a
// number, a word of letters, one hanzi, one mark of punctuation.
type token struct {
	text string
	run  *doc.Run // that it is from
	kind tokenKind
}

type tokenKind byte

const (
	hanzi tokenKind = iota
	word            // letters
	number
	printed // a figure that the data gave
	punctuation
)

// numberJoints stand inside a number, between two of its digits.
const numberJoints = ".,:/：／—－–～．"

// scales, more and counters may follow a number and belong to it: 980.48万余元.
// The counters are those of one character that are never the beginning of
// another word right after digits.
const (
	scales   = "百千万亿"
	more     = "余多"
	counters = "％%‰起人名次个件元克吨亩家户岁条辆场部份处米年月日时天"
)

// tokens cuts runs into tokens.
func tokens(runs []doc.Run) []token {
	var all []token
	for i := range runs {
		r := &runs[i]
		if r.Origin != nil {
			all = append(all, token{r.Text, r, printed})
			continue
		}
		for text := r.Text; text != ""; {
			n, kind := nextToken(text)
			all = append(all, token{text[:n], r, kind})
			text = text[n:]
		}
	}
	return withUnits(all)
}

// nextToken is how many bytes the first token of a text has, and its kind.
func nextToken(text string) (int, tokenKind) {
	r, size := utf8.DecodeRuneInString(text)
	switch {
	case unicode.IsDigit(r):
		return numberLength(text), number
	case unicode.Is(unicode.Han, r):
		return size, hanzi
	case unicode.IsLetter(r):
		end := strings.IndexFunc(text, func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsDigit(r) || unicode.Is(unicode.Han, r)
		})
		if end < 0 {
			end = len(text)
		}
		return end, word
	default:
		return size, punctuation
	}
}

// numberLength is how many bytes the number at the front of a text has.
func numberLength(text string) int {
	end, joint := 0, 0
	for i, r := range text {
		switch {
		case unicode.IsDigit(r):
			end, joint = i+utf8.RuneLen(r), 0
		case joint == 0 && strings.ContainsRune(numberJoints, r):
			joint = 1
		default:
			return end
		}
	}
	return end
}

// withUnits joins numbers, also figures printed bare, with the unit that
// follows in the same or the next run, as long as both look the same.
func withUnits(all []token) []token {
	joined := all[:0]
	for i := 0; i < len(all); i++ {
		t := all[i]
		if endsInDigit(t.text) && (t.kind == number || t.kind == printed) {
			for _, set := range []string{scales, more, counters} {
				if i+1 < len(all) && joins(t, all[i+1], set) {
					i++
					t.text += all[i].text
				}
			}
		}
		joined = append(joined, t)
	}
	return joined
}

func endsInDigit(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return unicode.IsDigit(r)
}

// joins tells whether a token is one of set and of the run of a number: a
// token has one run, so that its look and its origin are known.
func joins(t, next token, set string) bool {
	return t.run == next.run && strings.Contains(set, next.text) && next.kind != number && next.kind != printed
}

// key is what makes two tokens the same: what is printed, and how.
func (t *token) key() string {
	key := t.text
	if t.run.Bold {
		key += "\x00bold"
	}
	if t.run.Missing {
		key += "\x00missing"
	}
	return key
}
