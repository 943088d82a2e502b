// Package sheet holds a chart's data as a table and writes it as the workbook
// inside the document (SpreadsheetML, ECMA-376 part 1, clause 18). The chart's
// caches are written from the same table, so that both agree.
package sheet

import "strconv"

// Table is a table of numbers: a name for each row in column A, a column for
// each series from column B, the names of the series in row 1.
type Table struct {
	Corner  string   // A1
	Rows    []string // names, from A2
	Columns []Column
}

// Column is one series.
type Column struct {
	Name  string
	Cells []Cell // one a row
}

// Cell is a number; empty where there is none.
type Cell struct {
	Value  string // decimal digits
	Format string // number format code (ECMA-376 part 1, clause 18.8.31)
}

// Name is the only sheet's name.
const Name = "Sheet1"

// RowsRef is where the rows' names stand: Sheet1!$A$2:$A$4.
func (t *Table) RowsRef() string { return t.column(0) }

// NameRef is where a column's name stands: Sheet1!$B$1.
func (t *Table) NameRef(column int) string { return Name + "!$" + letters(column+1) + "$1" }

// CellsRef is where a column's numbers stand: Sheet1!$B$2:$B$4.
func (t *Table) CellsRef(column int) string { return t.column(column + 1) }

func (t *Table) column(n int) string {
	c := letters(n)
	return Name + "!$" + c + "$2:$" + c + "$" + strconv.Itoa(len(t.Rows)+1)
}

// letters names a column counted from 0: A to Z, AA ….
func letters(n int) string {
	name := string(rune('A' + n%26))
	for n = n / 26; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}

// formats lists the number formats of a table, each once, in the order they come.
func (t *Table) formats() []string {
	var list []string
	seen := map[string]bool{}
	for _, c := range t.Columns {
		for _, cell := range c.Cells {
			if cell.Format != "" && !seen[cell.Format] {
				seen[cell.Format] = true
				list = append(list, cell.Format)
			}
		}
	}
	return list
}
