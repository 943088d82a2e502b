package xml

import "unicode/utf8"

// appendText appends character data.
func appendText(b []byte, s string) []byte { return appendEscaped(b, s, false) }

// appendAttr appends an attribute's value; white space other than the space
// is written as references, for a reader would make spaces of it.
func appendAttr(b []byte, s string) []byte { return appendEscaped(b, s, true) }

// appendEscaped appends s without the characters that XML does not allow;
// bytes that are not UTF-8 become U+FFFD.
func appendEscaped(b []byte, s string, attr bool) []byte {
	for _, r := range s {
		switch {
		case !isChar(r):
		case r == '&':
			b = append(b, "&amp;"...)
		case r == '<':
			b = append(b, "&lt;"...)
		case r == '>': // as a part of ]]> it must be escaped
			b = append(b, "&gt;"...)
		case r == '\r':
			b = append(b, "&#13;"...)
		case attr && r == '"':
			b = append(b, "&quot;"...)
		case attr && r == '\n':
			b = append(b, "&#10;"...)
		case attr && r == '\t':
			b = append(b, "&#9;"...)
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}

// isChar is production 2 (Char) of XML 1.0.
func isChar(r rune) bool {
	switch {
	case r == '\t', r == '\n', r == '\r':
		return true
	case r < 0x20, r == 0xFFFE, r == 0xFFFF:
		return false
	}
	return true
}
