package typeset

// boundary says what it is to break a line between two characters.
type boundary uint8

const (
	free      boundary = iota // a line may break here
	inWord                    // inside a word, a number or a figure: only where the whole is longer than a line
	forbidden                 // 禁则: only where the line has no other place
)

// between gives the boundary between two neighbours, full-width numbers not yet seen.
func between(a, b *char) boundary {
	switch {
	case b.class.is(neverFirst | space), a.class.is(neverLast), a.class.is(glued), b.class.is(glued):
		return forbidden
	case a.class.is(western) && b.class.is(western):
		return inWord
	default:
		return free
	}
}

// join makes a word of characters.
func join(chars []char) {
	for i := 1; i < len(chars); i++ {
		chars[i].before = max(chars[i].before, inWord)
	}
}
