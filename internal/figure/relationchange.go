package figure

import (
	"math/big"

	"banwen/internal/diag"
)

// ChangeCheck is one size of a change typed by hand, 同比 or 环比, and the
// relation that checks it: its left side is the size, its right side what the
// figures give.
type ChangeCheck struct {
	Word  string // 同比 or 环比
	Given *GivenChange
	*Relation
}

// comparison is what a change typed by hand says of a value.
type comparison struct {
	value    *Value
	given    *GivenChange
	word     string // 同比 or 环比
	base     *Term  // nil where it is not known
	baseWord string // 去年同期 or 上期
}

// Changes checks the changes that v gives by hand: each size must be the one
// that the figure and its base give, rounded to its last digit. Where the base
// is not known, an amount and a percentage are checked against each other; a
// single one can only be impossible, else it is Unknown.
func (j *Judge) Changes(v *Value) []ChangeCheck {
	if !v.comparable() {
		return nil
	}
	var list []ChangeCheck
	if v.GivenChange != nil {
		c := comparison{v, v.GivenChange, "同比", nil, "去年同期"}
		switch {
		case v.LastYearFrom != nil:
			c.base = &Term{Op: OpConstant, Quantity: *v.lastYearExact()}
		case v.LastYear != nil:
			c.base = figureTerm(c.baseWord, *v.LastYear)
		}
		list = append(list, j.changes(c)...)
	}
	if v.GivenStep != nil {
		c := comparison{v, v.GivenStep, "环比", nil, "上期"}
		if v.Previous != nil {
			c.base = figureTerm(c.baseWord, *v.Previous)
		}
		list = append(list, j.changes(c)...)
	}
	return list
}

// figureTerm is a figure that is no indicator of its own, as a formula: what
// it may stand for follows from how it is printed.
func figureTerm(name string, q Quantity) *Term {
	return &Term{Op: OpName, Value: &Value{Indicator: &Indicator{Key: Key{Name: name}}, Quantity: q, Exact: q.Number}}
}

// changes checks every size of a comparison.
func (j *Judge) changes(c comparison) []ChangeCheck {
	g := c.given
	var list []ChangeCheck
	add := func(size *GivenChange, r *Relation) {
		if r != nil {
			list = append(list, ChangeCheck{c.word, size, r})
		}
	}
	switch {
	case c.base != nil:
		for _, size := range g.sizes() {
			add(size, j.againstBase(c, size))
		}
	case g.Amount == nil:
		add(g, j.withoutBase(c, g))
	default:
		add(g, j.againstAmount(c))
	}
	return list
}

// relation is one about a comparison, with nothing worked out.
func (c comparison) relation() *Relation {
	return &Relation{
		Sign: Equal, Inputs: []*Value{c.value},
		Left:  Side{Text: c.word, Term: &Term{Op: OpConstant}},
		Right: Side{Text: c.value.Key.Name, Term: &Term{Op: OpName, Value: c.value}},
	}
}

// settled is a relation that came to a verdict without two numbers.
func (c comparison) settled(verdict Verdict, doubt string) *Relation {
	r := c.relation()
	r.Verdict, r.Doubt = verdict, doubt
	return r
}

// againstBase checks one size against the base.
func (j *Judge) againstBase(c comparison, g *GivenChange) *Relation {
	change := &Term{Op: OpSubtract, Operands: []*Term{{Op: OpName, Value: c.value}, c.base}}
	if g.Unit.isPercent() {
		switch sign := c.baseSign(); {
		case sign > 0:
			change = &Term{Op: OpDivide, Operands: []*Term{change, c.base}}
		case sign < 0:
			return c.settled(Unknown, c.baseWord+"是负数，没有百分比")
		case g.Direction != 0:
			return c.settled(Fails, c.baseWord+"是0，没有百分比")
		}
	}
	return j.compareChange(c, g, change)
}

// baseSign is the sign of the base.
func (c comparison) baseSign() int {
	if v := c.base.Value; v != nil {
		return v.Exact.Sign()
	}
	return c.base.Quantity.Number.Sign()
}

