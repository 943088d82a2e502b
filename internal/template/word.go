package template

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// splitWords splits what stands at offset at into words. Quotes make one word
// of what is in them, but only where they stand around a whole word: the
// quotes in “一把手”工程数 are part of the name.
func splitWords(s string, at int) []Word {
	var words []Word
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if unicode.IsSpace(r) {
			i += size
			continue
		}
		if inside, length, ok := quoted(s[i:]); ok {
			words = append(words, Word{At: at + i, Text: inside, Quoted: true})
			i += length
			continue
		}
		length := strings.IndexFunc(s[i:], unicode.IsSpace)
		if length < 0 {
			length = len(s) - i
		}
		words = append(words, Word{At: at + i, Text: s[i : i+length]})
		i += length
	}
	return words
}

// quoted reads a quoted word at the start of s: its text without the quotes,
// and its length with them.
func quoted(s string) (inside string, length int, ok bool) {
	for _, q := range [][2]string{{`"`, `"`}, {"“", "”"}} {
		rest, opened := strings.CutPrefix(s, q[0])
		end := strings.Index(rest, q[1])
		if !opened || end < 0 {
			continue
		}
		length = len(q[0]) + end + len(q[1])
		next, _ := utf8.DecodeRuneInString(s[length:])
		if length == len(s) || unicode.IsSpace(next) {
			return rest[:end], length, true
		}
	}
	return "", 0, false
}

// wholeWord makes one word of what stands at offset at: its text trimmed and,
// where quotes stand around all of it, without them.
func wholeWord(s string, at int) Word {
	trimmed := strings.TrimLeftFunc(s, unicode.IsSpace)
	at += len(s) - len(trimmed)
	trimmed = strings.TrimRightFunc(trimmed, unicode.IsSpace)
	if inside, length, ok := quoted(trimmed); ok && length == len(trimmed) {
		return Word{At: at, Text: inside, Quoted: true}
	}
	return Word{At: at, Text: trimmed}
}
