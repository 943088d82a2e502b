package typeset

import "banwen/internal/style"

// boundary says what it is to break a line between two characters.
type boundary uint8

const (
	free      boundary = iota // a line may break here
	inWord                    // inside a word, a number or a figure: only where the whole is longer than a line
	forbidden                 // 禁则: only where the line has no other place
)

// between gives the boundary between two neighbours, numbers and figures not
// yet seen.
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

// maxFigure is how long, in characters of the grid, a figure may be to be
// kept whole: moving a longer one to the next line would tear the line apart.
const maxFigure = 10

// joinFigures keeps each printed figure on one line.
func joinFigures(chars []char, longest style.Length) {
	for i := 0; i < len(chars); {
		run := chars[i].run
		end, width := i, style.Length(0)
		for end < len(chars) && chars[end].run == run {
			width += chars[end].width
			end++
		}
		if run.Origin != nil && width <= longest {
			join(chars[i:end])
		}
		i = end
	}
}

// join makes a word of characters.
func join(chars []char) {
	for i := 1; i < len(chars); i++ {
		chars[i].before = max(chars[i].before, inWord)
	}
}
