package chart

import "banwen/internal/style"

// Measure gives the width of a text set in a face at a size.
type Measure func(text string, face style.Role, size style.Length) style.Length

// EstimateWidth is a Measure that needs no font: full-width characters are one
// em wide, others half an em.
func EstimateWidth(text string, _ style.Role, size style.Length) style.Length {
	halves := style.Length(0)
	for _, r := range text {
		if isNarrow(r) {
			halves++
		} else {
			halves += 2
		}
	}
	return halves * size / 2
}

// isNarrow says whether a character is half an em wide in a Chinese font:
// the Latin scripts are; everything from general punctuation on (“ — … ％ 中) is not.
func isNarrow(r rune) bool { return r < 0x2000 }
