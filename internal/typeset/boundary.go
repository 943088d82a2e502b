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

// joinFigures keeps the number of each printed figure on one line with its
// unit, whatever the unit is; words before the number may end a line:
// 上升 / 90.3％. A figure in Chinese numerals is kept whole.
func joinFigures(chars []char, longest style.Length) {
	for i := 0; i < len(chars); {
		run := chars[i].run
		start, end := i, i
		for ; end < len(chars) && chars[end].run == run; end++ {
			if chars[end].class.is(digit) && (end == i || !chars[end-1].class.is(western)) {
				start = end
			}
		}
		if run.Origin != nil && widthOf(chars[start:end]) <= longest {
			join(chars[start:end])
		}
		i = end
	}
}

func widthOf(chars []char) style.Length {
	total := style.Length(0)
	for i := range chars {
		total += chars[i].width
	}
	return total
}

// join makes a word of characters.
func join(chars []char) {
	for i := 1; i < len(chars); i++ {
		chars[i].before = max(chars[i].before, inWord)
	}
}
