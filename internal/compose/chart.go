package compose

import (
	"errors"
	"slices"
	"strings"

	"banwen/internal/chart"
	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/figure"
	"banwen/internal/source"
	"banwen/internal/template"
)

// chartKinds are the kinds of chart (类型) as the data names them.
var chartKinds = map[string]doc.ChartKind{
	"柱状图": doc.Column, "条形图": doc.Bar, "堆叠柱状图": doc.StackedColumn,
	"折线图": doc.Line, "饼图": doc.Pie, "环形图": doc.Doughnut,
}

// chartKey names a chart of the report.
type chartKey struct {
	area *source.Area
	name string
}

// placement is a chart of the data, and what becomes of it.
type placement struct {
	area      *source.Area
	chart     *source.Chart
	mentioned bool // a text says where it stands
	placed    bool // it stands in the document as a chart
	tabled    bool // it stands in the document as a table
}

// addCharts enters an area's charts and tables.
func (c *composer) addCharts(a *source.Area) {
	for i := range a.Tables {
		x := &a.Tables[i]
		c.tables[chartKey{a, x.Name.Value}] = &listing{area: a, table: x}
	}
	for i := range a.Charts {
		x := &a.Charts[i]
		key := chartKey{a, x.Name.Value}
		if c.charts[key] == nil {
			c.charts[key] = &placement{area: a, chart: x}
		}
	}
}

// findChart finds a chart by its name in area, or as 工作.名称.
func (c *composer) findChart(area *source.Area, name string) *placement {
	if p := c.charts[chartKey{area, name}]; p != nil {
		return p
	}
	areaName, own, _ := strings.Cut(name, ".")
	return c.charts[chartKey{c.areas[areaName], own}]
}

// exhibitNames lists the names that charts and tables go by in area, for hints.
func (c *composer) exhibitNames(area *source.Area) []string {
	var names []string
	for i := range c.report.Areas {
		a := &c.report.Areas[i]
		for _, x := range a.Charts {
			if a == area {
				names = append(names, x.Name.Value)
			}
			names = append(names, a.Name.Value+"."+x.Name.Value)
		}
		for _, x := range a.Tables {
			if a == area {
				names = append(names, x.Name.Value)
			}
			names = append(names, a.Name.Value+"."+x.Name.Value)
		}
	}
	return names
}

// noteCharts notes which charts and tables the nodes of a text of area place.
func (c *composer) noteCharts(area *source.Area, nodes []template.Node) {
	template.Walk(nodes, func(n template.Node) {
		action, ok := n.(*template.Action)
		if !ok {
			return
		}
		if name, ok := chartNamed(action); ok {
			if p := c.findChart(area, name); p != nil {
				p.mentioned = true
			}
			if l := c.findTable(area, name); l != nil {
				l.mentioned = true
			}
		}
	})
}

// chartNamed gives the name in {{图表 "名称"}} or {{表格 "名称"}}.
func chartNamed(n *template.Action) (string, bool) {
	function := n.Words[0]
	if len(n.Words) < 2 || function.Quoted || function.Text != "图表" && function.Text != "表格" {
		return "", false
	}
	return call{action: n, args: n.Words[1:]}.join(0, len(n.Words)-1)
}

func (r *runner) chart(x call) {
	r.exhibit(x, func(st *setter, p *placement, at diag.Pos) {
		if p.placed {
			st.c.diags.Errorf(at, "删去一处", "图表“%s”放了两次", p.chart.Name.Value)
			return
		}
		st.c.placeChart(p)
	})
}

// exhibit asks for a chart or a table on a line of its own.
func (r *runner) exhibit(x call, set func(*setter, *placement, diag.Pos)) {
	at := r.p.place(x.args[0].At)
	name, _ := x.join(0, len(x.args))
	p := r.c.findChart(x.scope.area, name)
	if p == nil && r.c.findTable(x.scope.area, name) != nil {
		r.c.diags.Errorf(at, `写成 {{表格 "`+name+`"}}`, "“%s”是表格，不是图", name)
		return
	}
	if p == nil {
		hint := r.c.hints.Nearest(name, func() []string { return r.c.exhibitNames(x.scope.area) })
		r.c.diags.Errorf(at, hint, "没有名为“%s”的图表", name)
		return
	}
	r.add(piece{at: x.action.At, scope: x.scope, called: x.name, insert: func(st *setter) { set(st, p, at) }})
}

// remainingCharts places the tables and charts of an area that no text places.
func (c *composer) remainingCharts(a *source.Area) {
	for i := range a.Tables {
		if l := c.tables[chartKey{a, a.Tables[i].Name.Value}]; !l.mentioned && !l.placed {
			c.placeListing(l)
		}
	}
	for i := range a.Charts {
		p := c.charts[chartKey{a, a.Charts[i].Name.Value}]
		if !p.mentioned && !p.placed && p.chart == &a.Charts[i] {
			c.placeChart(p)
		}
	}
}

