package review

import (
	"slices"
	"strings"

	"banwen/internal/align"
	"banwen/internal/doc"
)

// pair is a block of one version beside what it is in the other: one of them
// is nil where the other has no such block.
type pair struct {
	a, b doc.Block
	// A block that changed its place stands twice: where it was, with a
	// alone, and where it is now, with b alone; from is then what it was.
	moved bool
	from  doc.Block
	// What follows a or b, where both are one part that was split or joined.
	aMore, bMore []*doc.Paragraph
}

// How like each other, in thousandths, blocks must be to be taken for the
// same: those of one id, and any two.
const (
	likeItself  = 400
	likeAnother = 550
)

// pairBlocks lists the blocks of two versions in one order: that of b, with what
// only a has where it was.
func pairBlocks(a, b []doc.Block) []pair {
	was, stays := matches(a, b)
	moved := make([]bool, len(a))
	for i, from := range was {
		if from >= 0 {
			moved[from] = !stays[i]
		}
	}
	var pairs []pair
	next := 0 // block of a
	gone := func(upTo int) {
		for ; next < upTo; next++ {
			pairs = append(pairs, pair{a: a[next], moved: moved[next]})
		}
	}
	for i, block := range b {
		switch {
		case was[i] < 0:
			pairs = append(pairs, pair{b: block})
		case stays[i]:
			gone(was[i])
			pairs = append(pairs, pair{a: a[was[i]], b: block})
			next++
		default:
			pairs = append(pairs, pair{b: block, moved: true, from: a[was[i]]})
		}
	}
	gone(len(a))
	return joinParts(pairs)
}

// matches gives for each block of b the block of a that it was, or -1, and
// whether it stays while others move around it. What b and a give is what a
// and b give, the other way round.
func matches(a, b []doc.Block) (was []int, stays []bool) {
	if slices.CompareFunc(a, b, compareBlocks) > 0 {
		became, stay := matches(b, a)
		was, stays = slices.Repeat([]int{-1}, len(b)), make([]bool, len(b))
		for i, j := range became {
			if j >= 0 {
				was[j], stays[j] = i, stay[i]
			}
		}
		return was, stays
	}
	m := newMatcher(a, b)
	m.byIDAndText()
	m.byText()
	m.byID()
	m.byLikeness()
	return m.was, align.Increasing(m.was)
}

func compareBlocks(a, b doc.Block) int { return strings.Compare(blockText(a), blockText(b)) }

// matcher matches the blocks of two versions.
type matcher struct {
	a, b   []side
	was    []int // by block of b
	became []int // by block of a
	byAID  map[string]int
}

// side is a block as the matcher sees it.
type side struct {
	block   doc.Block
	kind    string
	text    string
	bigrams align.Grams // nil until they are asked for
}

func (s *side) grams() align.Grams {
	if s.bigrams == nil {
		s.bigrams = align.GramsOf(s.text)
	}
	return s.bigrams
}

func newMatcher(a, b []doc.Block) *matcher {
	m := &matcher{
		a: sides(a), b: sides(b), byAID: make(map[string]int, len(a)),
		was: slices.Repeat([]int{-1}, len(b)), became: slices.Repeat([]int{-1}, len(a)),
	}
	for i, block := range a {
		m.byAID[block.NodeID()] = i
	}
	return m
}

func sides(blocks []doc.Block) []side {
	all := make([]side, len(blocks))
	for i, b := range blocks {
		all[i] = side{block: b, kind: blockKind(b), text: blockText(b)}
	}
	return all
}

func (m *matcher) match(i, j int) { m.became[i], m.was[j] = j, i }

// sameID gives the block of a with the id of block j of b, where both are
// free and of one kind.
func (m *matcher) sameID(j int) (int, bool) {
	i, found := m.byAID[m.b[j].block.NodeID()]
	return i, found && m.was[j] < 0 && m.became[i] < 0 && m.a[i].kind == m.b[j].kind
}

func (m *matcher) byIDAndText() {
	for j := range m.b {
		if i, free := m.sameID(j); free && m.a[i].text == m.b[j].text {
			m.match(i, j)
		}
	}
}

// byText matches blocks that say the same, in their order.
func (m *matcher) byText() {
	type key struct{ kind, text string }
	free := map[key][]int{}
	for i, s := range m.a {
		if m.became[i] < 0 {
			free[key{s.kind, s.text}] = append(free[key{s.kind, s.text}], i)
		}
	}
	for j, s := range m.b {
		k := key{s.kind, s.text}
		if same := free[k]; m.was[j] < 0 && len(same) > 0 {
			m.match(same[0], j)
			free[k] = same[1:]
		}
	}
}

// byID matches blocks of one id whose text is not another one altogether.
func (m *matcher) byID() {
	for j := range m.b {
		i, free := m.sameID(j)
		if free && (hasName(m.b[j].block) || m.a[i].grams().Likeness(m.b[j].grams()) >= likeItself) {
			m.match(i, j)
		}
	}
}

// byLikeness matches what is left with what is like it.
func (m *matcher) byLikeness() {
	var free []int
	for i := range m.a {
		if m.became[i] < 0 {
			free = append(free, i)
		}
	}
	x := align.NewIndex(free, func(i int) align.Grams { return m.a[i].grams() })
	for j := range m.b {
		if m.was[j] >= 0 {
			continue
		}
		best, most := -1, likeAnother-1
		for _, i := range x.Candidates(m.b[j].grams()) {
			if like := m.a[i].grams().Likeness(m.b[j].grams()); m.became[i] < 0 && m.a[i].kind == m.b[j].kind && like > most {
				best, most = i, like
			}
		}
		if best >= 0 {
			m.match(best, j)
		}
	}
}