// withoutBase tells whether one size is possible at all; nothing more can be
// told where the base is not known.
func (j *Judge) withoutBase(c comparison, g *GivenChange) *Relation {
	told := c.word + j.book.PrintGiven(g)
	now := c.value.amount()
	switch {
	case !c.value.Quantity.Unit.counts():
	case g.Unit.isPercent() && g.Direction < 0 && rat(g.Number).Cmp(hundred) > 0:
		return c.settled(Fails, told+"，降幅不会超过100"+j.book.percentSign())
	case !g.Unit.isPercent() && g.Direction > 0 && quantityAmount(g.Quantity).base().Cmp(now.base()) > 0:
		return c.settled(Fails, told+"，比“"+c.value.Key.Name+"”"+j.book.Print(c.value.Quantity)+"还多")
	}
	return c.settled(Unknown, "没有“"+c.baseWord+"”，不能核对"+c.word)
}

// againstAmount checks a percentage against the amount given with it: the
// amount says what the base was.
func (j *Judge) againstAmount(c comparison) *Relation {
	rate, amount := c.given, c.given.Amount
	if rate.Direction*amount.Direction < 0 {
		return c.settled(Fails, c.word+j.book.PrintGiven(amount)+"，又"+j.book.PrintGiven(rate)+"，方向相反")
	}
	if impossible := j.withoutBase(c, amount); impossible.Verdict == Fails {
		return impossible
	}
	size := figureTerm(c.word, amount.Quantity)
	base := &Term{Op: OpSubtract, Operands: []*Term{{Op: OpName, Value: c.value}, size}}
	if amount.Direction < 0 {
		base.Op = OpAdd
		size = figureTerm(c.word, amount.signed())
	}
	a := amount.signed()
	then := new(big.Rat).Sub(c.value.amount().base(), quantityAmount(a).base())
	switch sign := then.Sign(); {
	case sign < 0:
		return c.settled(Unknown, "推算的"+c.baseWord+"是负数，没有百分比")
	case sign == 0 && rate.Direction != 0:
		return c.settled(Fails, "推算的"+c.baseWord+"是0，没有百分比")
	case sign == 0:
		return j.compareChange(c, rate, size)
	}
	return j.compareChange(c, rate, &Term{Op: OpDivide, Operands: []*Term{size, base}})
}

// compareChange checks one size of a change against the formula that gives it.
func (j *Judge) compareChange(c comparison, g *GivenChange, change *Term) *Relation {
	var unused diag.List
	right, ok := (&reach{evaluation{report: reporter(&Expression{}, &unused)}, j.figure, nowOf}).span(change)
	if !ok {
		return nil // units that do not go together, which NewBook has reported
	}
	left, ok := j.given(g, right)
	if !ok {
		return nil
	}
	r := c.relation()
	r.Right.Term, r.Right.Numbers = change, j.book.spell(change, nowOf)
	r.judge(left, right, nil)
	r.Left.Numbers = j.book.Print(r.Left.Value)
	if g.isLevel() {
		r.Left.Numbers = unchanged
	}
	return r
}

// signed is the size of a change with its sign.
func (g *GivenChange) signed() Quantity {
	q := g.Quantity
	if g.Direction < 0 {
		q.Number = q.Number.Neg()
	}
	return q
}

// given is a change typed by hand as a signed figure, in the unit of like;
// 持平 is zero.
func (j *Judge) given(g *GivenChange, like span) (span, bool) {
	if g.isLevel() || g.Direction == 0 && !g.Unit.isPercent() {
		return exactly(amount{number: new(big.Rat), unit: like.at.unit}), true
	}
	s := j.book.options.printed(g.signed())
	_, ok := common(s.at, like.at)
	if !ok && g.Direction == 0 { // 0％ of a base of 0: no change at all
		return exactly(amount{number: new(big.Rat), unit: like.at.unit}), true
	}
	return s, ok
}
