package figure

import (
	"math/big"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// amount is a value on its way through a formula: an exact fraction with its
// unit. Nothing is rounded before the result is.
//
// How units combine:
//
//	sum, difference    one family; the left unit holds (万元 + 元 is 万元)
//	  % − %            百分点, unless one of them is a constant (100% − 化解率 is %)
//	  % ± 百分点        %
//	  number ± %       a number: 1 − 57.89% is 0.4211
//	product            one side a number or a percentage (57.89% of a count is
//	                   0.5789 of it); a ratio × 100% is a percentage
//	quotient           one family: a number; by a number or percentage: the
//	                   left unit
//	元/人 × 人, 人·分 ÷ 人, 元 ÷ 元/人
//	                   what is left: 元, 分, 人
//	anything else      a compound (起·人, 元/人), which only 单位 turns into a result
type amount struct {
	number   *big.Rat // in unit; never changed once made
	unit     Unit
	decimals int32 // as typed, where they still mean something; a result shows at least these
	constant bool  // a number typed in the formula, or a sum with one
	compound bool  // unit is one that only 单位 can name
}

// maxBits bounds exact fractions; a formula that needs more is a product of
// products, not a figure.
const maxBits = 1 << 14

// maxCompound is how many characters a compound unit may grow to.
const maxCompound = 40

var hundred = big.NewRat(100, 1)

// rat is d as a fraction. (decimal.Decimal.Rat copies more.)
func rat(d decimal.Decimal) *big.Rat {
	e := d.Exponent()
	if e == 0 && d.NumDigits() <= 18 {
		return new(big.Rat).SetInt64(d.CoefficientInt64())
	}
	r := new(big.Rat).SetInt(d.Coefficient())
	switch {
	case e > 0:
		return r.Mul(r, new(big.Rat).SetInt(pow10(e)))
	case e < 0:
		return r.Quo(r, new(big.Rat).SetInt(pow10(-e)))
	}
	return r
}

// quantityAmount is q as an operand.
func quantityAmount(q Quantity) amount {
	return amount{number: rat(q.Number), unit: q.Unit, decimals: q.Decimals}
}

// base is a's number in its family's base unit; a percentage is its ratio here.
func (a amount) base() *big.Rat {
	n := a.number
	if f := a.unit.factor(); !f.Equal(bare.Factor) {
		n = new(big.Rat).Mul(n, rat(f))
	}
	if a.isShare() {
		n = new(big.Rat).Quo(n, hundred)
	}
	return n
}

// isShare tells whether a is a percentage or a difference of percentages.
func (a amount) isShare() bool { return a.unit.isPercent() || a.unit.Family == points }

// in gives a in unit u, which must be of a's family, or % and 百分点 for each
// other and for a number. Decimals hold only where the number does.
func (a amount) in(u Unit) (amount, bool) {
	if a.unit.Family == u.Family && a.unit.factor().Equal(u.factor()) {
		a.unit = u
		return a, true
	}
	to := amount{unit: u}
	loose := func(x amount) bool { return x.isShare() || x.unit.isBare() }
	if a.unit.Family != u.Family && !(loose(a) && loose(to)) {
		return a, false
	}
	one := amount{number: big.NewRat(1, 1), unit: u}.base()
	b := amount{number: new(big.Rat).Quo(a.base(), one), unit: u, constant: a.constant, compound: a.compound}
	if a.isShare() && b.isShare() {
		b.decimals = a.decimals
	}
	return b, true
}

// common is the unit in which a and b add up.
func common(a, b amount) (Unit, bool) {
	switch {
	case a.unit.Family == b.unit.Family:
		return a.unit, true
	case a.isShare() && b.isShare():
		return units[percent], true
	case a.isShare() && b.unit.isBare(), b.isShare() && a.unit.isBare():
		return bare, true
	}
	return Unit{}, false
}

// align gives a and b in the unit in which they add up.
func align(a, b amount) (x, y amount, ok bool) {
	u, ok := common(a, b)
	if !ok {
		return a, b, false
	}
	x, _ = a.in(u)
	y, _ = b.in(u)
	return x, y, true
}

// plus gives a + b, or a − b; ok is false for units that do not add up.
func (a amount) plus(b amount, op Op) (sum amount, ok bool) {
	x, y, ok := align(a, b)
	if !ok {
		return a, false
	}
	sum = amount{
		unit: x.unit, decimals: max(x.decimals, y.decimals),
		constant: a.constant || b.constant, compound: a.compound || b.compound,
	}
	if op == OpAdd {
		sum.number = new(big.Rat).Add(x.number, y.number)
		return sum, true
	}
	sum.number = new(big.Rat).Sub(x.number, y.number)
	if a.unit.isPercent() && b.unit.isPercent() && !a.constant && !b.constant {
		return sum.in(units["个"+points])
	}
	return sum, true
}

// times gives a × b.
func (a amount) times(b amount) amount {
	if a.unit.isBare() || a.isShare() && !b.unit.isBare() {
		a, b = b, a // the unit that holds stands left
	}
	p := amount{unit: a.unit, constant: a.constant && b.constant, compound: a.compound || b.compound}
	if b.unit.isBare() || b.isShare() {
		p.number = new(big.Rat).Mul(a.number, b.base())
		return p
	}
	for _, pair := range [][2]amount{{a, b}, {b, a}} {
		if rest, ok := pair[0].timesDivisor(pair[1]); ok {
			return rest
		}
	}
	p.number = new(big.Rat).Mul(a.number, b.number)
	p.compound = true
	p.unit = compoundUnit(a.unit, product, b.unit)
	return p
}

// over gives a ÷ b; b is not zero.
func (a amount) over(b amount) amount {
	q := amount{unit: a.unit, constant: a.constant && b.constant, compound: a.compound || b.compound}
	switch {
	case a.unit.Family == b.unit.Family, a.isShare() && b.isShare():
		q.number = new(big.Rat).Quo(a.base(), b.base())
		q.unit, q.compound = bare, false
	case b.unit.isBare(), b.isShare():
		q.number = new(big.Rat).Quo(a.number, b.base())
	default:
		if rest, ok := a.overFactor(b); ok {
			return rest
		}
		q.number = new(big.Rat).Quo(a.number, b.number)
		q.compound = true
		q.unit = compoundUnit(a.unit, quotient, b.unit)
	}
	return q
}

// withoutUnit is a's bare number. 万, 亿 and the like are part of the number,
// not of the unit: 5.9万起 is 59000, 980.48万元 is 9804800.
func (a amount) withoutUnit() amount {
	scale, _ := splitScale(a.unit.Name)
	n := amount{number: a.number, unit: bare}
	if scale == "" {
		n.decimals = a.decimals
		return n
	}
	n.number = new(big.Rat).Mul(a.number, rat(scales[scale]))
	return n
}

// tooLong tells whether a has outgrown what figures are.
func (a amount) tooLong() bool {
	return a.number.Num().BitLen() > maxBits || a.number.Denom().BitLen() > maxBits ||
		a.compound && utf8.RuneCountInString(a.unit.Name) > maxCompound
}
