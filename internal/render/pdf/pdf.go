// Package pdf writes a layout as PDF.
package pdf

import (
	"io"

	"banwen/internal/font"
	"banwen/internal/typeset"
)

// Write writes the layout as a PDF file: only the glyphs used are embedded,
// text copies out as it was typed, the same layout gives the same bytes.
func Write(w io.Writer, l *typeset.Layout, fonts *font.Set) error { panic("to be written") }
