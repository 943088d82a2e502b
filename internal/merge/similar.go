package merge

import "unicode/utf8"

// pairs counts the pairs of neighbouring characters of a text.
type pairs struct {
	count map[[2]rune]int
	total int
}

func pairsOf(text string) pairs {
	p := pairs{count: map[[2]rune]int{}}
	last := rune(0)
	for _, r := range text {
		p.count[[2]rune{last, r}]++
		p.total++
		last = r
	}
	return p
}

// common is how many pairs two texts have in common.
func (p pairs) common(q pairs) int {
	if len(q.count) < len(p.count) {
		p, q = q, p
	}
	n := 0
	for pair, count := range p.count {
		n += min(count, q.count[pair])
	}
	return n
}

// likeness is how alike two texts are, from 0 to 1 (Dice's coefficient).
func likeness(p, q pairs) float64 {
	if p.total+q.total == 0 {
		return 1
	}
	return 2 * float64(p.common(q)) / float64(p.total+q.total)
}

// share is how much of p stands in q, from 0 to 1.
func share(p, q pairs) float64 {
	if p.total == 0 {
		return 0
	}
	return float64(p.common(q)) / float64(p.total)
}

// joined counts the pairs of several texts together.
func joined(all ...pairs) pairs {
	sum := pairs{count: map[[2]rune]int{}}
	for _, p := range all {
		for pair, n := range p.count {
			sum.count[pair] += n
		}
		sum.total += p.total
	}
	return sum
}

func runeCount(s string) int { return utf8.RuneCountInString(s) }
