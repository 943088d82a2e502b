package merge

import (
	"regexp"
	"slices"
	"strings"

	"banwen/internal/diag"
	"banwen/internal/doc"
)

// Typed is a number that the editor typed where no figure was: it stands in
// the prose as it was typed, with no source, and so is told.
type Typed struct {
	Text    string   `json:"text" about:"改稿里手写的数字"`
	Section string   `json:"section" about:"在哪一节"`
	Node    string   `json:"node" about:"段的编号；新增的写它前面或后面那一段的"`
	Pos     diag.Pos `json:"pos" about:"这一段在数据里的位置"`
	Meant   []Meant  `json:"meant" about:"值相同的指标，可能指的就是它"`
}

// Meant is an indicator that a typed number may be.
type Meant struct {
	Name string   `json:"name" about:"指标（工作.指标）"`
	Pos  diag.Pos `json:"pos" about:"指标在数据里的位置"`
}

// stretch is some bytes of a text.
type stretch struct{ from, to int }

// written is a number that was typed, and where in the data what stands there was.
type written struct {
	number string
	place  *doc.Place // nil: nobody knows
}

// freshStretch is what the editor typed, and the place beside it.
type freshStretch struct {
	stretch
	place *doc.Place
}

// holds tells whether a stretch has all of another.
func (s stretch) holds(o stretch) bool { return s.from <= o.from && o.to <= s.to }

// meets tells whether a stretch has a part of another; an empty one, where
// something was taken out, has what it stands within.
func (s stretch) meets(o stretch) bool { return s.from < o.to && o.from < s.to }

// The forms of numbers in prose. Hanzi count as a number where their number
// or their unit says that they do: 十分, 千方百计, 两个 are words.
var (
	digits = regexp.MustCompile(`\p{Nd}+(?:[.．,]\p{Nd}+)*(?:万亿|亿|万|千)?[余多]?`)
	hanzi  = regexp.MustCompile(`百分之[〇零一二两三四五六七八九十百千万点]+|[〇零一二两三四五六七八九十百千万亿]{2,}[余多]?|[二两三四五六七八九十][余多]?(?:人|名|起|户|辆)`)
)

// numbersOf finds the numbers of a text, with their units; those that stand
// within one figure are the data's.
func numbersOf(text string, figures []stretch) []stretch {
	var all []stretch
	for _, at := range digits.FindAllStringIndex(text, -1) {
		all = append(all, stretch{at[0], at[1] + anyUnitAt(text[at[1]:])})
	}
	for _, at := range hanzi.FindAllStringIndex(text, -1) {
		n := stretch{at[0], at[1]}
		unit := anyUnitAt(text[n.to:])
		counts := strings.HasPrefix(text[n.from:], "百分之") || endsInUnit(text[n.from:n.to]) || unit > 0
		if counts && !strings.HasSuffix(text[:n.from], "第") {
			n.to += unit
			all = append(all, n)
		}
	}
	return slices.DeleteFunc(all, func(n stretch) bool {
		return slices.ContainsFunc(figures, func(f stretch) bool { return f.holds(n) })
	})
}

// anyUnitAt is how much of what follows a number is a unit.
func anyUnitAt(text string) int {
	for _, u := range units {
		if strings.HasPrefix(text, u) {
			return len(u)
		}
	}
	return 0
}

func endsInUnit(text string) bool {
	return slices.ContainsFunc(units, func(u string) bool { return strings.HasSuffix(text, u) })
}

// typed lists the numbers of the prose that will be printed which the editor
// typed: those that stand among typed words, and those that were not there,
// made from others by what was taken out.
func (r *rewriting) typed() []written {
	before, figures := textOf(r.pieces)
	had := map[string]int{}
	for _, n := range numbersOf(before, figures) {
		had[before[n.from:n.to]]++
	}
	text := r.text.String()
	var all []written
	for _, n := range numbersOf(text, r.figures) {
		number := text[n.from:n.to]
		at := slices.IndexFunc(r.fresh, func(f freshStretch) bool { return n.meets(f.stretch) })
		switch {
		case at >= 0:
			all = append(all, written{number, r.fresh[at].place})
		case had[number] > 0:
			had[number]--
		default:
			all = append(all, written{number: number})
		}
	}
	return all
}

// textOf is what pieces print, and where in it figures stand.
func textOf(pieces []piece) (text string, figures []stretch) {
	var b strings.Builder
	for _, p := range pieces {
		from := b.Len()
		b.WriteString(p.text)
		if p.kind != typed {
			figures = append(figures, stretch{from, b.Len()})
		}
	}
	return b.String(), figures
}

// tell makes of typed numbers what is told of them.
func (p *planner) tell(numbers []written, about Unplaced) []Typed {
	var all []Typed
	for _, n := range numbers {
		t := Typed{Text: n.number, Section: about.Section, Node: about.Node, Pos: about.Pos, Meant: p.Meant(n.number)}
		if n.place != nil {
			t.Pos = diag.Pos{File: n.place.File, Line: n.place.Line, Col: n.place.Col}
		}
		all = append(all, t)
	}
	return all
}
