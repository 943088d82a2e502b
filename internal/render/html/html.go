// Package html writes a document as one self-contained page that opens offline.
package html

import (
	"io"

	"banwen/internal/doc"
	"banwen/internal/style"
)

// Write writes the document as HTML; the same document gives the same bytes.
func Write(w io.Writer, d *doc.Document, p *style.Profile) error { panic("to be written") }
