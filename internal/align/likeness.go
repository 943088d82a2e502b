package align

import (
	"cmp"
	"slices"
)

// Grams are the pairs of neighbouring characters of a text in order, repeated
// ones as often: what its likeness to others is measured by.
type Grams []uint64

// GramsOf gives the pairs of characters of texts, each by itself.
func GramsOf(texts ...string) Grams {
	var all Grams
	for _, text := range texts {
		before := rune(0)
		for _, r := range text {
			all = append(all, uint64(before)<<32|uint64(r))
			before = r
		}
	}
	slices.Sort(all)
	return all
}

// Common is how many pairs two texts have in common.
func (g Grams) Common(h Grams) int {
	shared, i, j := 0, 0, 0
	for i < len(g) && j < len(h) {
		switch cmp.Compare(g[i], h[j]) {
		case -1:
			i++
		case 1:
			j++
		default:
			shared, i, j = shared+1, i+1, j+1
		}
	}
	return shared
}

// Likeness of two texts in thousandths (Dice's coefficient); 0 of empty ones.
func (g Grams) Likeness(h Grams) int { return dice(g.Common(h), len(g)+len(h)) }

// Share is how much of a text stands in another, in thousandths; 0 of an empty one.
func (g Grams) Share(h Grams) int {
	if len(g) == 0 {
		return 0
	}
	return 1000 * g.Common(h) / len(g)
}

// With is the pairs of two texts together.
func (g Grams) With(h Grams) Grams {
	all := slices.Concat(g, h)
	slices.Sort(all)
	return all
}

func dice(shared, total int) int {
	if total == 0 {
		return 0
	}
	return 2000 * shared / total
}
