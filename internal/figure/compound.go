package figure

import (
	"math/big"
	"slices"
	"strings"
)

// product and quotient join the units of a compound: 个·人, 元/人.
const product, quotient = "·", "/"

func compoundUnit(a Unit, sign string, b Unit) Unit {
	name := a.Name + sign + b.Name
	return Unit{Name: name, Family: name, Factor: bare.Factor}
}

// factors are the units that a product is made of; nil of what is none.
func (u Unit) factors() []Unit {
	if strings.Contains(u.Name, quotient) || !strings.Contains(u.Name, product) {
		return nil
	}
	var list []Unit
	for _, name := range strings.Split(u.Name, product) {
		f, err := ParseUnit(name)
		if err != nil {
			return nil
		}
		list = append(list, f)
	}
	return list
}

// parts are the two units of a quotient; ok is false of what is none, or one
// of which it is not plain what it divides by.
func (u Unit) parts() (over, under Unit, ok bool) {
	above, below, found := strings.Cut(u.Name, quotient)
	if !found || strings.Contains(below, quotient) || strings.Contains(below, product) {
		return Unit{}, Unit{}, false
	}
	under, err := ParseUnit(below)
	if err != nil {
		return Unit{}, Unit{}, false
	}
	if strings.Contains(above, product) {
		return Unit{Name: above, Family: above, Factor: bare.Factor}, under, true
	}
	over, err = ParseUnit(above)
	return over, under, err == nil
}

// timesDivisor gives a × b where a's unit is a quotient by b's: 元/人 × 人 is 元.
func (a amount) timesDivisor(b amount) (amount, bool) {
	over, under, ok := a.unit.parts()
	if !ok || under.Family != b.unit.Family {
		return a, false
	}
	b, _ = b.in(under)
	return a.left(new(big.Rat).Mul(a.number, b.number), over), true
}

// overFactor gives a ÷ b where b's unit is a factor of a's, or a's is what b's
// divides: 人·分 ÷ 人 is 分, 元 ÷ 元/人 is 人.
func (a amount) overFactor(b amount) (amount, bool) {
	factors := a.unit.factors()
	for i, f := range factors {
		if f.Family != b.unit.Family {
			continue
		}
		b, _ = b.in(f)
		rest := slices.Delete(factors, i, i+1)
		unit := rest[0]
		for _, other := range rest[1:] {
			unit = compoundUnit(unit, product, other)
		}
		return a.left(new(big.Rat).Quo(a.number, b.number), unit), true
	}
	if over, under, ok := b.unit.parts(); ok && over.Family == a.unit.Family {
		a, _ = a.in(over)
		return a.left(new(big.Rat).Quo(a.number, b.number), under), true
	}
	return a, false
}

// left is what a unit that went away leaves of a.
func (a amount) left(number *big.Rat, u Unit) amount {
	return amount{number: number, unit: u, compound: strings.Contains(u.Name, product)}
}

// asFactor gives a product of two units the one that other has, if it is a
// factor of the product: 班数 × 每班人数, 个·人, is compared with 人 as persons.
func (s span) asFactor(other span) span {
	if _, ok := common(s.at, other.at); ok || !s.at.compound {
		return s
	}
	for _, u := range s.at.unit.factors() {
		if u.Family != other.at.unit.Family {
			continue
		}
		for _, a := range []*amount{&s.at, &s.low, &s.high} {
			a.unit, a.compound = u, false
		}
		break
	}
	return s
}
