package docx

import (
	"banwen/internal/doc"
	"banwen/internal/render/docx/xml"
	"banwen/internal/style"
)

// table is a table with its caption and unit above and its note below.
func (f *file) table(t *doc.Table) []*xml.Node {
	var nodes []*xml.Node
	if caption := t.CaptionRuns(); len(caption) > 0 {
		nodes = append(nodes, f.small(captionStyle, t.ID+captionPart, caption, on("w:keepNext")))
	}
	if unit := t.UnitRuns(); len(unit) > 0 {
		nodes = append(nodes, f.small(unitStyle, t.ID+unitPart, unit))
	}
	nodes = append(nodes, f.grid(t))
	if note := t.NoteRuns(); len(note) > 0 {
		nodes = append(nodes, f.small(noteStyle, t.ID+notePart, note, f.keepNext(false)))
	}
	return nodes
}

// small is a paragraph around a chart or table.
func (f *file) small(style, nodeID string, text []doc.Run, properties ...*xml.Node) *xml.Node {
	return f.paragraph(style, nodeID, f.runs(text, inline{}), append(properties, f.paragraphMark(doc.WholeChange(text)))...)
}

// grid is the table itself.
func (f *file) grid(t *doc.Table) *xml.Node {
	widths := f.columnWidths(t)
	total := style.Length(0)
	columns := xml.E("w:tblGrid", nil)
	for _, w := range widths {
		total += w
		columns.Add(xml.E("w:gridCol", xml.A("w:w", twips(w))))
	}
	tbl := xml.E("w:tbl", nil, xml.E("w:tblPr", nil,
		val("w:tblStyle", tableStyle),
		xml.E("w:tblW", tableWidth(twips(total))),
		val("w:jc", "center"),
		xml.E("w:tblLayout", xml.A("w:type", "fixed")),
		val("w:tblLook", "0620")), // the first row has a look of its own, bands have none
		columns)
	rows := t.Rows
	if len(t.Header) > 0 {
		rows = append([][]doc.Cell{t.Header}, rows...)
	}
	set := tableColumns{widths, f.longestFractions(t)}
	for i, cells := range rows {
		at := rowPlace{header: i == 0 && len(t.Header) > 0, first: i == 0, change: t.Change}
		if !at.header {
			at.change = t.RowChange(i - len(rows) + len(t.Rows))
		}
		if last := i == len(rows)-1; last {
			at.kept = f.signed && len(t.NoteRuns()) == 0
		} else {
			at.kept = at.header || f.isShort(t)
		}
		tbl.Add(f.row(t, cells, set, at))
	}
	return tbl
}

// isShort says whether a table has so few rows that nobody expects it on two
// pages: a third of one.
func (f *file) isShort(t *doc.Table) bool {
	return style.Length(len(t.Rows))*f.profile.Table.Pitch <= f.tablePage(t).TextHeight/3
}

// rowPlace is where in its table a row stands.
type rowPlace struct {
	header, first bool
	kept          bool // on the page of what follows
	change        doc.Change
}

// tableColumns are the widths of a table's columns and of what follows
// the longest number's integer in each.
type tableColumns struct{ widths, fractions []style.Length }

// row is one row; the header is repeated on every page. The table's bookmark
// is in the first cell of the first row.
func (f *file) row(t *doc.Table, cells []doc.Cell, columns tableColumns, at rowPlace) *xml.Node {
	row := xml.E("w:tr", nil, xml.E("w:trPr", nil, on("w:cantSplit"),
		xml.E("w:trHeight", xml.A("w:val", twips(f.profile.Table.Pitch), "w:hRule", "atLeast")),
		optional(at.header, on("w:tblHeader")), f.rowMark(at.change)))
	for i, align := range t.Columns {
		var content []*xml.Node
		if i < len(cells) {
			content = f.runs(cells[i].Runs, inline{})
		}
		if at.first && i == 0 {
			content = f.bookmarked(t.ID, content)
		}
		short := style.Length(0)
		switch {
		case at.header:
			align = doc.AlignCenter
		case i < len(cells):
			short = f.shortfall(cells[i], columns.fractions[i])
		}
		p := xml.E("w:p", nil, xml.E("w:pPr", nil, val("w:pStyle", cellStyle),
			optional(at.kept, on("w:keepNext")), optional(short > 0, xml.E("w:ind", xml.A("w:right", twips(short)))), val("w:jc", string(align)), f.paragraphMark(at.change)))
		p.Add(content...)
		row.Add(xml.E("w:tc", nil, xml.E("w:tcPr", nil, xml.E("w:tcW", tableWidth(twips(columns.widths[i])))), p))
	}
	return row
}
