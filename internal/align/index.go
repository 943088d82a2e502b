package align

import (
	"cmp"
	"slices"
)

// commonplace is how many texts may have a pair of characters before it says
// nothing of who is like whom. It keeps the search for the likest linear.
const commonplace = 24

// Index finds the texts that are like another.
type Index struct {
	sizes   map[int]int
	holders map[uint64][]int
}

// NewIndex is an index of the texts that some numbers stand for.
func NewIndex(numbers []int, grams func(int) Grams) *Index {
	x := &Index{sizes: map[int]int{}, holders: map[uint64][]int{}}
	for _, n := range numbers {
		all := grams(n)
		x.sizes[n] = len(all)
		for i, g := range all {
			if i > 0 && all[i-1] == g {
				continue
			}
			if len(x.holders[g]) <= commonplace {
				x.holders[g] = append(x.holders[g], n)
			}
		}
	}
	return x
}

// Candidates lists the texts that share a tenth of their rarer pairs with
// one, those that share most first, a few of them.
func (x *Index) Candidates(text Grams) []int {
	shared := map[int]int{}
	for i, g := range text {
		if i > 0 && text[i-1] == g {
			continue
		}
		if holders := x.holders[g]; len(holders) <= commonplace {
			for _, n := range holders {
				shared[n]++
			}
		}
	}
	var found []int
	for n, count := range shared {
		if dice(count, len(text)+x.sizes[n]) >= 100 {
			found = append(found, n)
		}
	}
	slices.SortFunc(found, func(a, b int) int { return cmp.Or(cmp.Compare(shared[b], shared[a]), cmp.Compare(a, b)) })
	return found[:min(len(found), 4)]
}
