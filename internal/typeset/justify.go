package typeset

import (
	"strings"

	"banwen/internal/style"
)

// advances gives each character of a line its advance: its own width and
// what the grid adds to a full-width one, which is cell. The
// spaces that hang at the line's end get none. The slice is good until the
// next call; the second result is the sum.
func (s *setter) advances(line []char, cell style.Length) ([]style.Length, style.Length) {
	s.steps = s.steps[:0]
	inked := len(line)
	for inked > 0 && line[inked-1].class.is(space) {
		inked--
	}
	total := style.Length(0)
	for i := range line {
		step := style.Length(0)
		if i < inked {
			step = line[i].advance(cell)
		}
		s.steps = append(s.steps, step)
		total += step
	}
	return s.steps, total
}

// justify spreads extra (which may be negative) over the gaps of a line,
// from left to right, so that the sum is exact. The inside of words and
// numbers stays as it is, unless the line is nothing else.
func justify(line []char, steps []style.Length, extra style.Length) {
	last := len(line) - 1
	for last >= 0 && line[last].class.is(space) {
		last--
	}
	if last < 1 {
		return
	}
	inner := line[:last+1]
	gaps := 0
	for i := range last {
		if stretches(inner, i) {
			gaps++
		}
	}
	everywhere := gaps == 0
	if everywhere {
		gaps = last
	}
	done, n := style.Length(0), 0
	for i := range last {
		if !everywhere && !stretches(inner, i) {
			continue
		}
		n++
		upTo := extra * style.Length(n) / style.Length(gaps)
		steps[i] += upTo - done
		done = upTo
	}
}

// shares are the full-width signs that belong to the number before them.
const shares = "％‰"

// stretches tells whether the gap after the character at i may grow.
func stretches(line []char, i int) bool {
	a, b := &line[i], &line[i+1]
	switch {
	case b.class.is(space | glued):
		return false
	case a.r == b.r && (a.r == '—' || a.r == '…'): // a dash is one stroke
		return false
	case a.class.is(digit) && strings.ContainsRune(shares, b.r):
		return false
	default:
		return !(a.class.is(western) && b.class.is(western))
	}
}
