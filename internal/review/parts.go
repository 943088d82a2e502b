package review

import (
	"slices"

	"banwen/internal/align"
	"banwen/internal/doc"
)

// How much of a text, in thousandths, its parts must have, and how much more
// than one of them alone, for it to be taken as split into them.
const (
	likeParts = 800
	gain      = 50
)

// joinParts finds the paragraphs that were split in two or more, or joined:
// beside a pair stands one that only one version has, and with it the pair is
// more alike.
func joinParts(pairs []pair) []pair {
	taken := make([]bool, len(pairs))
	for i := range pairs {
		for takePart(pairs, taken, i) {
		}
	}
	var left []pair
	for i, p := range pairs {
		if !taken[i] {
			left = append(left, p)
		}
	}
	return left
}

// takePart gives pair i the part beside it that makes both sides most alike.
func takePart(pairs []pair, taken []bool, i int) bool {
	if pairs[i].a == nil || pairs[i].b == nil {
		return false
	}
	most := max(likeParts, pairs[i].likeness()+gain)
	best, found := pairs[i], -1
	for _, step := range []int{1, -1} {
		for _, ofA := range []bool{true, false} {
			at := beside(pairs, taken, i, step, ofA)
			if at < 0 {
				continue
			}
			if with, ok := pairs[i].with(pairs[at], step > 0); ok && with.likeness() >= most {
				best, most, found = with, with.likeness()+1, at
			}
		}
	}
	if found < 0 || !best.staysWhole() {
		return false
	}
	pairs[i], taken[found] = best, true
	return true
}

// beside is the paragraph next to pair i that only one version has; -1 where
// that is something else, or has moved there.
func beside(pairs []pair, taken []bool, i, step int, ofA bool) int {
	for at := i + step; at >= 0 && at < len(pairs); at += step {
		p := pairs[at]
		if p.a != nil && p.b != nil {
			return -1
		}
		if !taken[at] && ofA == (p.a != nil) {
			if p.moved {
				return -1
			}
			return at
		}
	}
	return -1
}

// with is a pair with a paragraph more after it, or before it; that there is
// one on the side that has several alone.
func (p pair) with(part pair, after bool) (pair, bool) {
	first, more, other := &p.b, &p.bMore, p.aMore
	block := part.b
	if part.a != nil {
		first, more, other = &p.a, &p.aMore, p.bMore
		block = part.a
	}
	added, ok := block.(*doc.Paragraph)
	if !ok || len(other) > 0 {
		return p, false
	}
	if after {
		_, _, ok = bodyOf(*first)
		*more = append(slices.Clip(*more), added)
		return p, ok
	}
	was, isParagraph := (*first).(*doc.Paragraph)
	if !isParagraph || !bothParagraphs(p) {
		return p, false
	}
	*first, *more = added, append([]*doc.Paragraph{was}, *more...)
	return p, true
}

func bothParagraphs(p pair) bool {
	_, a := p.a.(*doc.Paragraph)
	_, b := p.b.(*doc.Paragraph)
	return a && b
}

// bodyOf is a paragraph's text, or what follows a run-in heading, which a
// paragraph may have been part of; heading is nil for a paragraph.
func bodyOf(b doc.Block) (heading *doc.Heading, body []doc.Run, ok bool) {
	switch b := b.(type) {
	case *doc.Paragraph:
		return nil, b.Runs, true
	case *doc.Heading:
		return b, b.Body, len(b.Body) > 0
	default:
		return nil, nil, false
	}
}

// likeness of both sides of a pair.
func (p pair) likeness() int {
	return align.GramsOf(sideText(p.a, p.aMore)).Likeness(align.GramsOf(sideText(p.b, p.bMore)))
}

func sideText(b doc.Block, more []*doc.Paragraph) string {
	text := blockText(b)
	for _, p := range more {
		text += p.Text()
	}
	return text
}

// isJoint tells whether a pair is one part that was split or joined.
func (p pair) isJoint() bool { return len(p.aMore)+len(p.bMore) > 0 }

// part is a paragraph of one that was split or joined, with how it ends.
type part struct {
	runs []doc.Run
	end  doc.Change
}

// parts are the paragraphs of both versions in a row, with what has changed;
// the last of them ends in both.
func (p pair) parts() []part {
	_, a, _ := bodyOf(p.a)
	_, b, _ := bodyOf(p.b)
	all := []part{{}}
	for _, piece := range pieces(withBreaks(a, p.aMore), withBreaks(b, p.bMore)) {
		for from := 0; from <= len(piece.tokens); {
			to := from
			for to < len(piece.tokens) && piece.tokens[to].run != &breakRun {
				to++
			}
			last := &all[len(all)-1]
			last.runs = append(last.runs, partOf(piece, from, to).runs()...)
			if to < len(piece.tokens) {
				last.end = piece.change
				all = append(all, part{})
			}
			from = to + 1
		}
	}
	return all
}

func partOf(p piece, from, to int) piece { return piece{p.tokens[from:to], p.change} }

// staysWhole tells whether the last part has text of both versions, so that
// its end is not taken for new, or gone.
func (p pair) staysWhole() bool {
	all := p.parts()
	last := all[len(all)-1]
	return len(last.runs) > 0 && doc.WholeChange(last.runs) == ""
}

// breakRun is what the token of a paragraph's end is from.
var breakRun = doc.Run{Text: "\n"}

// withBreaks are the tokens of paragraphs, with one for the end of each but
// the last.
func withBreaks(first []doc.Run, more []*doc.Paragraph) []token {
	all := tokens(first)
	for _, p := range more {
		all = append(all, token{breakRun.Text, &breakRun, punctuation})
		all = append(all, tokens(p.Runs)...)
	}
	return all
}

// joint marks a part that was split or joined: a block for each paragraph of
// either version.
func (m *marking) joint(p pair) []doc.Block {
	m.changed = true
	all := p.parts()
	var blocks []doc.Block
	if now, _, _ := bodyOf(p.b); now != nil {
		was, _, _ := bodyOf(p.a)
		h := m.heading(&doc.Heading{Number: was.Number, Runs: was.Runs}, &doc.Heading{ID: now.ID, Level: now.Level, Number: now.Number, Runs: now.Runs}).(*doc.Heading)
		h.Body, h.Break = all[0].runs, all[0].end
		blocks = append(blocks, h)
	} else {
		blocks = append(blocks, &doc.Paragraph{ID: p.b.NodeID(), Runs: all[0].runs, Break: all[0].end})
	}
	for i, rest := range all[1:] {
		id := ""
		if i < len(p.bMore) {
			id = p.bMore[i].ID
		} else {
			id = wasPrefix + p.aMore[i].ID
		}
		blocks = append(blocks, &doc.Paragraph{ID: id, Runs: rest.runs, Break: rest.end})
	}
	return blocks
}

// jointChange describes a part that was split or joined.
func (p pair) jointChange() *TextChange {
	kind := Split
	if len(p.aMore) > 0 {
		kind = Merged
	}
	c := describe(p.b, kind)
	var runs []doc.Run
	m := &marking{}
	for _, b := range m.joint(p) {
		switch b := b.(type) {
		case *doc.Heading:
			runs = append(runs, slices.Concat(b.Words(), doc.WithBreak(b.Body, b.Break))...)
		case *doc.Paragraph:
			runs = append(runs, doc.WithBreak(b.Runs, b.Break)...)
		}
	}
	c.Pieces = piecesOf(runs)
	return c
}
