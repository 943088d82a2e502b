package review

import (
	"slices"

	"banwen/internal/align"
	"banwen/internal/doc"
)

// table compares a table cell by cell; nil where it has other columns.
func (m *marking) table(a, b *doc.Table) doc.Block {
	if len(a.Columns) != len(b.Columns) || len(a.Header) != len(b.Header) {
		return nil
	}
	t := *b
	t.Marked = m.around(doc.Marked{Caption: a.CaptionRuns(), Unit: a.UnitRuns(), Note: a.NoteRuns()},
		doc.Marked{Caption: b.CaptionRuns(), Unit: b.UnitRuns(), Note: b.NoteRuns()})
	t.Header, t.Rows = m.row(a.Header, b.Header), nil
	for _, r := range alignRows(a.Rows, b.Rows) {
		var change doc.Change
		row := wholeRow(r.b, doc.Inserted)
		switch {
		case r.a == nil:
			change = doc.Inserted
		case r.b == nil:
			change, row = doc.Deleted, wholeRow(r.a, doc.Deleted)
		default:
			row = m.row(r.a, r.b)
		}
		m.changed = m.changed || change != ""
		t.Rows, t.Changes = append(t.Rows, row), append(t.Changes, change)
	}
	if !slices.ContainsFunc(t.Changes, func(c doc.Change) bool { return c != "" }) {
		t.Changes = nil
	}
	return &t
}

// row marks what has changed in a row's cells.
func (m *marking) row(a, b []doc.Cell) []doc.Cell {
	cells := slices.Clone(b)
	for i := range cells {
		var was []doc.Run
		if i < len(a) {
			was = a[i].Runs
		}
		cells[i].Runs = m.texts(was, b[i].Runs)
	}
	return cells
}

func wholeRow(row []doc.Cell, change doc.Change) []doc.Cell {
	cells := make([]doc.Cell, len(row))
	for i := range row {
		cells[i].Runs = whole(row[i].Runs, change)
	}
	return cells
}

// rowPair is a row beside what it is in the other version; nil where it is
// not there.
type rowPair struct{ a, b []doc.Cell }

// alignRows pairs the rows of two tables: those that are equal, between them
// those whose first cells are, and what is left one by one where both have as
// many.
func alignRows(a, b [][]doc.Cell) []rowPair {
	return alignRowsBy(a, b, rowText, func(a, b [][]doc.Cell) []rowPair {
		return alignRowsBy(a, b, rowHead, replacedRows)
	})
}

// alignRowsBy pairs the rows that have the same key; rest pairs those between.
func alignRowsBy(a, b [][]doc.Cell, key func([]doc.Cell) string, rest func(a, b [][]doc.Cell) []rowPair) []rowPair {
	var pairs []rowPair
	for _, e := range align.Edits(rowKeys(a, key), rowKeys(b, key)) {
		if !e.Equal {
			pairs = append(pairs, rest(a[e.A0:e.A1], b[e.B0:e.B1])...)
			continue
		}
		for i := range e.A1 - e.A0 {
			pairs = append(pairs, rowPair{a[e.A0+i], b[e.B0+i]})
		}
	}
	return pairs
}

// rowHead is what names a row: its first cell.
func rowHead(row []doc.Cell) string { return rowText(row[:min(1, len(row))]) }

func replacedRows(a, b [][]doc.Cell) []rowPair {
	var pairs []rowPair
	if len(a) == len(b) {
		for i := range a {
			pairs = append(pairs, rowPair{a[i], b[i]})
		}
		return pairs
	}
	for _, row := range a {
		pairs = append(pairs, rowPair{a: row})
	}
	for _, row := range b {
		pairs = append(pairs, rowPair{b: row})
	}
	return pairs
}

// rowKeys are the keys of rows.
func rowKeys(rows [][]doc.Cell, key func([]doc.Cell) string) []string {
	keys := make([]string, len(rows))
	for i, row := range rows {
		keys[i] = key(row)
	}
	return keys
}
