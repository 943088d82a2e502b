package typeset

import (
	"strings"
	"unicode"

	"banwen/internal/style"
)

// class is what a character is to a line, as a set of flags.
type class uint8

const (
	neverFirst class = 1 << iota // may not begin a line
	neverLast                    // may not end a line
	western                      // a letter, digit or sign that is part of a word
	digit                        // 0 to 9
	space                        // hangs at a line's end without width
	glued                        // a no-break space, or a mark on the character before it
	natural                      // as wide as its face makes it, also where the grid sets others closer
)

func (c class) is(flags class) bool { return c&flags != 0 }

// classOf classes a character.
func classOf(r rune) class {
	c := kindOf(r)
	if style.KeepsWidth(r) {
		c |= natural
	}
	return c
}

// kindOf classes a character but for its width.
func kindOf(r rune) class {
	var c class
	switch {
	case r == '\u00a0' || r == '\u202f' || unicode.In(r, unicode.Mn, unicode.Me):
		return glued
	case r == '\t' || unicode.Is(unicode.Zs, r):
		return space
	case '0' <= r && r <= '9':
		return western | digit
	case '０' <= r && r <= '９':
		return digit
	case style.KeepsWidth(r):
		c |= western
	}
	if strings.ContainsRune(style.NeverFirst, r) {
		c |= neverFirst
	}
	if strings.ContainsRune(style.NeverLast, r) {
		c |= neverLast
	}
	return c
}

// ignorable tells characters without a picture of their own: joiners, marks
// of direction, variation selectors, the soft hyphen, the byte order mark
// (Unicode, DerivedCoreProperties: Default_Ignorable_Code_Point).
func ignorable(r rune) bool {
	return unicode.In(r, unicode.Cf, unicode.Variation_Selector)
}

// zeroWidthSpace is where a line may break though nothing is seen.
const zeroWidthSpace = '\u200b'
