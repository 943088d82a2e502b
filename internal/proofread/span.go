package proofread

import (
	"slices"
	"strings"

	"banwen/internal/source"
)

// yearPart is a part of a year, and its last month.
type yearPart struct {
	word string
	last int
}

// halves and quarters are the parts of a year.
var (
	halves   = []yearPart{{"上半年", 6}, {"下半年", 12}}
	quarters = []yearPart{{"一季度", 3}, {"二季度", 6}, {"三季度", 9}, {"四季度", 12}}
)

// lastMonth is the last month of a report's period.
func lastMonth(p source.Period) int {
	for _, part := range slices.Concat(halves, quarters) {
		if part.word == p.Part {
			return part.last
		}
	}
	return 12
}

// partFollows tells whether a text begins with a part of a year.
func partFollows(text string) bool {
	text = strings.TrimPrefix(text, "第")
	return slices.ContainsFunc(slices.Concat(halves, quarters), func(part yearPart) bool { return strings.HasPrefix(text, part.word) })
}

// span is a stretch of months, or a part of a year, as a text tells it: 1—6月,
// 截至6月, 第四季度.
type span struct {
	start, end int
	last       int // month
}

// spans lists the stretches of time in a text that have an end.
func spans(text string) []span {
	var list []span
	for at := range occurrences(text, "月") {
		if s, ok := monthsBefore(text, at); ok {
			list = append(list, s)
		}
	}
	for _, part := range quarters {
		for at := range occurrences(text, part.word) {
			list = append(list, span{at - len(suffixOf(text[:at], []string{"第"})), at + len(part.word), part.last})
		}
	}
	return list
}

// monthsBefore reads 1—6, 1至6, 截至6 before the 月 at a byte. A month alone is
// no stretch of time.
func monthsBefore(text string, at int) (span, bool) {
	number := len(strings.TrimRight(text[:at], "0123456789"))
	month, ok := cardinalAt(text, number)
	if !ok || month.end != at || month.value < 1 || month.value > 12 {
		return span{}, false
	}
	start := number - len(suffixOf(text[:number], []string{"截至", "截止到", "截止"}))
	if start == number {
		dash := suffixOf(text[:number], []string{"—", "－", "–", "-", "~", "～", "至", "到"})
		from := strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(text[:number], dash), "月"), "0123456789")
		if start = len(from); dash == "" || from == text[:number-len(dash)] || strings.HasSuffix(from, "日") {
			return span{}, false
		}
	}
	return span{start, at + len("月"), month.value}, true
}

// suffixOf gives the first of some words that a text ends with.
func suffixOf(text string, words []string) string {
	i := slices.IndexFunc(words, func(word string) bool { return strings.HasSuffix(text, word) })
	if i < 0 {
		return ""
	}
	return words[i]
}

// yearBefore reads the four-digit year, with its 年, that a text ends with.
func yearBefore(text string) (year int, ok bool) {
	digits := strings.TrimSuffix(text, "年")
	if digits == text || len(digits) < 4 {
		return 0, false
	}
	c, ok := cardinalAt(digits, len(digits)-4)
	return c.value, ok && c.end == len(digits) && c.value >= 1900 && c.value < 2100
}
