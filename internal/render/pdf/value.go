package pdf

import (
	"strconv"
	"unicode/utf16"

	"banwen/internal/style"
)

// appendPoints appends a length in points, to a thousandth.
func appendPoints(b []byte, l style.Length) []byte {
	return appendThousandths(b, divRound(int64(l)*1000, int64(style.Pt)))
}

// appendThousandths appends n/1000 as a decimal without trailing zeros.
func appendThousandths(b []byte, n int64) []byte {
	if n < 0 {
		b = append(b, '-')
		n = -n
	}
	b = strconv.AppendInt(b, n/1000, 10)
	rest := n % 1000
	if rest == 0 {
		return b
	}
	b = append(b, '.')
	for digit := int64(100); rest > 0; digit /= 10 {
		b = append(b, byte('0'+rest/digit))
		rest %= digit
	}
	return b
}

// points gives a length in points, to a thousandth.
func points(l style.Length) string { return string(appendPoints(nil, l)) }

// divRound divides, rounding to the nearest, halves away from zero; b is positive.
func divRound(a, b int64) int64 {
	if a < 0 {
		return -((-2*a + b) / (2 * b))
	}
	return (2*a + b) / (2 * b)
}

const hexDigits = "0123456789ABCDEF"

// appendHex16 appends v as four hexadecimal digits.
func appendHex16(b []byte, v uint16) []byte {
	return append(b, hexDigits[v>>12], hexDigits[v>>8&0xF], hexDigits[v>>4&0xF], hexDigits[v&0xF])
}

// appendUTF16 appends a character as UTF-16BE in hexadecimal digits, beyond
// U+FFFF as a surrogate pair.
func appendUTF16(b []byte, r rune) []byte {
	if high, low := utf16.EncodeRune(r); high != '\uFFFD' {
		return appendHex16(appendHex16(b, uint16(high)), uint16(low))
	}
	return appendHex16(b, uint16(r))
}

// textString gives a text string object (ISO 32000-1, 7.9.2.2) in UTF-16BE
// with its mark; empty for an empty text, so that a dict leaves it out.
func textString(s string) string {
	if s == "" {
		return ""
	}
	b := []byte("<FEFF")
	for _, r := range s {
		b = appendUTF16(b, r)
	}
	return string(append(b, '>'))
}
