package source

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"banwen/internal/diag"
)

// Text is a text that someone typed, and the place of each of its characters.
// The zero Text is one that was not given.
type Text struct {
	Value string
	pos   diag.Pos
	spans []span // in the order of offset; none where every character follows the one before on the same line
}

// span is where the characters from a byte offset of a text stand, one a
// column, until the next span begins.
type span struct{ offset, line, col int }

// Given tells whether the text stands in the data at all, even if empty.
func (t Text) Given() bool { return t.pos.File != "" }

// Pos is where the text begins.
func (t Text) Pos() diag.Pos { return t.At(0) }

// At is the place of the character at a byte offset of Value: exact in plain
// and literal (|) scalars, within its line in folded and quoted ones.
func (t Text) At(offset int) diag.Pos {
	at, start := t.pos, 0
	if at.Line == 0 {
		return at
	}
	offset = min(max(offset, 0), len(t.Value))
	if i := sort.Search(len(t.spans), func(i int) bool { return t.spans[i].offset > offset }); i > 0 {
		s := t.spans[i-1]
		at.Line, at.Col, start = s.line, s.col, s.offset
	}
	at.Col += utf8.RuneCountInString(t.Value[start:offset])
	return at
}

// Places is At for many offsets: quick where they come in order, however long
// the line.
func (t Text) Places() func(offset int) diag.Pos {
	last, lastOffset := diag.Pos{}, -1
	return func(offset int) diag.Pos {
		offset = min(max(offset, 0), len(t.Value))
		next := sort.Search(len(t.spans), func(i int) bool { return t.spans[i].offset > lastOffset })
		if lastOffset >= 0 && offset >= lastOffset && last.Line > 0 && (next == len(t.spans) || t.spans[next].offset > offset) {
			last.Col += utf8.RuneCountInString(t.Value[lastOffset:offset])
		} else {
			last = t.At(offset)
		}
		lastOffset = offset
		return last
	}
}

// NewText makes a text that begins at pos, for tests and built-in texts. Its
// further lines begin in column 1.
func NewText(value string, pos diag.Pos) Text {
	t := Text{Value: value, pos: pos}
	for i, line := 0, pos.Line; ; {
		n := strings.IndexByte(value[i:], '\n')
		if n < 0 {
			return t
		}
		i, line = i+n+1, line+1
		t.spans = append(t.spans, span{offset: i, line: line, col: 1})
	}
}

// trimmed is the text without the blanks around it.
func (t Text) trimmed() Text {
	rest := strings.TrimLeftFunc(t.Value, unicode.IsSpace)
	cut := len(t.Value) - len(rest)
	trimmed := Text{Value: strings.TrimRightFunc(rest, unicode.IsSpace), pos: t.At(cut)}
	for _, s := range t.spans {
		if s.offset > cut && s.offset-cut < len(trimmed.Value) {
			trimmed.spans = append(trimmed.spans, span{offset: s.offset - cut, line: s.line, col: s.col})
		}
	}
	return trimmed
}
