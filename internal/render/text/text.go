// Package text writes a document's words as plain text.
package text

import (
	"io"
	"strings"

	"banwen/internal/doc"
)

// Write writes the title, an empty line, and a line for each heading and
// paragraph, as people would retype the document; charts are left out, tables
// are rows of cells between bars with their caption above and note below.
// What a formal document has around its text (版头 to 版记) stands where
// it is read. The lines are UTF-8 without a byte order mark and end with \n.
func Write(w io.Writer, d *doc.Document) error {
	var b strings.Builder
	head(&b, d.Head)
	line(&b, d.Title.Text)
	line(&b, "")
	optionalLine(&b, doc.Text(d.Addressee))
	blocks(&b, d.Blocks)
	attachmentNote(&b, d.Attachments)
	if s := d.Signature; s != nil {
		optionalLine(&b, doc.Text(s.Organ))
		optionalLine(&b, doc.Text(s.Date))
	}
	optionalLine(&b, doc.Text(d.Remark))
	for i := range d.Attachments {
		attachment(&b, &d.Attachments[i])
	}
	imprint(&b, d.Imprint)
	_, err := io.WriteString(w, b.String())
	return err
}

func blocks(b *strings.Builder, all []doc.Block) {
	for _, block := range all {
		switch block := block.(type) {
		case *doc.Heading:
			line(b, block.Text())
		case *doc.Paragraph:
			line(b, block.Text())
		case *doc.Table:
			table(b, block)
		}
	}
}

func table(b *strings.Builder, t *doc.Table) {
	optionalLine(b, t.Caption())
	if t.Unit != "" {
		line(b, "单位："+t.Unit)
	}
	if len(t.Header) > 0 {
		row(b, t.Header)
	}
	for _, cells := range t.Rows {
		row(b, cells)
	}
	optionalLine(b, t.Note)
}

func row(b *strings.Builder, cells []doc.Cell) {
	b.WriteString("|")
	for _, cell := range cells {
		b.WriteString(" " + doc.Text(cell.Runs) + " |")
	}
	b.WriteString("\n")
}

func line(b *strings.Builder, text string) {
	b.WriteString(text)
	b.WriteString("\n")
}

// optionalLine writes a line that a document need not have.
func optionalLine(b *strings.Builder, text string) {
	if text != "" {
		line(b, text)
	}
}
