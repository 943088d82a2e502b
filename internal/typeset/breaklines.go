package typeset

import "banwen/internal/style"

// extent is the characters of one line, from start up to end.
type extent struct{ start, end int }

// breakLines fills lines one after the other, as word processors do: as many
// characters as fit, then back to where the line may break. The first line is
// as wide as first, the others as rest; spacing is added to every full-width character.
// Every line gets at least one character.
func breakLines(into []extent, chars []char, first, rest, spacing style.Length) []extent {
	width := first
	for start := 0; start < len(chars); width = rest {
		end := lineEnd(chars, start, width, rest, spacing)
		into = append(into, extent{start, end})
		start = end
	}
	return into
}

// lineEnd gives the end of the line that begins at start.
func lineEnd(chars []char, start int, width, next, spacing style.Length) int {
	full := fit(chars, start, width, spacing)
	if full == len(chars) {
		return full
	}
	at, ok := lastBoundary(chars, start, full, free)
	if ok && (at == full || !longWord(chars, at, next, spacing)) {
		return at
	}
	if inside, found := lastBoundary(chars, max(start, at), full, inWord); found {
		return inside
	}
	if ok {
		return at
	}
	return full
}

// fit gives the first character that the width cannot hold; a space always
// fits, for it hangs. At least one character fits.
func fit(chars []char, start int, width, spacing style.Length) int {
	used := style.Length(0)
	for i := start; i < len(chars); i++ {
		c := &chars[i]
		used += c.advance(spacing)
		if used > width && i > start && !c.class.is(space) {
			return i
		}
	}
	return len(chars)
}

// lastBoundary finds the last place after start, up to end, where breaking is
// at most as bad as worst; it gives start when there is none.
func lastBoundary(chars []char, start, end int, worst boundary) (int, bool) {
	for i := end; i > start; i-- {
		if chars[i].before <= worst {
			return i, true
		}
	}
	return start, false
}

// longWord tells whether what begins at i and may not be broken is longer
// than a whole line: moving it down would leave a torn line and not save it.
func longWord(chars []char, i int, width, spacing style.Length) bool {
	end := fit(chars, i, width, spacing)
	if end == len(chars) {
		return false
	}
	_, ok := lastBoundary(chars, i, end, free)
	return !ok
}
