// Package text writes a document's words as plain text.
package text

import (
	"io"

	"banwen/internal/doc"
)

// Write writes the title, an empty line, and a line for each heading and
// paragraph, as people would retype the document; charts are left out, tables
// are rows of cells between bars.
func Write(w io.Writer, d *doc.Document) error { panic("to be written") }
