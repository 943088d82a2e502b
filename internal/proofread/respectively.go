package proofread

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/finding"
)

// respectivelyRules look at 分别, which gives each of several names its own figure.
var respectivelyRules = []rule{
	{finding.Rule{
		ID: "respectively-count", Title: "“分别”前后的个数", Severity: diag.Warning, Clause: "实务",
		Bad: []string{
			"立案、破案、查处分别{437起}、{303起}。", "立案和破案分别为{437起}、{303起}、{333人}。",
			"查处酒驾{12起}、超员{3起}，同比分别{同比 上升9％}、{同比 下降3％}、{同比 下降2％}。",
		},
		Good: []string{
			"立案、破案分别{437起}、{303起}。", "甲、乙和丙分别上升{9％}、{3％}和{1％}，其中丁{2起}。", "分别召开会议{3次}、座谈{2次}。",
			"查处酒驾{12起}、超员{3起}，同比分别{同比 上升9％}、{同比 下降3％}。", "立案、破案分别为{4起}（占{3％}）、{3起}。",
			"发展和改革局、财政局分别完成{3件}、{2件}。", "立案、破案分别{4起}、{3起}，同比{同比 上升9％}。",
		},
	}, respectively},
}

const respectivelyWord = "分别"

func respectively(t *text) []hit {
	var hits []hit
	for _, p := range t.of(doc.BodyPassage, doc.CellPassage) {
		for at := range occurrences(p.text, respectivelyWord) {
			figures, end := p.row(at + len(respectivelyWord))
			named := p.namesBefore(at)
			if figures < 2 || named.most < 2 || named.holds(figures) {
				continue
			}
			hits = append(hits, hit{passage: p, start: named.start, end: end,
				left: fmt.Sprintf("%d项", named.least), right: fmt.Sprintf("%d个数", figures),
				reason: fmt.Sprintf("“分别”前是%d项，后面是%d个数，逐项对齐", named.least, figures)})
		}
	}
	return hits
}

// occurrences gives the bytes where a word begins in a text.
func occurrences(text, word string) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for at := 0; ; at += len(word) {
			next := strings.Index(text[at:], word)
			if next < 0 || !yield(at+next) {
				return
			}
			at += next
		}
	}
}

// comparisons are what may stand alone between a comma and 分别.
var comparisons = []string{"同比", "环比", "与去年同期相比", "与去年同期相比较", "较去年同期", "较上年同期", "比去年同期", "比上年同期", "较去年", "较上年"}

// namesBefore reads the names that 分别 at a byte goes through: those right
// before it, or, where only 同比 is, the figures of the clause before.
func (p *passage) namesBefore(at int) enumeration {
	e := enumerationBefore(p.text, at)
	if slices.Contains(comparisons, p.text[e.start:e.end]) && strings.HasSuffix(p.text[:e.start], "，") {
		e = enumerationBefore(p.text, e.start-len("，"))
		for _, item := range e.items {
			if p.figuresWithin(item, e) != 1 {
				return enumeration{}
			}
		}
		e.least, e.most = len(e.items), len(e.items)
		if len(e.items) == 1 {
			return enumeration{}
		}
		return e
	}
	if len(e.items) == 1 && e.most > 1 {
		e.least = 2 // 分别 needs two: 立案和破案
	}
	return e
}

// figuresWithin counts the printed figures of an item of a row.
func (p *passage) figuresWithin(item string, e enumeration) int {
	start := e.start + strings.Index(p.text[e.start:e.end], item)
	n := 0
	for _, x := range p.parts {
		if x.isFigure() && x.start >= start && x.end <= start+len(item) {
			n++
		}
	}
	return n
}

// row counts the figures of a row that begins behind a byte: figures with a
// few words before each, separated by 、 and 和 or by commas. It gives 0 where
// the row is not plainly one.
func (p *passage) row(at int) (figures, end int) {
	separator := rune(0)
	for {
		next, ok := p.figureAfter(at)
		if !ok {
			return 0, 0
		}
		figures++
		end = next
		mark, size := utf8.DecodeRuneInString(p.text[end:])
		switch {
		case size == 0 || strings.ContainsRune("。；！？）", mark),
			mark == '，' && (separator == '、' || !p.goesOn(end+size)):
			return figures, end
		case !strings.ContainsRune("、，和及与", mark):
			return 0, 0
		case separator == 0 || separator == '和':
			separator = mark
		}
		at = end + size
	}
}

// goesOn tells whether a row goes on behind a comma: with a figure, and no
// word that begins something else.
func (p *passage) goesOn(at int) bool {
	for _, word := range append([]string{"其中", "占", "比", "环比"}, comparisons...) {
		if strings.HasPrefix(p.text[at:], word) {
			return false
		}
	}
	_, ok := p.figureAfter(at)
	return ok
}

// longestLeadIn is how many characters may stand before a figure in a row,
// and longestUnit behind it.
const (
	longestLeadIn = 6
	longestUnit   = 2
)

// figureAfter finds the printed figure that follows a byte within a few words,
// and where it, with its unit, ends.
func (p *passage) figureAfter(at int) (end int, ok bool) {
	for _, x := range p.parts {
		if !x.isFigure() || x.start < at {
			continue
		}
		lead := p.text[at:x.start]
		if utf8.RuneCountInString(lead) > longestLeadIn || strings.ContainsAny(lead, clauseMarks+"、（“") {
			return 0, false
		}
		unit := strings.IndexAny(p.text[x.end:], clauseMarks+"、和及与（）")
		if unit < 0 {
			unit = len(p.text) - x.end
		}
		if utf8.RuneCountInString(p.text[x.end:x.end+unit]) > longestUnit {
			unit = 0
		}
		return x.end + unit, true
	}
	return 0, false
}
