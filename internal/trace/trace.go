// Package trace tells of each figure of a report where it comes from and
// where it goes: what was typed and where, what it is computed from and what
// from it, the checks it is in, and every place of the document that prints
// it. It knows nothing of files, YAML, templates or output formats.
package trace

import (
	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/figure"
	"banwen/internal/finding"
	"banwen/internal/source"
)

// Trace is where one figure comes from and where it goes.
type Trace struct {
	Name       string      `json:"name" about:"工作.指标"`
	Area       string      `json:"area" about:"工作"`
	Indicator  string      `json:"indicator" about:"指标自己的名称"`
	Department string      `json:"department,omitempty" about:"责任单位"`
	Pos        diag.Pos    `json:"pos" about:"指标在数据里的位置"`
	Value      string      `json:"value" about:"数值连同单位，照所印；待补的写“待补”，算不出的是空的"`
	Unit       string      `json:"unit" about:"单位；没有单位的是空的"`
	Pending    bool        `json:"pending,omitempty" about:"待补，或由待补的数算出"`
	Failed     bool        `json:"failed,omitempty" about:"数据有错，算不出"`
	Source     string      `json:"source,omitempty" about:"来源"`
	Definition string      `json:"definition,omitempty" about:"口径"`
	AsOf       string      `json:"asOf,omitempty" about:"截至"`
	Target     string      `json:"target,omitempty" about:"计划"`
	LastYear   *Comparison `json:"lastYear,omitempty" about:"去年同期和同比"`
	Previous   *Comparison `json:"previous,omitempty" about:"上期和环比"`
	Formula    *Formula    `json:"formula,omitempty" about:"公式；没有就是直接填的数"`
	// Tree is left to Expand: those of all figures together can be as large
	// as the square of the data.
	Tree    []Step     `json:"tree,omitempty" about:"公式逐层展开到填报的数，先上层后下层；--all 时不展开"`
	Checks  []Check    `json:"checks" about:"它参与的核对"`
	Uses    []Use      `json:"uses" about:"公式里直接用到它的指标"`
	Printed []Printing `json:"printed" about:"印在文中何处，按全文的先后"`
}

// Comparison is what a figure is compared with.
type Comparison struct {
	Value  string   `json:"value,omitempty" about:"比较的基数；只填了同比的没有"`
	Pos    diag.Pos `json:"pos" about:"基数或所填同比在数据里的位置"`
	Change string   `json:"change,omitempty" about:"增减，照所印"`
	ByHand bool     `json:"byHand,omitempty" about:"增减是手填的，无从核验"`
}

// Formula is how a figure is computed.
type Formula struct {
	Text   string   `json:"text" about:"公式，照所填"`
	Pos    diag.Pos `json:"pos" about:"公式在数据里的位置"`
	Exact  string   `json:"exact,omitempty" about:"公式算出的值，没有四舍五入，最多 20 位小数"`
	Checks bool     `json:"checks,omitempty" about:"数是填的，公式只作核对"`
	Inputs []Link   `json:"inputs" about:"公式里直接用到的指标"`
}

// Link is another figure.
type Link struct {
	Name  string   `json:"name" about:"工作.指标"`
	Value string   `json:"value" about:"数值连同单位，照所印"`
	Pos   diag.Pos `json:"pos" about:"指标在数据里的位置"`
}

// Use is a figure that another one is computed from.
type Use struct {
	Link
	Checks bool `json:"checks,omitempty" about:"数是填的，公式只作核对"`
}

// pendingText is the value of what is not there yet.
const pendingText = "待补"

// Of traces every figure of a report, in the order of the data. d is the
// document that prints them; nil when it could not be composed, and then
// nothing is known of where they are printed.
func Of(report *source.Report, book *figure.Book, findings []finding.Finding, d *doc.Document) []Trace {
	departments := map[string]string{}
	for _, area := range report.Areas {
		departments[area.Name.Value] = area.Department.Value
	}
	values := book.All()
	t := &tracer{book: book, traces: make([]Trace, len(values)), byName: make(map[string]*Trace, len(values))}
	for i, v := range values {
		t.traces[i] = t.origin(v)
		t.traces[i].Department = departments[v.Key.Area]
		if name := v.Key.String(); t.byName[name] == nil { // repeated names are a mistake; formulas mean the first
			t.byName[name] = &t.traces[i]
		}
	}
	for _, v := range values {
		t.use(v)
	}
	t.check(findings)
	if d != nil {
		t.printings(d)
	}
	return t.traces
}

// tracer makes the traces of a report.
type tracer struct {
	book   *figure.Book
	traces []Trace
	byName map[string]*Trace // by 工作.指标
}

// origin is where v comes from.
func (t *tracer) origin(v *figure.Value) Trace {
	made := Trace{
		Name: v.Key.String(), Area: v.Key.Area, Indicator: v.Key.Name, Pos: v.Pos,
		Value: t.print(v), Pending: v.Pending, Failed: v.Failed,
		Source: v.Source, Definition: v.Definition, AsOf: v.AsOf,
		LastYear: t.lastYear(v), Previous: t.previous(v), Formula: t.formula(v),
		Checks: []Check{}, Uses: []Use{}, Printed: []Printing{},
	}
	if !v.Pending && !v.Failed {
		made.Unit = t.unit(v.Quantity.Unit)
	}
	if v.Target != nil {
		made.Target = t.book.Print(v.Target.Quantity)
	}
	return made
}

// print gives a figure as the document prints it.
func (t *tracer) print(v *figure.Value) string {
	switch {
	case v.Failed:
		return ""
	case v.Pending:
		return pendingText
	}
	return t.book.Print(v.Quantity)
}

// use enters v at the figures that its formula names.
func (t *tracer) use(v *figure.Value) {
	for _, input := range v.Inputs {
		if of := t.byName[input.Key.String()]; of != nil {
			of.Uses = append(of.Uses, Use{Link: t.link(v), Checks: v.Given != nil})
		}
	}
}

func (t *tracer) link(v *figure.Value) Link {
	return Link{Name: v.Key.String(), Value: t.print(v), Pos: v.Pos}
}
