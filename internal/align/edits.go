// Package align finds what two sequences have in common, in order, and how
// alike two texts are; and words the difference of two texts as a unified diff.
package align

import (
	"cmp"
	"slices"
)

// Edit is a stretch of two sequences: a[A0:A1] became b[B0:B1]. Where Equal is
// set, both are as long and nothing changed.
type Edit struct {
	A0, A1, B0, B1 int
	Equal          bool
}

// Edits finds the edits that make b of a: few, in order, covering both. Two
// stretches that differ in more than mostDifferences elements are replaced as
// a whole. The edits of b and a are those of a and b mirrored.
func Edits[T cmp.Ordered](a, b []T) []Edit { return compare(ranked(a, b)) }

// ranked gives each element of two sequences its rank among all of them, the
// same whichever sequence comes first.
func ranked[T cmp.Ordered](a, b []T) (x, y []int) {
	all := slices.Concat(a, b)
	slices.Sort(all)
	all = slices.Compact(all)
	rank := make(map[T]int, len(all))
	for i, e := range all {
		rank[e] = i
	}
	ranks := func(s []T) []int {
		of := make([]int, len(s))
		for i, e := range s {
			of[i] = rank[e]
		}
		return of
	}
	return ranks(a), ranks(b)
}
