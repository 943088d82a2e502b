package compose

import (
	"maps"
	"slices"

	"banwen/internal/doc"
	"banwen/internal/figure"

	"github.com/shopspring/decimal"
)

// grid is the figures of a chart or a table: a row a series, a cell a category.
type grid struct {
	categories []string
	rows       []row
	unit       string          // of every number; empty when they differ
	families   []string        // of units in it, by the name of the first unit of each
	values     []*figure.Value // that the cells are made from, row by row
}

// row is one series.
type row struct {
	name  string
	cells []cell
}

// cell is one figure, in the grid's unit where its own converts into it.
type cell struct {
	quantity figure.Quantity
	number   decimal.Decimal
	label    string // as printed, with the unit only where the grid has none for all
	missing  bool
	origin   *doc.Origin
}

// comparison is what 对比 adds a series for.
type comparison struct {
	now, then string // names of the two series
	base      func(*figure.Value) *figure.Quantity
	lacks     func(*figure.Value) bool // for a mistake that has been reported
	word      func(*figure.Book, *figure.Value, figure.Words) (string, error)
	column    string // 同比, 环比
}

var comparisons = map[string]*comparison{
	"去年同期": {"今年", "去年同期", func(v *figure.Value) *figure.Quantity { return v.LastYear }, (*figure.Value).LacksLastYear, (*figure.Book).YearOnYear, "同比"},
	"上期":   {"本期", "上期", func(v *figure.Value) *figure.Quantity { return v.Previous }, (*figure.Value).LacksPrevious, (*figure.Book).PeriodOnPeriod, "环比"},
}

// grid gathers a chart's figures; false after mistakes.
func (c *composer) grid(p *placement) (*grid, bool) {
	x, g := p.chart, &grid{}
	ok := false
	if len(x.Series) == 0 {
		ok = c.singleSeries(p, g)
	} else {
		ok = c.severalSeries(p, g)
	}
	for _, category := range x.Categories {
		g.categories = append(g.categories, category.Value)
	}
	if len(g.categories) == 0 && len(g.rows) > 0 {
		g.categories = indicatorNames(g.values[:min(len(g.rows[0].cells), len(g.values))])
	}
	if !ok || !g.isFull() { // rows that are not full are source's to report
		c.failed = true
		return nil, false
	}
	c.settleUnits(g)
	return g, true
}

// isFull tells whether every row has a figure for each category.
func (g *grid) isFull() bool {
	for _, row := range g.rows {
		if len(row.cells) != len(g.categories) {
			return false
		}
	}
	return true
}

// singleSeries makes a row of 指标 and, where 对比 asks for it, one of their bases.
func (c *composer) singleSeries(p *placement, g *grid) bool {
	values, ok := c.figures(p.area, p.chart.Indicators)
	if !ok {
		return false
	}
	g.values = values
	compared := comparisons[p.chart.Compare.Value]
	if compared == nil {
		g.rows = []row{c.row(p.title(), values)}
		return !p.chart.Compare.Given()
	}
	g.rows = []row{c.row(compared.now, values)}
	then := row{name: compared.then}
	for i, v := range values {
		base := compared.base(v)
		if base == nil && compared.lacks(v) {
			ok = false
			continue
		}
		if base == nil {
			c.diags.Errorf(p.chart.Indicators[i].Pos(), "写上“"+compared.then+"”", "“%s”没有%s数", v.Key.Name, compared.then)
			ok = false
			continue
		}
		then.cells = append(then.cells, cell{quantity: *base, origin: c.baseOrigin(v, compared.then, base)})
	}
	g.rows = append(g.rows, then)
	return ok
}

// commonDay is the 截至 that all figures have; a formula's result has it from
// what it is computed from. Empty if they differ.
func commonDay(values []*figure.Value) string {
	found := map[string]bool{}
	addDays(found, values, map[*figure.Value]bool{})
	if days := slices.Collect(maps.Keys(found)); len(days) == 1 {
		return days[0]
	}
	return ""
}

// addDays adds the 截至 of values to days. Formulas share inputs, and those
// that check a typed number may name each other, so each value is seen once.
func addDays(days map[string]bool, values []*figure.Value, seen map[*figure.Value]bool) {
	for _, v := range values {
		if seen[v] {
			continue
		}
		seen[v] = true
		if v.AsOf != "" || v.Given != nil || len(v.Inputs) == 0 {
			days[v.AsOf] = true
			continue
		}
		addDays(days, v.Inputs, seen)
	}
}

// severalSeries makes a row of each 系列.
func (c *composer) severalSeries(p *placement, g *grid) bool {
	all := !p.chart.Compare.Given()
	if !all {
		c.diags.Errorf(p.chart.Compare.Pos(), "只留一样", "“对比”和“系列”不能同时写")
	}
	for _, s := range p.chart.Series {
		values, ok := c.figures(p.area, s.Indicators)
		all = all && ok
		g.rows = append(g.rows, c.row(s.Name.Value, values))
		g.values = append(g.values, values...)
	}
	return all
}

// row makes a row of values; those that are 待补 are missing in a draft.
func (c *composer) row(name string, values []*figure.Value) row {
	r := row{name: name}
	for _, v := range values {
		missing := v.Pending || v.Failed
		c.failed = c.failed || v.Failed
		if v.Pending && c.stage == Final {
			c.diags.Errorf(v.Pos, "补上数，去掉“待补”", "“%s”还没有数，不能定稿", v.Key)
		}
		r.cells = append(r.cells, cell{quantity: v.Quantity, missing: missing, origin: c.origin(v)})
	}
	return r
}

func indicatorNames(values []*figure.Value) []string {
	names := make([]string, len(values))
	for i, v := range values {
		names[i] = v.Key.Name
	}
	return names
}

// settleUnits puts every number into the unit of the first one, where units
// convert, and labels each: with its unit only where units differ.
func (c *composer) settleUnits(g *grid) {
	var first *figure.Unit
	differ := false
	seen := map[string]bool{}
	g.each(func(x *cell) {
		u := x.quantity.Unit
		if first == nil {
			first = &u
		}
		differ = differ || u.Name != first.Name
		if !seen[u.Family] {
			seen[u.Family] = true
			g.families = append(g.families, u.Name)
		}
	})
	if first != nil && len(g.families) == 1 {
		g.unit = first.Name
	}
	g.each(func(x *cell) {
		q := x.quantity
		q.Approx = false
		x.number, x.label = q.Number, c.book.PrintNumber(q)
		if differ {
			x.label = c.book.Print(q)
		}
		if u := q.Unit; len(g.families) == 1 && u.Name != first.Name {
			x.number = q.Number.Mul(u.Factor).Div(first.Factor)
		}
	})
}

// each calls f for every cell that has a figure.
func (g *grid) each(f func(*cell)) {
	for i := range g.rows {
		for j := range g.rows[i].cells {
			if x := &g.rows[i].cells[j]; !x.missing {
				f(x)
			}
		}
	}
}
