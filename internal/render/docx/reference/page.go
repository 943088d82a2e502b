package reference

import (
	"strconv"

	"banwen/internal/style"
)

// readPage reads a section's paper and margins; nil where it does not say all.
func readPage(section *element) *Page {
	size, margins := section.child("w:pgSz"), section.child("w:pgMar")
	width, ok1 := twips(size, "w:w")
	height, ok2 := twips(size, "w:h")
	top, ok3 := twips(margins, "w:top")
	bottom, ok4 := twips(margins, "w:bottom")
	left, ok5 := twips(margins, "w:left")
	right, ok6 := twips(margins, "w:right")
	if !(ok1 && ok2 && ok3 && ok4 && ok5 && ok6) {
		return nil
	}
	gutter, _ := twips(margins, "w:gutter")
	header, _ := twips(margins, "w:header")
	footer, _ := twips(margins, "w:footer")
	// A negative margin is one that headers and footers do not push.
	top, bottom = max(top, -top), max(bottom, -bottom)
	return &Page{Header: header, Footer: footer, Page: style.Page{
		Width: width, Height: height, Top: top, Left: left + gutter,
		TextWidth: width - left - gutter - right, TextHeight: height - top - bottom,
	}}
}

// twips reads a measure.
func twips(e *element, name string) (style.Length, bool) {
	const most = 100_000
	n, err := strconv.Atoi(e.attr(name))
	if err != nil || n > most || n < -most {
		return 0, false
	}
	return style.Length(n) * style.Twip, true
}