// placeChart computes a chart and adds it to the document.
func (c *composer) placeChart(p *placement) {
	p.placed = true
	c.work.carry(chartLoad, p.chart.Name.At, 0)
	if c.over() {
		return
	}
	spec, ok := c.chartSpec(p)
	if !ok {
		return
	}
	made, err := chart.New(spec)
	if err != nil {
		for _, mistake := range mistakes(err) {
			c.diags.Errorf(p.chart.Name.Pos(), "", "图表“%s”：%v", p.chart.Name.Value, mistake)
		}
		return
	}
	c.outline.charts++
	made.ID = c.outline.unique("chart/" + p.area.ID + "/" + slug(p.chart.Name.Value))
	made.Number = c.outline.charts
	made.Place = typedAt(p.chart.Name)
	c.outline.add(made)
}

// mistakes lists what keeps a chart from being made.
func mistakes(err error) []error {
	var several chart.Mistakes
	if errors.As(err, &several) {
		return several
	}
	return []error{err}
}

// chartSpec gathers what a chart is made from; false after mistakes.
func (c *composer) chartSpec(p *placement) (chart.Spec, bool) {
	kind, known := chartKinds[p.chart.Kind.Value]
	g, full := c.grid(p)
	if !known { // source has reported it
		c.failed = true
	}
	if !known || !full || !c.unitsFit(p, kind, g) {
		return chart.Spec{}, false
	}
	options := c.book.Options()
	spec := chart.Spec{
		Kind: kind, Title: p.title(), Unit: g.unit, Note: c.note(g.values, p.chart.Note.Value), Categories: g.categories,
		PercentSign: options.PercentSign, Truncate: options.Truncate,
	}
	for _, row := range g.rows {
		s := chart.SeriesSpec{Name: row.name}
		for _, cell := range row.cells {
			s.Points = append(s.Points, chart.PointSpec{
				Value: cell.number, Label: cell.label, Missing: cell.missing, Origin: cell.origin,
			})
		}
		spec.Series = append(spec.Series, s)
	}
	return spec, true
}

// title is the chart's caption: 标题, or else 名称.
func (p *placement) title() string {
	if p.chart.Title.Value != "" {
		return p.chart.Title.Value
	}
	return p.chart.Name.Value
}

// note is what stands under a chart or a table: who answers for its figures,
// for which period or up to which day, and what the data adds. Figures of
// other areas have the departments and periods of those; periods that differ
// are not told.
func (c *composer) note(values []*figure.Value, added string) string {
	var departments, periods []string
	for _, v := range values {
		if area := c.areas[v.Key.Area]; area != nil {
			departments = addNew(departments, area.Department.Value)
			periods = addNew(periods, area.Span.Value)
		}
	}
	var parts []string
	if len(departments) > 0 {
		parts = append(parts, "数据来源："+strings.Join(departments, "、"))
	}
	switch day := commonDay(values); {
	case day != "":
		parts = append(parts, "截至"+strings.TrimPrefix(day, "截至"))
	case len(periods) == 1 && strings.HasPrefix(periods[0], "截至"):
		parts = append(parts, periods[0])
	case len(periods) == 1:
		parts = append(parts, "统计期："+periods[0])
	}
	if added != "" {
		parts = append(parts, added)
	}
	return strings.Join(parts, "；")
}

// addNew appends what is neither empty nor in the list.
func addNew(list []string, s string) []string {
	if s == "" || slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// unitsFit tells whether a chart can show values of these units side by side:
// units that do not convert into each other only in upright bars of several
// rows, where each value carries its own unit.
func (c *composer) unitsFit(p *placement, kind doc.ChartKind, g *grid) bool {
	if len(g.families) < 2 || len(g.rows) > 1 && slices.Contains([]doc.ChartKind{doc.Column, doc.StackedColumn}, kind) {
		return true
	}
	c.diags.Errorf(p.chart.Name.Pos(), "分成几张图，或改用有系列的柱状图", "图表“%s”里的单位不同：%s", p.chart.Name.Value, strings.Join(g.families, "、"))
	return false
}

// figures finds the indicators that a chart names.
func (c *composer) figures(a *source.Area, names []source.Text) ([]*figure.Value, bool) {
	var values []*figure.Value
	for _, name := range names {
		v, ok := c.book.Find(a.Name.Value, name.Value)
		if !ok {
			hint := c.hints.Nearest(name.Value, func() []string { return c.book.Names(a.Name.Value) })
			c.diags.Errorf(name.Pos(), hint, "没有名为“%s”的指标", name.Value)
			continue
		}
		values = append(values, v)
	}
	return values, len(values) == len(names)
}
