package figure

import (
	"strings"
	"unicode"
)

// upWords and downWords are what ParseChange reads; the last one is the sign.
var (
	upWords   = []string{"上升", "增加", "增长", "提高", "上涨", "+"}
	downWords = []string{"下降", "减少", "降低", "下滑", "-"}
)

// changeHint is how a change is typed.
const changeHint = "写成“+9.1%”“-3起”或“持平”"

// ParseChange reads a change typed by hand: +9.1%, -3起, 下降9.1%, 增加3起,
// 提高2.5个百分点, 持平; or an amount and a percentage of one change, in either
// order: 增加3起，上升9.1%. A size without sign or word is refused, since nobody
// can tell which way it went. Pos is left to the caller. The error is a *Mistake.
func ParseChange(s string) (GivenChange, error) {
	first, second := cutChange(strings.TrimSpace(halfWidth.Replace(s)))
	g, err := parseSize(first)
	if err != nil || second == "" {
		return g, err
	}
	other, err := parseSize(second)
	switch {
	case err != nil:
		return GivenChange{}, err
	case first == unchanged || second == unchanged:
		return GivenChange{}, &Mistake{"“" + brief(s) + "”写了“持平”，又写别的", "只留一个"}
	case g.Unit.isPercent() == other.Unit.isPercent():
		return GivenChange{}, &Mistake{"“" + brief(s) + "”写了两个同类的增减数", "一个写数量，一个写百分比，如“增加3起，上升9.1%”"}
	case other.Unit.isPercent():
		g, other = other, g
	}
	g.Amount = &other
	return g, nil
}

// cutChange parts two sizes of one change at the sign between them, which the
// word or sign of the second must follow: 1,285 is not two sizes.
func cutChange(text string) (first, second string) {
	for i, r := range text {
		first = text[:i]
		if !isChangeSeparator(r) || first != unchanged && !strings.ContainsAny(first, "0123456789") {
			continue
		}
		second = strings.TrimLeftFunc(text[i:], isChangeSeparator)
		if direction, _ := cutDirection(second); direction != 0 || second == unchanged {
			return first, second
		}
	}
	return text, ""
}

func isChangeSeparator(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(separators, r) }

// parseSize reads one size with its direction.
func parseSize(text string) (GivenChange, error) {
	if text == unchanged {
		return GivenChange{}, nil
	}
	direction, size := cutDirection(text)
	if direction == 0 {
		return GivenChange{}, &Mistake{"“" + brief(text) + "”看不出升降", changeHint}
	}
	q, err := ParseQuantity(size, "")
	if err != nil {
		return GivenChange{}, err
	}
	if q.Number.IsNegative() || strings.HasPrefix(strings.TrimSpace(size), "+") {
		return GivenChange{}, &Mistake{"“" + brief(text) + "”写了两次升降", changeHint}
	}
	if q.Number.IsZero() {
		direction = 0
	}
	return GivenChange{Entry: Entry{Quantity: q}, Direction: direction}, nil
}

// cutDirection parts a change's word or sign from its size; 0 when it has neither.
func cutDirection(text string) (direction int, size string) {
	for _, w := range upWords {
		if rest, ok := strings.CutPrefix(text, w); ok {
			return 1, rest
		}
	}
	for _, w := range downWords {
		if rest, ok := strings.CutPrefix(text, w); ok {
			return -1, rest
		}
	}
	return 0, text
}
