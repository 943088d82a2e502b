package review

import (
	"unicode/utf8"

	"banwen/internal/align"
)

// islands are equal stretches so short, between changes, that to keep them
// would make confetti of the text. They are changed with what is around them.

// longestIsland is the most characters that an island has.
const longestIsland = 4

// smooth joins changes over islands.
func smooth(edits []align.Edit, a []token) []align.Edit {
	var smoothed []align.Edit
	for i, e := range edits {
		n := len(smoothed)
		island := e.Equal && n > 0 && i+1 < len(edits) && isIsland(a[e.A0:e.A1], smoothed[n-1], edits[i+1])
		if n > 0 && !smoothed[n-1].Equal && (island || !e.Equal) {
			smoothed[n-1].A1, smoothed[n-1].B1 = e.A1, e.B1
			continue
		}
		smoothed = append(smoothed, e)
	}
	return smoothed
}

// isIsland tells whether what is equal between two changes is swallowed: a
// few hanzi, fewer than what changes on both sides. Figures and punctuation
// stand: they are what people look for.
func isIsland(equal []token, before, after align.Edit) bool {
	length := 0
	for _, t := range equal {
		if t.kind != hanzi && t.kind != word {
			return false
		}
		length += utf8.RuneCountInString(t.text)
	}
	return length <= longestIsland && length <= size(before) && length <= size(after)
}

// size is how many tokens an edit changes, on the longer side.
func size(e align.Edit) int { return max(e.A1-e.A0, e.B1-e.B0) }
