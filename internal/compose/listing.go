package compose

import (
	"cmp"
	"errors"
	"strings"

	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/figure"
	"banwen/internal/source"
)

// listing is a table of the data (表格), and what becomes of it.
type listing struct {
	area      *source.Area
	table     *source.Table
	mentioned bool // a text says where it stands
	placed    bool // it stands in the document
}

// findTable finds a table by its name in area, or as 工作.名称.
func (c *composer) findTable(area *source.Area, name string) *listing {
	if l := c.tables[chartKey{area, name}]; l != nil {
		return l
	}
	areaName, own, _ := strings.Cut(name, ".")
	return c.tables[chartKey{c.areas[areaName], own}]
}

// listing asks for a table of the data on a line of its own.
func (r *runner) listing(x call, l *listing) {
	at := r.p.place(x.args[0].At)
	r.add(piece{at: x.action.At, scope: x.scope, called: x.name, insert: func(st *setter) {
		if l.placed {
			st.c.diags.Errorf(at, "删去一处", "表格“%s”放了两次", l.table.Name.Value)
			return
		}
		st.c.placeListing(l)
	}})
}

// placeListing adds a table of the data to the document.
func (c *composer) placeListing(l *listing) {
	l.placed = true
	columns, rows, ok := c.listed(l)
	if !ok {
		c.failed = true
		return
	}
	c.outline.tables++
	var values []*figure.Value
	for _, column := range columns {
		values = append(values, column.values...)
	}
	t := &doc.Table{
		ID:     c.outline.unique("table/" + l.area.ID + "/" + slug(l.table.Name.Value)),
		Number: c.outline.tables, Title: l.title(), Unit: commonUnit(columns), Wide: l.table.Wide,
		Note: c.note(values, l.table.Note.Value), Place: typedAt(l.table.Name),
		Columns: []doc.Align{doc.AlignLeft}, Header: []doc.Cell{textCell(l.corner())},
	}
	t.Rows = make([][]doc.Cell, len(rows))
	for i, name := range rows {
		t.Rows[i] = []doc.Cell{textCell(name)}
	}
	for _, column := range columns {
		t.Columns, t.Header = append(t.Columns, doc.AlignRight), append(t.Header, textCell(column.name))
		for i, v := range column.values {
			t.Rows[i] = append(t.Rows[i], c.listedCell(column, v, t.Unit))
		}
	}
	c.outline.add(t)
}

// title is the table's caption: 标题, or else 名称.
func (l *listing) title() string {
	if l.table.Title.Value != "" {
		return l.table.Title.Value
	}
	return l.table.Name.Value
}

// corner is the cell above the names of the rows.
func (l *listing) corner() string {
	if l.table.Corner.Value != "" {
		return l.table.Corner.Value
	}
	return "项目"
}

// listedColumn is one column of a table: one thing that is shown of a row of
// indicators.
type listedColumn struct {
	name   string
	what   string // of the data's words: 数, 去年同期, 同比 …
	pos    diag.Pos
	values []*figure.Value
}

// listed gives a table's columns and the names of its rows; false after
// mistakes, which are reported.
func (c *composer) listed(l *listing) (columns []listedColumn, rows []string, ok bool) {
	if len(l.table.Series) > 0 {
		for _, s := range l.table.Series {
			values, found := c.figures(l.area, s.Indicators)
			if !found {
				return nil, nil, false
			}
			columns = append(columns, listedColumn{s.Name.Value, number, s.Name.Pos(), values})
		}
	} else {
		values, found := c.figures(l.area, l.table.Indicators)
		if !found {
			return nil, nil, false
		}
		columns = append(columns, c.columnsOf(l.table, values)...)
	}
	for _, name := range l.table.Rows {
		rows = append(rows, name.Value)
	}
	if len(rows) == 0 {
		rows = indicatorNames(columns[0].values)
	}
	for _, column := range columns {
		ok = len(column.values) == len(rows) && c.shown(column)
		if !ok {
			return nil, nil, false // rows that do not match are source's to report
		}
	}
	return columns, rows, true
}

