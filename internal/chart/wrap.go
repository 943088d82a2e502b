package chart

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"banwen/internal/style"
)

// wrap breaks a text into as few lines as fit in width, of about equal
// length, the first the longest. Breaks stand where reading allows: digits
// and Latin words stay whole, a number stays with its unit, no line begins
// with a closing mark or ends with an opening one. Only what is wider than a
// line by itself is broken anywhere.
func (d *drawing) wrap(text string, width style.Length) []string {
	text = strings.TrimSpace(text)
	if d.width(text) <= width {
		return []string{text}
	}
	pieces := d.split(text, width)
	if lines := d.balance(pieces, width); lines != nil {
		return lines
	}
	return trimmed(pieces)
}

// split cuts a text at every place where a line may end.
func (d *drawing) split(text string, width style.Length) []string {
	runes := []rune(text)
	var pieces []string
	start := 0
	for i := 1; i <= len(runes); i++ {
		if i < len(runes) && !mayBreak(runes[i-1], runes[i]) && d.width(string(runes[start:i+1])) <= width {
			continue
		}
		pieces = append(pieces, string(runes[start:i]))
		start = i
	}
	return pieces
}

// balance puts pieces on the fewest lines that fit in width, so that all are
// of about equal length (the sum of their squares is least); nil when a piece
// is too wide. A break inside a word costs as much as a quite uneven one.
func (d *drawing) balance(pieces []string, width style.Length) []string {
	n := len(pieces)
	ends := make([]style.Length, n+1) // where each piece ends, were all on one line
	for i, p := range pieces {
		ends[i+1] = ends[i] + d.width(p)
	}
	var starts [][]int // by line and end: the piece that the line best starts with
	before := map[int]style.Length{0: 0}
	for range pieces {
		now, start := map[int]style.Length{}, make([]int, n+1)
		for to := 1; to <= n; to++ {
			for from := to - 1; from >= 0 && ends[to]-ends[from] <= width; from-- {
				cost, ok := before[from]
				if !ok {
					continue
				}
				cost += square((ends[to] - ends[from]) / style.Pt)
				if to < n && !isGoodBreak(pieces[to-1], pieces[to]) {
					cost += d.wordBreakCost()
				}
				if best, ok := now[to]; !ok || cost < best {
					now[to], start[to] = cost, from
				}
			}
		}
		starts = append(starts, start)
		if _, ok := now[n]; ok {
			return gather(pieces, starts)
		}
		before = now
	}
	return nil
}

// gather joins pieces into the lines that balance found, from the last up.
func gather(pieces []string, starts [][]int) []string {
	lines := make([]string, len(starts))
	to := len(pieces)
	for i := len(starts) - 1; i >= 0; i-- {
		from := starts[i][to]
		lines[i] = strings.TrimSpace(strings.Join(pieces[from:to], ""))
		to = from
	}
	return lines
}

func square(l style.Length) style.Length { return l * l }

// wordBreakCost weighs a break inside a word against lines of unequal length:
// about three characters more on one than on the other.
func (d *drawing) wordBreakCost() style.Length {
	return square(3 * d.size / style.Pt)
}

func trimmed(pieces []string) []string {
	out := make([]string, len(pieces))
	for i, p := range pieces {
		out[i] = strings.TrimSpace(p)
	}
	return out
}

const (
	closing = "，。、；：？！）》”’〕】…—·％%,.;:?!)]"
	opening = "（《“‘〔【(["
	joining = "和与及或" // words before which a break reads well
)

// mayBreak says whether a line may end between two characters.
func mayBreak(a, b rune) bool {
	switch {
	case strings.ContainsRune(closing, b), strings.ContainsRune(opening, a):
		return false
	case isLatin(a) && isLatin(b):
		return false
	case unicode.IsDigit(a) && unicode.Is(unicode.Han, b):
		return false
	}
	return true
}

func isLatin(r rune) bool { return r < 0x2000 && !unicode.IsSpace(r) }

// isGoodBreak says whether a break between two pieces reads as well as the end of a word.
func isGoodBreak(a, b string) bool {
	before, _ := utf8.DecodeLastRuneInString(a)
	after, _ := utf8.DecodeRuneInString(b)
	return strings.ContainsRune("、，；的） ", before) || strings.ContainsRune("（ "+joining, after)
}
