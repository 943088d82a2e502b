package doc

import "strconv"

// Align is how a column's cells stand.
type Align string

// The alignments of a column.
const (
	AlignLeft   Align = "left"
	AlignCenter Align = "center"
	AlignRight  Align = "right"
)

// Table is a table. Every row has as many cells as there are Columns.
type Table struct {
	ID      string   `json:"id"`
	Number  int      `json:"number,omitempty"` // 表1, 表2 …; 0: a table in prose without a caption
	Title   string   `json:"title,omitempty"`  // caption without the number
	Unit    string   `json:"unit,omitempty"`   // 单位：…, at the right above the table
	Note    string   `json:"note,omitempty"`   // below the table
	Place   *Place   `json:"place,omitempty"`  // where the data asks for it; nil for a table in prose
	Wide    bool     `json:"wide,omitempty"`   // on pages of its own, turned on their side (横排)
	Columns []Align  `json:"columns"`
	Header  []Cell   `json:"header,omitempty"`
	Rows    [][]Cell `json:"rows"`
	Change  Change   `json:"change,omitempty"`     // of the table as a whole
	Changes []Change `json:"rowChanges,omitempty"` // of whole rows, one each; nil where there are none
	Marked  *Marked  `json:"marked,omitempty"`     // nil where its texts have not changed
}

// Cell is one cell of a table.
type Cell struct {
	Runs []Run `json:"runs"`
}

// NodeID implements Block.
func (t *Table) NodeID() string { return t.ID }

func (t *Table) kind() string { return "table" }

// Caption is the table's caption (表题) as printed, 表1　标题; empty when it has none.
func (t *Table) Caption() string {
	if t.Number == 0 {
		return t.Title
	}
	return "表" + strconv.Itoa(t.Number) + "　" + t.Title
}
