package trace

import (
	"strings"

	"banwen/internal/figure"

	"github.com/shopspring/decimal"
)

// formula is how v is computed; nil for a figure that is only typed.
func (t *tracer) formula(v *figure.Value) *Formula {
	if v.Formula == nil {
		return nil
	}
	f := &Formula{Text: v.Formula.Text, Pos: v.Formula.Pos, Checks: v.Given != nil, Inputs: make([]Link, len(v.Inputs))}
	for i, input := range v.Inputs {
		f.Inputs[i] = t.link(input)
	}
	switch {
	case v.Computed != nil:
		f.Exact = t.exact(v.Computed.Number, v.Computed.Unit)
	case v.Given == nil && !v.Pending && !v.Failed:
		f.Exact = t.exact(v.Exact, v.Quantity.Unit)
	}
	return f
}

// exact writes a result with all its decimals.
func (t *tracer) exact(number decimal.Decimal, unit figure.Unit) string {
	return number.String() + t.unit(unit)
}

// unit is a unit's name as printed.
func (t *tracer) unit(u figure.Unit) string {
	return strings.Replace(u.Name, "%", t.book.Options().PercentSign, 1)
}

// Step is a figure in the tree of a formula.
type Step struct {
	Link
	Depth      int    `json:"depth" about:"第几层，从 1 数起"`
	Formula    string `json:"formula,omitempty" about:"公式；没有就是填报的数"`
	Source     string `json:"source,omitempty" about:"来源"`
	Definition string `json:"definition,omitempty" about:"口径"`
	AsOf       string `json:"asOf,omitempty" about:"截至"`
	Above      bool   `json:"above,omitempty" about:"前面已经展开过，这里不再展开"`
}

// Expand gives root, which is one of all, the tree of its formula, down to
// the numbers that someone typed: in order, each figure before what it is
// computed from. A figure is expanded once, and referred to where it comes up
// again. The tree is a list with depths since a chain of formulas may be as
// long as the data.
func Expand(all []Trace, root *Trace) {
	if root.Formula == nil {
		return
	}
	e := expansion{byName: make(map[string]*Trace, len(all)), expanded: map[*Trace]bool{root: true}}
	for i := range all {
		if t := &all[i]; e.byName[t.Name] == nil {
			e.byName[t.Name] = t
		}
	}
	e.push(root, 1)
	root.Tree = nil
	for len(e.waiting) > 0 {
		next := e.waiting[len(e.waiting)-1]
		e.waiting = e.waiting[:len(e.waiting)-1]
		root.Tree = append(root.Tree, e.step(next))
	}
}

// expansion is a walk through a formula's tree.
type expansion struct {
	byName   map[string]*Trace
	expanded map[*Trace]bool
	waiting  []waiting // what comes next, last first
}

type waiting struct {
	link  Link
	depth int
}

// push lets the inputs of t's formula come next.
func (e *expansion) push(t *Trace, depth int) {
	inputs := t.Formula.Inputs
	for i := len(inputs) - 1; i >= 0; i-- {
		e.waiting = append(e.waiting, waiting{inputs[i], depth})
	}
}

// step makes the step of a figure, and expands it if it is computed: one that
// was typed ends the tree though a formula checks it.
func (e *expansion) step(w waiting) Step {
	s := Step{Link: w.link, Depth: w.depth}
	t := e.byName[w.link.Name]
	if t == nil {
		return s
	}
	s.Source, s.Definition, s.AsOf = t.Source, t.Definition, t.AsOf
	if t.Formula == nil || t.Formula.Checks {
		return s
	}
	s.Formula, s.Above = t.Formula.Text, e.expanded[t]
	if !s.Above {
		e.expanded[t] = true
		e.push(t, w.depth+1)
	}
	return s
}
