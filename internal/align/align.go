// Package align finds what two sequences have in common, in order, and words
// the difference of two texts as a unified diff.
package align

// maxCells is how large the table of a comparison may be: two paragraphs of
// 3,000 characters that differ at both ends.
const maxCells = 9_000_000

// Pairs gives for each of a's elements the index of b's that it stays, in
// order; -1 where it is gone. weight says how much it matters that an element
// of a stays. Where the sequences are too long to compare, ok is false.
func Pairs[T comparable](a, b []T, weight func(i int) int32) (pairs []int, ok bool) {
	pairs = make([]int, len(a))
	for i := range pairs {
		pairs[i] = -1
	}
	front := 0
	for front < len(a) && front < len(b) && a[front] == b[front] {
		pairs[front] = front
		front++
	}
	back := 0
	for back < len(a)-front && back < len(b)-front && a[len(a)-1-back] == b[len(b)-1-back] {
		pairs[len(a)-1-back] = len(b) - 1 - back
		back++
	}
	n, m := len(a)-front-back, len(b)-front-back
	if n == 0 || m == 0 {
		return pairs, true
	}
	if n > maxCells/m {
		return pairs, false
	}
	t := table[T]{a: a[front : front+n], b: b[front : front+m], weight: func(i int) int32 { return weight(front + i) }}
	for i, j := range t.pairs() {
		if j >= 0 {
			pairs[front+i] = front + j
		}
	}
	return pairs, true
}

// Same is the weight of elements that all matter the same.
func Same(int) int32 { return 1 }

// table finds the heaviest common subsequence.
type table[T comparable] struct {
	a, b   []T
	weight func(i int) int32
}

func (t *table[T]) pairs() []int {
	n, m := len(t.a), len(t.b)
	best := make([]int32, (n+1)*(m+1)) // of what follows i in a and j in b
	at := func(i, j int) int { return i*(m+1) + j }
	for i := n - 1; i >= 0; i-- {
		w := t.weight(i)
		for j := m - 1; j >= 0; j-- {
			b := max(best[at(i+1, j)], best[at(i, j+1)])
			if t.a[i] == t.b[j] {
				b = max(b, w+best[at(i+1, j+1)])
			}
			best[at(i, j)] = b
		}
	}
	pairs := make([]int, n)
	for i := range pairs {
		pairs[i] = -1
	}
	for i, j := 0, 0; i < n && j < m; {
		switch {
		case t.a[i] == t.b[j] && best[at(i, j)] == t.weight(i)+best[at(i+1, j+1)]:
			pairs[i] = j
			i, j = i+1, j+1
		case best[at(i+1, j)] >= best[at(i, j+1)]:
			i++
		default:
			j++
		}
	}
	return pairs
}
