package typeset

import "strings"

// signs belong to the number that follows.
const signs = "－−±＋≥≤≈"

// joinNumbers keeps a number in full-width digits in one piece, and a sign
// with its number; one in half-width digits is a word anyhow. A unit may go to
// the next line, as in word processors: 6月 / 20日.
func joinNumbers(chars []char) {
	for i := 1; i < len(chars); i++ {
		if chars[i].class.is(digit) {
			join(chars[i-before(chars, i) : i+1])
		}
	}
}

// before counts the characters before the digit at i that belong to its
// number: another digit, a digit and the decimal point after it, or a sign,
// which a dash between two numbers is not.
func before(chars []char, i int) int {
	followsDigit := i > 1 && chars[i-2].class.is(digit)
	switch last := &chars[i-1]; {
	case last.class.is(digit):
		return 1
	case last.r == '．' && followsDigit:
		return 2
	case strings.ContainsRune(signs, last.r) && !followsDigit:
		return 1
	default:
		return 0
	}
}
