package review

import (
	"cmp"
	"slices"
)

// bigrams are the pairs of neighbouring characters of a text, each once, in
// order: what its likeness to others is measured by (Dice 1945).
func bigrams(text string) []uint64 {
	var all []uint64
	before := rune(0)
	for _, r := range text {
		all = append(all, uint64(before)<<32|uint64(r))
		before = r
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// likeness of two texts, from 0 to 1000.
func likeness(a, b []uint64) int {
	shared, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		switch cmp.Compare(a[i], b[j]) {
		case -1:
			i++
		case 1:
			j++
		default:
			shared, i, j = shared+1, i+1, j+1
		}
	}
	return ofBoth(shared, len(a), len(b))
}

// ofBoth is how much of two texts of n and m bigrams is shared.
func ofBoth(shared, n, m int) int {
	if n+m == 0 {
		return 0
	}
	return 2000 * shared / (n + m)
}

// commonplace is how many texts may have a bigram before it says nothing of
// who is like whom. It keeps the search for the likest linear.
const commonplace = 24

// index finds the texts that are like another.
type index struct {
	sizes   map[int]int
	holders map[uint64][]int
}

// newIndex is an index of the texts that some numbers stand for.
func newIndex(numbers []int, text func(int) []uint64) *index {
	x := &index{sizes: map[int]int{}, holders: map[uint64][]int{}}
	for _, n := range numbers {
		all := text(n)
		x.sizes[n] = len(all)
		for _, g := range all {
			if len(x.holders[g]) <= commonplace {
				x.holders[g] = append(x.holders[g], n)
			}
		}
	}
	return x
}

// candidates lists the texts that share a tenth of their rarer bigrams with
// one, those that share most first, a few of them.
func (x *index) candidates(text []uint64) []int {
	shared := map[int]int{}
	for _, g := range text {
		if holders := x.holders[g]; len(holders) <= commonplace {
			for _, n := range holders {
				shared[n]++
			}
		}
	}
	var found []int
	for n, count := range shared {
		if ofBoth(count, len(text), x.sizes[n]) >= 100 {
			found = append(found, n)
		}
	}
	slices.SortFunc(found, func(a, b int) int { return cmp.Or(cmp.Compare(shared[b], shared[a]), cmp.Compare(a, b)) })
	return found[:min(len(found), 4)]
}
