package figure

import (
	"math/big"

	"banwen/internal/diag"
)

// Change checks a 同比 given by hand against the base, where both are known:
// the change typed must be the one the figures give, rounded to its last
// digit. nil where there is nothing to check.
func (j *Judge) Change(v *Value) *Relation {
	g, base := v.GivenChange, v.lastYearExact()
	if g == nil || base == nil || !v.comparable() || base.Unit.Family != v.Quantity.Unit.Family {
		return nil
	}
	name := &Term{Op: OpName, Value: v}
	then := &Term{Op: OpConstant, Quantity: *base}
	change := &Term{Op: OpSubtract, Operands: []*Term{name, then}}
	isRate := g.Unit.isPercent() || g.Direction == 0 && !v.Quantity.Unit.isPercent()
	r := &Relation{Sign: Equal, Inputs: []*Value{v}, Left: Side{Text: "同比", Term: then}}
	if isRate && base.Number.Sign() > 0 {
		change = &Term{Op: OpDivide, Operands: []*Term{change, then}}
	} else if g.Unit.isPercent() {
		r.Right.Term, r.Verdict, r.Doubt = change, Unknown, "去年同期不大于0，没有百分比"
		return r
	}
	r.Right = Side{Text: v.Key.Name, Term: change, Numbers: j.book.spell(change, nowOf)}
	var unused diag.List
	right, ok := (&reach{evaluation{report: reporter(&Expression{}, &unused)}, j.figure, nowOf}).span(change)
	if !ok {
		return nil
	}
	left, ok := j.given(g, right)
	if !ok {
		return nil
	}
	r.judge(left, right, nil)
	r.Left.Numbers = j.book.Print(r.Left.Value)
	return r
}

// given is a change typed by hand as a signed figure, in the unit of like;
// 持平 is zero.
func (j *Judge) given(g *GivenChange, like span) (span, bool) {
	if g.Direction == 0 {
		return exactly(amount{number: new(big.Rat), unit: like.at.unit}), true
	}
	q := g.Quantity
	if g.Direction < 0 {
		q.Number = q.Number.Neg()
	}
	s := j.book.options.printed(q)
	_, ok := common(s.at, like.at)
	return s, ok
}
