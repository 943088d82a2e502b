package merge

import (
	"errors"
	"fmt"
	"strings"

	"banwen/internal/amend"
	"banwen/internal/doc"
)

// gap is a stretch that has changed: tokens from up to to of the document
// became tokens nowFrom up to nowTo.
type gap struct {
	r              *rewriting
	from, to       int
	nowFrom, nowTo int
}

// part is a stretch of what is to stand in a gap: words, or a figure.
type part struct {
	text string
	of   int // token of base that prints it; -1: words
}

// close works out what a gap becomes.
func (g *gap) close() error {
	if g.from == g.to && g.nowFrom == g.nowTo {
		return nil
	}
	var lost []int // figures that are not there any more
	words := false
	for i := g.from; i < g.to; i++ {
		switch p := g.r.of(i); {
		case p.kind == figure && !g.r.left[i]:
			lost = append(lost, i)
		case !g.r.source(i).known():
			return fmt.Errorf("“%s”是自动编的或来自模板，不在数据里", strings.TrimSpace(p.text))
		case p.kind == typed:
			words = true
		}
	}
	parts, err := g.parts(lost, words)
	if err != nil {
		return err
	}
	return g.put(parts)
}

// parts is what is to stand in the gap. Where a figure was, what stands there
// now is its value in the DOCX; the figure stays.
func (g *gap) parts(lost []int, words bool) ([]part, error) {
	parts := g.now()
	if len(lost) == 0 {
		return parts, nil
	}
	if len(lost) == 1 && !words && countNumbers(g.r.of(lost[0]).text) != 1 {
		return g.replaced(parts, lost[0]) // a period, 两年, 【待补】
	}
	numbered, count := g.numbers(parts, lost)
	switch {
	case count == len(lost):
		return numbered, nil
	case len(lost) == 1 && !words && count == 0:
		return g.replaced(parts, lost[0])
	case count == 0 && words:
		for _, i := range lost {
			g.r.lost = append(g.r.lost, touched{piece: *g.r.of(i), dropped: true})
		}
		return parts, nil
	default:
		return nil, errors.New("改动里的数字与原来的数字对不上：" + g.names(lost))
	}
}

// now is what stands in the gap in the edited text.
func (g *gap) now() []part {
	var parts []part
	for k := g.nowFrom; k < g.nowTo; k++ {
		if i, ok := g.r.moved[k]; ok {
			parts = append(parts, part{g.r.now[k], i})
			continue
		}
		if n := len(parts); n > 0 && parts[n-1].of < 0 {
			parts[n-1].text += g.r.now[k]
			continue
		}
		parts = append(parts, part{g.r.now[k], -1})
	}
	return parts
}

// numbers puts the lost figures where numbers stand in the words, in order.
// count is how many numbers there are; only where it is that of the figures
// does the result mean anything.
func (g *gap) numbers(parts []part, lost []int) (numbered []part, count int) {
	var found []touched
	for _, p := range parts {
		if p.of >= 0 {
			numbered = append(numbered, p)
			continue
		}
		rest := p.text
		for rest != "" {
			printed := ""
			if count < len(lost) {
				printed = g.r.of(lost[count]).text
			}
			start, end := numberIn(rest, printed)
			if start < 0 {
				break
			}
			if start > 0 {
				numbered = append(numbered, part{rest[:start], -1})
			}
			if count < len(lost) {
				i := lost[count]
				found = append(found, touched{piece: *g.r.of(i), inDOCX: rest[start:end]})
				numbered = append(numbered, part{g.r.of(i).text, i})
			}
			count++
			rest = rest[end:]
		}
		if rest != "" {
			numbered = append(numbered, part{rest, -1})
		}
	}
	if count == len(lost) {
		g.r.lost = append(g.r.lost, found...)
	}
	return numbered, count
}

// replaced is a figure that words stand for now, or nothing: it stays.
func (g *gap) replaced(parts []part, i int) ([]part, error) {
	said := ""
	for _, p := range parts {
		if p.of >= 0 {
			return nil, errors.New("改动里的数字与原来的数字对不上：" + g.names([]int{i}))
		}
		said += p.text
	}
	g.r.lost = append(g.r.lost, touched{piece: *g.r.of(i), inDOCX: said})
	return []part{{g.r.of(i).text, i}}, nil
}

func (g *gap) names(lost []int) string {
	var names []string
	for _, i := range lost {
		names = append(names, "“"+g.r.of(i).text+"”")
	}
	return strings.Join(names, "、")
}

// put makes the edits of the gap.
func (g *gap) put(parts []part) error {
	var code strings.Builder
	if len(parts) == 0 {
		g.r.fresh = append(g.r.fresh, freshStretch{g.r.print(""), g.place()})
	}
	for _, p := range parts {
		at := g.r.print(p.text)
		if p.of >= 0 {
			g.r.figures = append(g.r.figures, at)
			if !g.r.of(p.of).known() {
				return fmt.Errorf("“%s”是自动编的或来自模板，不在数据里", p.text)
			}
			code.WriteString(g.r.of(p.of).code())
			continue
		}
		if err := checkTyped(p.text); err != nil {
			return err
		}
		g.r.fresh = append(g.r.fresh, freshStretch{at, g.place()})
		code.WriteString(p.text)
	}
	ranges := g.ranges()
	if len(ranges) == 0 {
		at, ok := g.between()
		if !ok {
			return errors.New("这里前后都是自动编的或来自模板，加不进去")
		}
		ranges = []source{at}
	}
	for _, s := range ranges[1:] {
		if !s.sameText(ranges[0]) {
			return errors.New("改动跨了数据里的两处文字")
		}
	}
	if len(ranges) == 1 && ranges[0].value()[ranges[0].from:ranges[0].to] == code.String() {
		return nil
	}
	text := code.String()
	for _, s := range ranges {
		g.r.edits = append(g.r.edits, edit{s.file, amend.Edit{Scalar: s.scalar, From: s.from, To: s.to, Text: text}})
		text = "" // the rest goes
	}
	return nil
}

// place is where in the data the text is that the gap is in; nil where nobody knows.
func (g *gap) place() *doc.Place {
	for _, i := range []int{g.from - 1, g.from} {
		if i >= 0 && i < len(g.r.base) && g.r.of(i).place != nil {
			return g.r.of(i).place
		}
	}
	return nil
}

// ranges is where the tokens of the gap were typed, stretches that touch as
// one. Between others stands what prints nothing, and stays.
func (g *gap) ranges() []source {
	var all []source
	for i := g.from; i < g.to; i++ {
		s := g.r.source(i)
		if n := len(all); n > 0 && all[n-1].sameText(s) && all[n-1].to == s.from {
			all[n-1].to = s.to
			continue
		}
		if s.known() {
			all = append(all, s)
		}
	}
	return all
}

// between is the place of a gap in which nothing stood: behind words if it
// can be, else before them, else behind a figure.
func (g *gap) between() (source, bool) {
	before, after := source{}, source{}
	if g.from > 0 {
		before = g.r.source(g.from - 1)
		before.from = before.to
	}
	if g.to < len(g.r.base) {
		after = g.r.source(g.to)
		after.to = after.from
	}
	isTyped := func(i int) bool {
		return i >= 0 && i < len(g.r.base) && g.r.of(i).kind == typed && g.r.of(i).text != "\n"
	}
	switch {
	case before.known() && isTyped(g.from-1):
		return before, true
	case after.known() && isTyped(g.to):
		return after, true
	case before.known():
		return before, true
	}
	return after, after.known()
}
