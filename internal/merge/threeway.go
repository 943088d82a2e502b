package merge

import (
	"errors"

	"banwen/internal/align"
)

// errConflict is a place that both the editor and the data have changed.
var errConflict = errors.New("改的地方，报告里后来也改了")

// rebased makes the changes from original to edited on what the document says
// now. Where the document has changed in the same place it fails.
func rebased(original, edited, now string) (string, error) {
	if original == now {
		return edited, nil
	}
	o, e, c := []rune(original), []rune(edited), []rune(now)
	toEdited, ok := align.Pairs(o, e, align.Same)
	toNow, ok2 := align.Pairs(o, c, align.Same)
	if !ok || !ok2 {
		return "", errTooLong
	}
	out, at := []rune{}, 0 // at: how far of c has been taken over
	for i, j := 0, 0; i < len(o) || j < len(e); {
		if i < len(o) && toEdited[i] == j {
			i, j = i+1, j+1
			continue
		}
		from := i
		for i < len(o) && toEdited[i] < 0 {
			i++
		}
		to := len(e)
		if i < len(o) {
			to = toEdited[i]
		}
		start, end, ok := placeIn(toNow, len(c), from, i)
		if !ok || start < at {
			return "", errConflict
		}
		out = append(append(out, c[at:start]...), e[j:to]...)
		at, j = end, to
	}
	return string(append(out, c[at:]...)), nil
}

// placeIn is where a stretch of the original stands now, if it and what is
// beside it are unchanged.
func placeIn(toNow []int, length, from, to int) (start, end int, ok bool) {
	start, end = 0, length
	if from > 0 {
		start = toNow[from-1] + 1
	}
	if to < len(toNow) {
		end = toNow[to]
	}
	if start == 0 && from > 0 || end < 0 || end-start != to-from {
		return 0, 0, false
	}
	for i := from; i < to; i++ {
		if toNow[i] != start+i-from {
			return 0, 0, false
		}
	}
	return start, end, true
}
