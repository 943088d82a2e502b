package figure

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Signs of formulas, half-width and full-width.
var (
	sumSigns     = map[rune]Op{'+': OpAdd, '＋': OpAdd, '-': OpSubtract, '－': OpSubtract, '−': OpSubtract}
	productSigns = map[rune]Op{
		'*': OpMultiply, '＊': OpMultiply, '×': OpMultiply,
		'/': OpDivide, '／': OpDivide, '÷': OpDivide,
	}
)

const (
	openBrackets  = "(（"
	closeBrackets = ")）"
	separators    = ",，、;；" // between the operands of a function
	relationSigns = "=＝<＜>＞≤≥≠"
)

// endsName tells whether a name may end where rest begins. Before an opening
// bracket none ends: 合计 (甲) is a function also where an indicator 合计 exists.
func endsName(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	if unicode.IsSpace(r) {
		next, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(rest, unicode.IsSpace))
		return !strings.ContainsRune(openBrackets, next)
	}
	return rest == "" || endsToken(r) && !strings.ContainsRune(openBrackets, r)
}

// endsToken tells whether r can stand in no number and no unit.
func endsToken(r rune) bool {
	return isOperator(r) || unicode.IsSpace(r) || strings.ContainsRune(openBrackets+closeBrackets+separators+relationSigns, r)
}

func isOperator(r rune) bool { return sumSigns[r] != "" || productSigns[r] != "" }

// unknownName is how much of text a writer may have meant as one name, when no
// name is known there: up to an operator or separator outside brackets.
func unknownName(text string) string {
	depth := 0
	for i, r := range text {
		switch {
		case strings.ContainsRune(openBrackets, r):
			depth++
		case strings.ContainsRune(closeBrackets, r):
			if depth == 0 {
				return strings.TrimSpace(text[:i])
			}
			depth--
		case depth == 0 && (isOperator(r) || strings.ContainsRune(separators+relationSigns, r)):
			return strings.TrimSpace(text[:i])
		}
	}
	return strings.TrimSpace(text)
}
