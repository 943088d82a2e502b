package align

import (
	"cmp"
	"slices"
)

// Pairs gives for each of a's elements the index of b's that it stays, in
// order; -1 where it is gone. weight says how much it matters that an element
// of a stays: as much as so many others. Where the sequences differ in too
// much to be compared, ok is false.
func Pairs[T cmp.Ordered](a, b []T, weight func(i int) int) (pairs []int, ok bool) {
	x, y := ranked(a, b)
	c := cutter{weights: map[int]int{}}
	for i, id := range x {
		c.weights[id] = max(c.weights[id], weight(i))
		c.most = max(c.most, weight(i))
	}
	px, xOf := c.parts(x)
	py, yOf := c.parts(y)
	pairs = slices.Repeat([]int{-1}, len(a))
	i, j, count := -1, -1, 0 // the elements whose parts were matched last, and how many
	for _, e := range compare(px, py) {
		if !e.Equal && e.A0 < e.A1 && e.B0 < e.B1 && e.A1-e.A0+e.B1-e.B0 > 2*mostDifferences {
			return pairs, false
		}
		for k := 0; e.Equal && k < e.A1-e.A0; k++ {
			if xOf[e.A0+k] != i || yOf[e.B0+k] != j {
				i, j, count = xOf[e.A0+k], yOf[e.B0+k], 0
			}
			if count++; 2*count > c.weights[x[i]] {
				pairs[i] = j
			}
		}
	}
	return pairs, true
}

// Same is the weight of elements that all matter the same.
func Same(int) int { return 1 }

// cutter cuts elements into parts, as many as they weigh, so that the most
// parts in common are the heaviest elements. An element stays what most of
// its parts stay.
type cutter struct {
	weights map[int]int
	most    int
}

// parts gives the parts of elements, and which element each is of.
func (c cutter) parts(all []int) (parts, of []int) {
	for i, id := range all {
		for n := range max(1, c.weights[id]) {
			parts, of = append(parts, id*(c.most+1)+n), append(of, i)
		}
	}
	return parts, of
}
