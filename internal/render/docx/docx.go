// Package docx writes a document as Office Open XML (ECMA-376, transitional).
package docx

import (
	"io"

	"banwen/internal/doc"
	"banwen/internal/style"
)

// Write writes the document as a DOCX file with named styles and native
// charts; the same document gives the same bytes.
func Write(w io.Writer, d *doc.Document, p *style.Profile) error { panic("to be written") }
