package align

import (
	"cmp"
	"slices"
)

// mostDifferences bounds the work on one pair of texts: two that differ in
// more tokens are not compared further, but replaced.
const mostDifferences = 1500

// compare finds the Edits that make b of a by the linear-space algorithm of
// Myers (1986), after what both begin and end with is set aside.
func compare(a, b []int) []Edit {
	if cmp.Or(cmp.Compare(len(b), len(a)), slices.Compare(b, a)) < 0 {
		return mirrored(compare(b, a))
	}
	room := 2*min(mostDifferences, len(a)+len(b)+1) + 4
	c := comparison{a: a, b: b, forward: make([]int, 2*room+1), backward: make([]int, 2*room+1), middle: room}
	c.compare(0, len(a), 0, len(b))
	return c.edits
}

// mirrored are edits the other way round.
func mirrored(edits []Edit) []Edit {
	for i, e := range edits {
		edits[i] = Edit{e.B0, e.B1, e.A0, e.A1, e.Equal}
	}
	return edits
}

// comparison is one comparison at work.
type comparison struct {
	a, b              []int
	edits             []Edit
	forward, backward []int // the furthest places on each diagonal
	middle            int   // the index of diagonal 0 in both
}

// add appends an edit, joined with the one before where both are of a kind.
func (c *comparison) add(e Edit) {
	if e.A0 == e.A1 && e.B0 == e.B1 {
		return
	}
	if n := len(c.edits); n > 0 && c.edits[n-1].Equal == e.Equal {
		c.edits[n-1].A1, c.edits[n-1].B1 = e.A1, e.B1
		return
	}
	c.edits = append(c.edits, e)
}

func (c *comparison) compare(a0, a1, b0, b1 int) {
	head, tail := 0, 0
	for a0+head < a1 && b0+head < b1 && c.a[a0+head] == c.b[b0+head] {
		head++
	}
	c.add(Edit{a0, a0 + head, b0, b0 + head, true})
	a0, b0 = a0+head, b0+head
	for a1-tail > a0 && b1-tail > b0 && c.a[a1-tail-1] == c.b[b1-tail-1] {
		tail++
	}
	a1, b1 = a1-tail, b1-tail
	x, y, found := 0, 0, false
	if a0 < a1 && b0 < b1 {
		x, y, found = c.split(a0, a1, b0, b1)
	}
	if found {
		c.compare(a0, a0+x, b0, b0+y)
		c.compare(a0+x, a1, b0+y, b1)
	} else {
		c.add(Edit{a0, a1, b0, b1, false})
	}
	c.add(Edit{a1, a1 + tail, b1, b1 + tail, true})
}

// split finds a point on a shortest way from one end of two stretches to the
// other, where ways from both ends meet. None is found where the stretches
// have nothing in common, or differ in too much.
func (c *comparison) split(a0, a1, b0, b1 int) (x, y int, found bool) {
	n, m := a1-a0, b1-b0
	ahead := frontier{at: c.forward, middle: c.middle, n: n, m: m,
		same: func(x, y int) bool { return c.a[a0+x] == c.b[b0+y] }}
	back := frontier{at: c.backward, middle: c.middle, n: n, m: m,
		same: func(x, y int) bool { return c.a[a1-x-1] == c.b[b1-y-1] }}
	odd := (n-m)%2 != 0
	for d := 0; d <= min((n+m+1)/2, mostDifferences); d++ {
		if x, y, met := ahead.advance(d, &back, odd); met {
			return inside(x, y, n, m)
		}
		if x, y, met := back.advance(d, &ahead, !odd); met {
			return inside(n-x, m-y, n, m)
		}
	}
	return 0, 0, false
}

// frontier is how far one can get from one end of two stretches of n and m
// on each diagonal; -1 where nobody has been.
type frontier struct {
	at        []int
	middle    int // the index of diagonal 0
	n, m      int
	low, high int // diagonals at both ends that have left the stretches
	reached   int // differences so far
	same      func(x, y int) bool
}

// advance goes on to d differences, and tells where it met the other
// frontier if it is asked to look.
func (f *frontier) advance(d int, other *frontier, look bool) (x, y int, met bool) {
	f.at[f.middle-d-1], f.at[f.middle+d+1] = -1, -1
	if d == 0 {
		f.at[f.middle+1] = 0
	}
	f.reached = d
	for k := -d + f.low; k <= d-f.high; k += 2 {
		x := f.step(k, d)
		y := x - k
		for x < f.n && y < f.m && f.same(x, y) {
			x, y = x+1, y+1
		}
		f.at[f.middle+k] = x
		switch {
		case x > f.n:
			f.high += 2
		case y > f.m:
			f.low += 2
		case look && other.covers(f.n-f.m-k, f.n-x):
			return x, y, true
		}
	}
	return 0, 0, false
}

// covers tells whether a frontier has come at least as far as x on diagonal k.
func (f *frontier) covers(k, x int) bool {
	return k >= -f.reached && k <= f.reached && f.at[f.middle+k] >= max(x, 0)
}

// step is the furthest place on diagonal k after d differences, before what
// is equal from there on.
func (f *frontier) step(k, d int) int {
	below, above := f.at[f.middle+k-1], f.at[f.middle+k+1]
	if k == -d || k != d && below < above {
		return above
	}
	return below + 1
}

// inside tells whether a point cuts both stretches into smaller ones.
func inside(x, y, n, m int) (int, int, bool) {
	cuts := x >= 0 && y >= 0 && x <= n && y <= m && x+y > 0 && x+y < n+m
	return x, y, cuts
}
