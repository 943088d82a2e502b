package docxread

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
)

// Passed is what a file has that is no text of its document, and was passed over.
type Passed struct {
	What  string // in Chinese: 文本框
	Count int
	Words []string // the beginnings of what it says
}

// String words it: 文本框 2 处：“加急”“特急”.
func (p Passed) String() string {
	s := fmt.Sprintf("%s %d 处", p.What, p.Count)
	for i, w := range p.Words {
		if i == 0 {
			s += "："
		}
		s += "“" + w + "”"
	}
	return s
}

// How much is kept of what was passed over.
const (
	mostWords    = 5   // texts of a kind
	mostBytes    = 300 // of a text while it is read
	longestWords = 30  // characters of a text
)

// passedOver counts what was passed over, by what it is.
type passedOver map[string]*Passed

// note notes one more of a kind, and the words in it.
func (p passedOver) note(what, words string) {
	of := p[what]
	if of == nil {
		of = &Passed{What: what}
		p[what] = of
	}
	of.Count++
	words = strings.Join(strings.FieldsFunc(words, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
	if runes := []rune(words); len(runes) > longestWords {
		words = string(runes[:longestWords]) + "…"
	}
	if words != "" && len(of.Words) < mostWords && !slices.Contains(of.Words, words) {
		of.Words = append(of.Words, words)
	}
}

// list lists all of it in the order of its names.
func (p passedOver) list() []Passed {
	var all []Passed
	for _, what := range slices.Sorted(maps.Keys(p)) {
		all = append(all, *p[what])
	}
	return all
}

// words is a text that is passed over, kept as far as it is wanted.
type words struct{ b strings.Builder }

func (w *words) add(text string) {
	if w.b.Len() < mostBytes {
		w.b.WriteString(text[:min(len(text), mostBytes)])
	}
}

// take gives the text and begins another.
func (w *words) take() string {
	defer w.b.Reset()
	return strings.ToValidUTF8(w.b.String(), "")
}
