package figure

import (
	"cmp"

	"banwen/internal/diag"
)

// reach works out the spans of terms: evaluation for figures that are rounded.
// A figure that a formula names twice counts as two: spans come out too wide
// rather than too narrow.
type reach struct {
	evaluation
	leaf func(v *Value) span     // what an indicator's figure may stand for
	of   func(v *Value) Quantity // that figure as printed
}

// span gives the values that t may come to; ok is false after a mistake, which is reported.
func (r *reach) span(t *Term) (s span, ok bool) {
	switch t.Op {
	case OpName:
		return r.leaf(t.Value), true
	case OpConstant:
		a, ok := r.value(t)
		s = exactly(a)
		if isVague(t.Quantity) {
			s.vague = r.text[t.start:t.end]
		}
		return s, ok
	}
	operands := make([]span, len(t.Operands))
	exact := true
	for i, o := range t.Operands {
		if operands[i], ok = r.span(o); !ok {
			return span{}, false
		}
		exact = exact && operands[i].isExact()
	}
	at, ok := r.apply(t, each(operands, func(s span) amount { return s.at }))
	if ok && at.tooLong() {
		r.report(t.start, "检查公式", "算出的数太长")
		ok = false
	}
	switch {
	case !ok:
		return span{}, false
	case exact:
		s = exactly(at)
	case ranks[t.Op] > 0 && t.Op != OpNegate:
		s = r.corners(t, at, operands[0], operands[1])
	default:
		s = r.ends(t, at, operands)
	}
	for _, o := range operands {
		s.vague = cmp.Or(s.vague, o.vague)
		s.unbounded = s.unbounded || o.unbounded
	}
	return s, true
}

// corners gives the span of a sum, difference, product or quotient: its least
// and greatest values are at the ends of its operands' spans.
func (r *reach) corners(t *Term, at amount, a, b span) span {
	s := exactly(at)
	if t.Op == OpDivide && b.low.number.Sign()*b.high.number.Sign() <= 0 {
		s.unbounded = true
		return s
	}
	for _, x := range a.bounds() {
		for _, y := range b.bounds() {
			n, ok := r.apply(t, []amount{x.amount, y.amount})
			if !ok {
				continue
			}
			open := x.open || y.open
			if n.number.Cmp(s.low.number) < 0 {
				s.low, s.openLow = n, open
			}
			if n.number.Cmp(s.high.number) > 0 {
				s.high, s.openHigh = n, open
			}
		}
	}
	return s
}

// bound is one end of a span.
type bound struct {
	amount
	open bool
}

func (s span) bounds() [2]bound { return [2]bound{{s.low, s.openLow}, {s.high, s.openHigh}} }

// ends gives the span of a function or of a negation: its ends come from its
// operands' ends, all low or all high.
func (r *reach) ends(t *Term, at amount, operands []span) span {
	s := span{at: at}
	s.low, _ = r.apply(t, each(operands, func(s span) amount { return s.low }))
	s.high, _ = r.apply(t, each(operands, func(s span) amount { return s.high }))
	for _, o := range operands {
		s.openLow, s.openHigh = s.openLow || o.openLow, s.openHigh || o.openHigh
	}
	if t.Op == OpNegate {
		s.low, s.high, s.openLow, s.openHigh = s.high, s.low, s.openHigh, s.openLow
	}
	return s
}

func each(spans []span, f func(span) amount) []amount {
	list := make([]amount, len(spans))
	for i, s := range spans {
		list[i] = f(s)
	}
	return list
}

// figure gives the values that v stands for: a typed figure those that print
// as it does, a computed one those that its formula may come to.
func (j *Judge) figure(v *Value) span {
	if v.Given == nil && v.Term != nil {
		return j.computed(v)
	}
	s := j.book.options.typed(v.Quantity)
	if isVague(v.Quantity) {
		s.vague = v.Key.Name
	}
	return s
}

// computed works v's span out after those of what it is computed from,
// keeping its own stack: a chain of formulas may be as long as the data.
func (j *Judge) computed(v *Value) span {
	stack := []*Value{v}
	for len(stack) > 0 {
		top := stack[len(stack)-1]
		waiting := len(stack)
		for _, in := range top.Inputs {
			if _, known := j.spans[in]; !known && in.Given == nil && in.Term != nil {
				stack = append(stack, in)
			}
		}
		if len(stack) > waiting {
			continue
		}
		stack = stack[:waiting-1]
		if _, known := j.spans[top]; !known {
			j.spans[top] = j.result(top)
		}
	}
	return j.spans[v]
}

// result is the span of v's formula, in v's unit; only the figure itself when
// its formula has a mistake, which NewBook has reported.
func (j *Judge) result(v *Value) span {
	var unused diag.List
	s, ok := (&reach{evaluation{v.Formula.Text, reporter(v.Formula, &unused)}, j.known, nowOf}).span(v.Term)
	if !ok {
		return exactly(v.amount())
	}
	for _, a := range []*amount{&s.at, &s.low, &s.high} {
		if *a, ok = v.inOwnUnit(*a); !ok {
			return exactly(v.amount())
		}
	}
	return s
}

// known is figure for what a formula names, which computed has worked out.
func (j *Judge) known(v *Value) span {
	if s, ok := j.spans[v]; ok {
		return s
	}
	return j.figure(v)
}

// inOwnUnit puts what v's formula comes to in the unit that v prints in.
func (v *Value) inOwnUnit(a amount) (amount, bool) {
	var unused diag.List
	a, ok := v.named(a, &unused)
	if !ok {
		return a, false
	}
	return v.label(a, v.Quantity.Unit, v.Pos, &unused)
}
