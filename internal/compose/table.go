package compose

import (
	"strings"

	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/figure"
	"banwen/internal/template"
)

// table is {{表格 "名称"}}: a table of the data, or the figures of a chart as one.
func (r *runner) table(x call) {
	if name, _ := x.join(0, len(x.args)); r.c.findTable(x.scope.area, name) != nil {
		r.listing(x, r.c.findTable(x.scope.area, name))
		return
	}
	r.exhibit(x, func(st *setter, p *placement, at diag.Pos) {
		if p.tabled {
			st.c.diags.Errorf(at, "删去一处", "表格“%s”放了两次", p.chart.Name.Value)
			return
		}
		st.c.placeTable(p)
	})
}

// placeTable adds the figures of a chart as a table to the document: a line a
// category, a column a series and, where two periods are compared, the change.
func (c *composer) placeTable(p *placement) {
	p.tabled = true
	g, ok := c.grid(p)
	if !ok || !c.fits(len(g.rows)+2, len(g.categories)+1, p.chart.Name.At, 0) {
		return
	}
	c.outline.tables++
	t := &doc.Table{
		ID:     c.outline.unique("table/" + p.area.ID + "/" + slug(p.chart.Name.Value)),
		Number: c.outline.tables, Title: p.title(), Unit: g.unit, Note: c.note(g.values, p.chart.Note.Value), Place: typedAt(p.chart.Name),
	}
	t.Columns, t.Header = []doc.Align{doc.AlignLeft}, []doc.Cell{textCell("项目")}
	t.Rows = make([][]doc.Cell, len(g.categories))
	for i, category := range g.categories {
		t.Rows[i] = []doc.Cell{textCell(category)}
	}
	for _, row := range g.rows {
		name := row.name
		if len(g.rows) == 1 {
			name = "数量"
		}
		t.Columns, t.Header = append(t.Columns, doc.AlignRight), append(t.Header, textCell(name))
		for i, x := range row.cells {
			t.Rows[i] = append(t.Rows[i], figureCell(x))
		}
	}
	if compared := comparisons[p.chart.Compare.Value]; compared != nil {
		c.changeColumn(t, g, compared)
	}
	c.outline.add(t)
}

// changeColumn adds what has changed between the two periods of a table.
func (c *composer) changeColumn(t *doc.Table, g *grid, compared *comparison) {
	t.Columns, t.Header = append(t.Columns, doc.AlignRight), append(t.Header, textCell(compared.column))
	for i, v := range g.values {
		run := doc.Run{Text: missingText, Missing: true}
		if !g.rows[0].cells[i].missing {
			text, err := compared.word(c.book, v, figure.DefaultWords)
			if err != nil {
				c.diags.Errorf(v.Pos, "", "%v", err)
			}
			run = doc.Run{Text: text, Origin: c.changeOrigin(v, compared.then, compared.base(v))}
		}
		t.Rows[i] = append(t.Rows[i], doc.Cell{Runs: []doc.Run{run}})
	}
}

// maxColumns is how many columns a table may have: Word takes no more.
const maxColumns = 63

// fits tells whether a table of so many cells has room; it counts them.
func (c *composer) fits(columns, rows int, place template.Place, at int) bool {
	if columns > maxColumns {
		c.diags.Errorf(place(at), "拆成几个表格", "表格有%d栏，最多%d栏", columns, maxColumns)
		return false
	}
	c.work.carry(columns*rows*cellLoad, place, at)
	return !c.over()
}

func textCell(text string) doc.Cell { return doc.Cell{Runs: []doc.Run{{Text: text}}} }

func figureCell(x cell) doc.Cell {
	if x.missing {
		return doc.Cell{Runs: []doc.Run{{Text: missingText, Missing: true, Origin: x.origin}}}
	}
	return doc.Cell{Runs: []doc.Run{{Text: x.label, Origin: x.origin}}}
}

// proseTable sets rows of cells between bars: a header, a row that says how
// the columns stand, and more rows.
func (st *setter) proseTable(rows []line) {
	if len(rows) == 0 {
		return
	}
	header := rows[0].cells()
	first := rows[0][0]
	if !st.c.fits(len(header), len(rows), first.from.place, first.at) {
		return
	}
	columns, ok := alignments(rows, len(header))
	if !ok || len(columns) == 0 {
		st.c.diags.Errorf(first.pos(), "第二行写 |---|，一栏一个；居中写 :--:，靠右写 --:", "表格的第二行不对，应有%d栏", len(header))
		return
	}
	t := &doc.Table{ID: st.c.outline.next(st.under(rows[0]) + "/t"), Columns: columns, Header: header}
	for _, r := range rows[2:] {
		cells := r.cells()
		if len(cells) != len(columns) {
			st.c.diags.Errorf(r[0].pos(), "各行的栏数要一样", "表格这一行有%d栏，表头有%d栏", len(cells), len(columns))
			continue
		}
		t.Rows = append(t.Rows, cells)
	}
	st.c.outline.add(t)
}

// cells cuts a row at the bars that were typed.
func (l line) cells() []doc.Cell {
	var cells []doc.Cell
	var current line
	end := func() {
		cells = append(cells, doc.Cell{Runs: current.trimmed().runs()})
		current = nil
	}
	for i, p := range l {
		if !p.typed {
			current = append(current, p)
			continue
		}
		at := 0
		if i == 0 {
			at = len(p.run.Text) - len(strings.TrimPrefix(p.run.Text, "|"))
		}
		whole := p.run
		for {
			length := strings.IndexByte(whole.Text[at:], '|')
			p.run = whole.From(at)
			if length < 0 {
				current = append(current, p)
				break
			}
			p.run.Text = p.run.Text[:length]
			current = append(current, p)
			end()
			at += length + 1
		}
	}
	if current = current.trimmed(); len(current) > 0 {
		end()
	}
	return cells
}

// alignments reads the second row: |---|:--:|--:|.
func alignments(rows []line, count int) ([]doc.Align, bool) {
	if len(rows) < 2 {
		return nil, false
	}
	var all []doc.Align
	for _, cell := range rows[1].cells() {
		mark := doc.Text(cell.Runs)
		dashes := strings.Trim(mark, ":")
		if dashes == "" || strings.Trim(dashes, "-") != "" {
			return nil, false
		}
		left, right := strings.HasPrefix(mark, ":"), strings.HasSuffix(mark, ":")
		switch {
		case left && right:
			all = append(all, doc.AlignCenter)
		case right:
			all = append(all, doc.AlignRight)
		default:
			all = append(all, doc.AlignLeft)
		}
	}
	return all, len(all) == count
}
