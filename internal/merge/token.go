package merge

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// token is a character, or the whole of a printed figure, so that a figure is
// either there or not.
type token struct {
	text     string
	piece    int // of the document
	from, to int // in the piece
}

// tokenizer cuts texts into tokens.
type tokenizer struct {
	figures []string // as printed, longer ones first
}

func newTokenizer(pieces []piece) *tokenizer {
	t := &tokenizer{}
	for _, p := range pieces {
		if p.kind == figure && runeCount(p.text) > 1 && !slices.Contains(t.figures, p.text) {
			t.figures = append(t.figures, p.text)
		}
	}
	slices.SortStableFunc(t.figures, func(a, b string) int { return len(b) - len(a) })
	return t
}

// cut gives the tokens of a text. 22起 is none in 122起.
func (t *tokenizer) cut(text string) []string {
	var all []string
	before := ""
	for i := 0; i < len(text); {
		size := t.figureAt(text, i, before)
		if size == 0 {
			_, size = utf8.DecodeRuneInString(text[i:])
		}
		before = text[i : i+size]
		all = append(all, before)
		i += size
	}
	return all
}

func (t *tokenizer) figureAt(text string, at int, before string) int {
	for _, f := range t.figures {
		if strings.HasPrefix(text[at:], f) && !digitsMeet(before, f) && !digitsMeet(f, text[at+len(f):]) {
			return len(f)
		}
	}
	return 0
}

// digitsMeet tells whether two texts one after the other would be one number.
func digitsMeet(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	isPart := func(c byte) bool { return c >= '0' && c <= '9' || c == '.' }
	return isPart(a[len(a)-1]) && isPart(b[0])
}

// tokens cuts pieces into tokens.
func (t *tokenizer) tokens(pieces []piece) []token {
	var all []token
	for i, p := range pieces {
		if p.kind == figure {
			all = append(all, token{text: p.text, piece: i, to: len(p.text)})
			continue
		}
		at := 0
		for _, text := range t.cut(p.text) {
			all = append(all, token{text: text, piece: i, from: at, to: at + len(text)})
			at += len(text)
		}
	}
	return all
}

// hasDigit tells whether a text has a digit.
func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

func runeCount(s string) int { return utf8.RuneCountInString(s) }