// number is what a table shows of an indicator where 列 does not say.
const number = "数"

func (c *composer) columnsOf(t *source.Table, values []*figure.Value) []listedColumn {
	if len(t.Columns) == 0 {
		return []listedColumn{{"数量", number, t.Name.Pos(), values}}
	}
	var columns []listedColumn
	for _, what := range t.Columns {
		name := what.Value
		if name == number {
			name = "数量"
		}
		columns = append(columns, listedColumn{name, what.Value, what.Pos(), values})
	}
	return columns
}

// shown tells whether every figure of a column has what the column shows, and
// reports those that have not.
func (c *composer) shown(column listedColumn) bool {
	ok := true
	for _, v := range column.values {
		switch {
		case v.Failed:
			c.failed, ok = true, false
		case v.Pending && c.stage == Final:
			c.diags.Errorf(v.Pos, "补上数，去掉“待补”", "“%s”还没有数，不能定稿", v.Key)
			ok = false
		case v.Pending:
		default:
			if _, _, err := c.show(column.what, v); err != nil {
				message, hint := err.Error(), "补上它"
				if m := new(figure.Mistake); errors.As(err, &m) {
					message, hint = m.Message, cmp.Or(m.Hint, hint)
				}
				c.diags.Errorf(column.pos, hint+"，或从“列”里删去“"+column.what+"”", "%s", message)
				ok = false
			}
		}
	}
	return ok
}

// show gives what a column shows of a figure: a quantity, or a text that is
// computed. The error says what the figure lacks.
func (c *composer) show(what string, v *figure.Value) (q *figure.Quantity, text string, err error) {
	switch what {
	case "同比":
		text, err = c.book.YearOnYear(v, figure.DefaultWords)
		return nil, text, err
	case "环比":
		text, err = c.book.PeriodOnPeriod(v, figure.DefaultWords)
		return nil, text, err
	case "完成率":
		text, err = c.book.Progress(v, rateDecimals)
		return nil, text, err
	}
	if q = quantityOf(what, v); q == nil {
		err = &figure.Mistake{Message: "“" + v.Key.Name + "”没有" + what + "数"}
	}
	return q, "", err
}

// quantityOf is a number of a figure; nil where it has none such, or where
// what is not a number.
func quantityOf(what string, v *figure.Value) *figure.Quantity {
	switch what {
	case number:
		return &v.Quantity
	case "去年同期":
		return v.LastYear
	case "上期":
		return v.Previous
	case "计划":
		return targetOf(v)
	}
	return nil
}

// commonUnit is the unit of every number in a table; empty if they differ.
func commonUnit(columns []listedColumn) string {
	unit, first := "", true
	for _, column := range columns {
		for _, v := range column.values {
			q := quantityOf(column.what, v)
			switch {
			case q == nil || v.Pending || v.Failed:
			case first:
				unit, first = q.Unit.Name, false
			case q.Unit.Name != unit:
				return ""
			}
		}
	}
	return unit
}

// listedCell is one cell; a number goes without its unit where the table has
// one for all.
func (c *composer) listedCell(column listedColumn, v *figure.Value, unit string) doc.Cell {
	if v.Pending {
		return doc.Cell{Runs: []doc.Run{{Text: missingText, Missing: true, Origin: c.origin(v)}}}
	}
	q, text, err := c.show(column.what, v)
	if err != nil {
		return doc.Cell{} // shown has reported it
	}
	origin := c.origin(v)
	switch {
	case q == nil:
		origin = c.changeOrigin(v, baseWords[column.what], quantityOf(baseWords[column.what], v))
	case column.what != number:
		origin = c.baseOrigin(v, column.what, q)
	}
	if q != nil {
		text = c.book.Print(*q)
		if unit != "" {
			text = c.book.PrintNumber(*q)
		}
	}
	return doc.Cell{Runs: []doc.Run{{Text: text, Origin: origin}}}
}

// baseWords are what computed columns are computed against.
var baseWords = map[string]string{"同比": "去年同期", "环比": "上期", "完成率": "计划"}
