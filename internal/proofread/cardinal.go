package proofread

import (
	"strings"
	"unicode/utf8"
)

// cardinal is a small whole number in a text, in digits or in Chinese numerals.
type cardinal struct {
	start, end int
	value      int
	chinese    bool
}

// chineseDigit is the value of a Chinese numeral below ten, 0 for another
// character. It is asked of every character of the text.
func chineseDigit(r rune) int {
	switch r {
	case '一':
		return 1
	case '二', '两':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	}
	return 0
}

// cardinalAt reads the whole number that begins at a byte of a text. A number
// with a fraction, of more than four digits, or above 99 in Chinese numerals
// counts nothing that could be listed, and is none.
func cardinalAt(text string, at int) (cardinal, bool) {
	c := cardinal{start: at, end: at}
	for c.end < len(text) && text[c.end] >= '0' && text[c.end] <= '9' {
		c.value = c.value*10 + int(text[c.end]-'0')
		if c.end++; c.end-at > 4 {
			return cardinal{}, false
		}
	}
	if c.end > at {
		next, _ := utf8.DecodeRuneInString(text[c.end:])
		return c, !strings.ContainsRune(".．,%％‰", next)
	}
	return chineseAt(text, at)
}

// chineseAt reads a number below a hundred in Chinese numerals.
func chineseAt(text string, at int) (cardinal, bool) {
	c := cardinal{start: at, end: at, chinese: true}
	tens := false
	for _, r := range text[at:] {
		digit := chineseDigit(r)
		switch {
		case r == '十' && !tens:
			c.value, tens = max(c.value, 1)*10, true
		case digit > 0 && c.value%10 == 0:
			c.value += digit
		case digit > 0 || strings.ContainsRune("十百千万亿〇零", r):
			return cardinal{}, false
		default:
			return c, c.value > 0
		}
		c.end += utf8.RuneLen(r)
	}
	return c, c.value > 0
}

// cardinals lists the whole numbers of a text: no ordinals (第三), fractions
// or parts of longer numbers.
func cardinals(text string) []cardinal {
	var list []cardinal
	before := rune(0)
	for at, r := range text {
		if isNumeral(r) && !isNumeral(before) && !strings.ContainsRune(".．,，第每各几数百千万亿", before) {
			if c, ok := cardinalAt(text, at); ok {
				list = append(list, c)
			}
		}
		before = r
	}
	return list
}

// isNumeral tells whether a character writes numbers.
func isNumeral(r rune) bool {
	return r >= '0' && r <= '9' || r == '十' || chineseDigit(r) > 0
}
