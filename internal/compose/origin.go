package compose

import (
	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/figure"
	"banwen/internal/source"
)

// exact writes a value with its unit as the data has it: the digits typed, or
// a formula's result before rounding.
func (c *composer) exact(v *figure.Value) string {
	switch {
	case v.Pending:
		return "待补"
	case v.Given != nil:
		return c.typed(v.Given.Quantity)
	}
	return v.Exact.String() + v.Quantity.Unit.Name
}

// typed writes a quantity with the digits it was typed with.
func (c *composer) typed(q figure.Quantity) string {
	return c.book.PrintNumber(q) + q.Unit.Name
}

// origin says where a figure comes from.
func (c *composer) origin(v *figure.Value) *doc.Origin {
	o := &doc.Origin{
		Name: v.Key.String(), Value: c.exact(v),
		Place:  place(v.Pos),
		Source: v.Source, Definition: v.Definition, AsOf: v.AsOf,
	}
	if v.Formula != nil {
		o.Formula = v.Formula.Text
		o.Inputs = c.inputs(v.Inputs...)
	}
	return o
}

// inputs lists values as 工作.指标 = 值.
func (c *composer) inputs(values ...*figure.Value) []string {
	var list []string
	for _, v := range values {
		list = append(list, v.Key.String()+" = "+c.exact(v))
	}
	return list
}

// changeOrigin is the origin of a change of v against base.
func (c *composer) changeOrigin(v *figure.Value, called string, base *figure.Quantity) *doc.Origin {
	o := c.origin(v)
	if base != nil {
		o.Base = called + c.typed(*base)
	}
	return o
}

// rateOrigin is the origin of a rate that the text asks for, which is no
// indicator: it stands where its part stands.
func (c *composer) rateOrigin(part, whole *figure.Value) *doc.Origin {
	return &doc.Origin{
		Name: part.Key.String() + " / " + whole.Key.String(), Value: c.exact(part) + " / " + c.exact(whole),
		Place:   place(part.Pos),
		Formula: part.Key.Name + " / " + whole.Key.Name, Inputs: c.inputs(part, whole),
	}
}

// baseOrigin is the origin of a value's base, as a chart shows it.
func (c *composer) baseOrigin(v *figure.Value, called string, base *figure.Quantity) *doc.Origin {
	return &doc.Origin{
		Name: v.Key.String() + "（" + called + "）", Value: c.typed(*base),
		Place:  place(v.Pos),
		Source: v.Source, Definition: v.Definition,
	}
}

// textOrigin is the origin of a period that someone typed for an area.
func textOrigin(a *source.Area, name string, t source.Text) *doc.Origin {
	return placed(a.Name.Value+"."+name, t.Value, t.Pos())
}

func (c *composer) periodOrigin() *doc.Origin {
	p := c.report.Period
	return placed("期间", p.String(), p.Pos)
}

// typedAt is where a text was typed.
func typedAt(t source.Text) *doc.Place {
	at := place(t.Pos())
	return &at
}

func placed(name, value string, pos diag.Pos) *doc.Origin {
	return &doc.Origin{Name: name, Value: value, Place: place(pos)}
}

func place(pos diag.Pos) doc.Place { return doc.Place{File: pos.File, Line: pos.Line, Col: pos.Col} }
