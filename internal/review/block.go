package review

import (
	"fmt"
	"strings"

	"banwen/internal/doc"
)

// blockKind is what a block must share with another to be the same part:
// headings of different levels are not.
func blockKind(b doc.Block) string {
	if h, ok := b.(*doc.Heading); ok {
		return fmt.Sprintf("heading %d", h.Level)
	}
	return fmt.Sprintf("%T", b)
}

// blockText is what a block says, without the numbers that follow from its
// place in the document.
func blockText(b doc.Block) string {
	switch b := b.(type) {
	case *doc.Heading:
		return doc.Text(b.Runs) + doc.Text(b.Body)
	case *doc.Paragraph:
		return b.Text()
	case *doc.Table:
		return tableText(b)
	case *doc.Chart:
		return chartText(b)
	default:
		return ""
	}
}

func tableText(t *doc.Table) string {
	var b strings.Builder
	b.WriteString(t.Title + "\n" + t.Unit + "\n" + t.Note + "\n")
	for _, row := range append([][]doc.Cell{t.Header}, t.Rows...) {
		b.WriteString(rowText(row) + "\n")
	}
	return b.String()
}

// rowText is a row as one string.
func rowText(row []doc.Cell) string {
	var b strings.Builder
	for _, cell := range row {
		b.WriteString(doc.Text(cell.Runs) + "\t")
	}
	return b.String()
}

// chartText is all that a chart shows, save its caption's number.
func chartText(c *doc.Chart) string { return c.Title + "\n" + c.Note + "\n" + chartData(c) }

// chartData is what a chart shows besides its title and note.
func chartData(c *doc.Chart) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s\n%s\n", c.Kind, c.Unit, strings.Join(c.Categories, "\t"))
	for _, s := range c.Series {
		b.WriteString(s.Name)
		for _, p := range s.Points {
			b.WriteString("\t" + p.Value + " " + p.Label)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// hasName tells whether a block's id comes from a name that someone gave:
// such a block stays itself whatever it says. Those of paragraphs are counted
// and change hands when one is put in between.
func hasName(b doc.Block) bool {
	_, isParagraph := b.(*doc.Paragraph)
	return !isParagraph
}
