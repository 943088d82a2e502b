// Package merge brings the edits and remarks of a DOCX that came back into a
// report's YAML: it finds which paragraph of the document each edited one is,
// maps the edited words back onto the prose they were printed from, and keeps
// every {{…}}. A figure that was changed by hand is told, never taken over.
// It changes nothing itself: it yields edits of YAML texts.
package merge

import (
	"strings"

	"banwen/internal/doc"
	"banwen/internal/docxread"
)

// item is a paragraph that a document prints of its tree.
type item struct {
	node    string    // the id it is bookmarked under; empty: a cell beside the first
	section string    // the headings it stands under
	runs    []doc.Run // what it says
	table   string    // id of the table that it is a cell of
	row     int
	column  int
	caption bool // of a chart or table: typed elsewhere than in prose
}

func (i *item) text() string { return doc.Text(i.runs) }

// titleNode is what the document's title is bookmarked under.
const titleNode = "#title"

// Texts lists the paragraphs of a document.
func Texts(d *doc.Document) []string {
	items := itemsOf(d)
	texts := make([]string, len(items))
	for i := range items {
		texts[i] = items[i].text()
	}
	return texts
}

// itemsOf lists the paragraphs that a document's tree prints, in its order.
func itemsOf(d *doc.Document) []item {
	sections := map[string]string{}
	for _, p := range d.Passages() {
		sections[p.Node] = p.Section
	}
	l := lister{sections: sections}
	l.add(item{node: titleNode, section: "标题", runs: d.Title.Runs})
	l.blocks(d.Blocks)
	for _, a := range d.Attachments {
		l.add(item{node: a.ID + "#title", section: doc.Text(a.Label), runs: a.Title.Runs})
		l.blocks(a.Blocks)
	}
	return l.items
}

type lister struct {
	sections map[string]string // by node
	items    []item
}

func (l *lister) add(i item) {
	if i.section == "" {
		i.section = l.sections[i.node]
	}
	if i.text() != "" {
		l.items = append(l.items, i)
	}
}

func (l *lister) blocks(all doc.Blocks) {
	for _, b := range all {
		switch b := b.(type) {
		case *doc.Heading:
			runs := append([]doc.Run{{Text: b.Number}}, b.Runs...)
			l.add(item{node: b.ID, runs: append(runs, b.Body...)})
		case *doc.Paragraph:
			l.add(item{node: b.ID, runs: b.Runs})
		case *doc.Table:
			l.caption(b.ID, b.Caption())
			l.cells(b)
		case *doc.Chart:
			l.caption(b.ID, b.Caption())
		}
	}
}

func (l *lister) caption(id, text string) {
	l.add(item{node: id + "#caption", section: l.sections[id], runs: []doc.Run{{Text: text}}, caption: true})
}

func (l *lister) cells(t *doc.Table) {
	rows := t.Rows
	if len(t.Header) > 0 {
		rows = append([][]doc.Cell{t.Header}, rows...)
	}
	for r, row := range rows {
		for c, cell := range row {
			i := item{section: l.sections[t.ID], runs: cell.Runs, table: t.ID, row: r, column: c}
			if r == 0 && c == 0 {
				i.node = t.ID
			}
			l.add(i)
		}
	}
}

// paragraph is a paragraph of the document as it is printed now.
type paragraph struct {
	text     string
	bookmark string
	cell     *docxread.Cell
	item     int // of the tree; -1: of what stands around the text, such as the red head
}

// paragraphsOf finds the items in the DOCX that we write of them ourselves, so
// that everything an edited one can hold has its counterpart.
func paragraphsOf(items []item, own *docxread.File, bookmark func(node string) string) []paragraph {
	byBookmark, byCell := map[string]int{}, map[cellKey]int{}
	for i := range items {
		if items[i].node != "" {
			byBookmark[bookmark(items[i].node)] = i
		}
		if items[i].table != "" {
			byCell[cellKey{items[i].table, items[i].row, items[i].column}] = i
		}
	}
	tables := map[int]string{} // the tree's id of each table of the file
	var all []paragraph
	for _, l := range own.Lines(docxread.Accepted) {
		p := paragraph{text: normal(l.Text), cell: l.Cell, item: -1}
		for _, name := range l.Bookmarks {
			p.bookmark = name
			if i, ok := byBookmark[name]; ok {
				p.item = i
				p.text = lineless(items, i, p.text)
				if l.Cell != nil && items[i].table != "" {
					tables[l.Cell.Table] = items[i].table
				}
			}
		}
		if l.Cell != nil && p.item < 0 {
			if i, ok := byCell[cellKey{tables[l.Cell.Table], l.Cell.Row, l.Cell.Column}]; ok {
				p.item = i
			}
		}
		if p.text != "" {
			all = append(all, p)
		}
	}
	return all
}

type cellKey struct {
	table       string
	row, column int
}

// lineless is a title without the breaks between its lines, which are the
// program's; any other text as it is.
func lineless(items []item, i int, text string) string {
	if strings.HasSuffix(items[i].node, "#title") {
		return strings.ReplaceAll(text, "\n", "")
	}
	return text
}

// normal is a text as compose prints one: without blanks at the ends of its
// lines and without empty lines.
func normal(text string) string {
	var lines []string
	for l := range strings.SplitSeq(text, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			lines = append(lines, l)
		}
	}
	return strings.Join(lines, "\n")
}
