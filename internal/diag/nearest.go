package diag

import "unicode/utf8"

// Nearest gives the candidate with the smallest edit distance to name, if it
// is near enough to be what the writer meant (at most a third of the name's
// characters, and at least one, differ). Ties go to the earlier candidate.
func Nearest(name string, candidates []string) (string, bool) {
	want := []rune(name)
	if len(want) > longestName {
		return "", false
	}
	best, bestDistance := "", max(1, len(want)/3)+1
	var d distance
	for _, c := range candidates {
		if abs(utf8.RuneCountInString(c)-len(want)) >= bestDistance {
			continue
		}
		if n := d.between(want, c, bestDistance); n < bestDistance {
			best, bestDistance = c, n
		}
	}
	return best, best != ""
}

// longestName is how many characters a name may have for a near one to be
// looked for: what is longer is no name, and the search would take long.
const longestName = 200

// mostLooks bounds the names that Hints looks at.
const mostLooks = 1_000_000

// Hints is NearestHint for as many names as come: it looks until it has seen
// a great many, and then gives no more hints. That many mistakes have one
// cause, and the first of them have told it. The zero Hints is ready.
type Hints struct{ looks int }

// Spent tells whether no more hints will be given.
func (h *Hints) Spent() bool { return h.looks > mostLooks }

// Nearest words the nearest of candidates as NearestHint does. They are
// gathered only when they are wanted.
func (h *Hints) Nearest(name string, candidates func() []string) string {
	if h.Spent() {
		return ""
	}
	names := candidates()
	h.looks += len(names)
	return NearestHint(name, names)
}

// NearestHint words Nearest as a hint, "是否想写“X”？", or "" when nothing is near.
func NearestHint(name string, candidates []string) string {
	if near, ok := Nearest(name, candidates); ok {
		return "是否想写“" + near + "”？"
	}
	return ""
}

// distance reckons edit distances; it keeps its rows for the next one.
type distance struct {
	have              []rune
	before, last, row []int
}

// between is the Damerau–Levenshtein distance of a and b (optimal string
// alignment): swapped neighbours, the commonest slip with an input method,
// count one. A distance of limit or more may be given as any such number:
// only cells that near the diagonal are reckoned.
func (d *distance) between(a []rune, text string, limit int) int {
	d.have = d.have[:0]
	for _, r := range text {
		d.have = append(d.have, r)
	}
	b := d.have
	d.prepare(len(b)+1, limit)
	for i := 1; i <= len(a); i++ {
		from, to := max(1, i-limit), min(len(b), i+limit)
		d.row[from-1] = limit
		if from == 1 {
			d.row[0] = i
		}
		least := d.row[from-1]
		for j := from; j <= to; j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			n := min(d.last[j]+1, d.row[j-1]+1, d.last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				n = min(n, d.before[j-2]+1)
			}
			d.row[j] = n
			least = min(least, n)
		}
		if to < len(b) {
			d.row[to+1] = limit
		}
		if least >= limit {
			return limit
		}
		d.before, d.last, d.row = d.last, d.row, d.before
	}
	return d.last[len(b)]
}

// prepare makes the rows of the start.
func (d *distance) prepare(n, limit int) {
	if cap(d.last) < n {
		d.before, d.last, d.row = make([]int, n), make([]int, n), make([]int, n)
	}
	d.before, d.last, d.row = d.before[:n], d.last[:n], d.row[:n]
	for j := range n {
		d.before[j], d.last[j], d.row[j] = limit, j, limit
	}
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
