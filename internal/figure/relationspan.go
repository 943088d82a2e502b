package figure

import (
	"cmp"
	"math/big"
)

// span is the true values that a figure as printed may stand for. An exact
// figure's span is one point.
type span struct {
	at                amount // the figure itself
	low, high         amount
	openLow, openHigh bool   // low or high itself is not among the values
	vague             string // the name of a 余 figure too wide to check with
	unbounded         bool   // a divisor may be zero
}

func exactly(a amount) span { return span{at: a, low: a, high: a} }

func (s span) isExact() bool {
	return s.low.number == s.high.number || s.low.number.Cmp(s.high.number) == 0
}

// in gives s in unit u, into which it converts.
func (s span) in(u Unit) span {
	if s.low.number == s.high.number {
		at, _ := s.at.in(u)
		s.at, s.low, s.high = at, at, at
		return s
	}
	s.at, _ = s.at.in(u)
	s.low, _ = s.low.in(u)
	s.high, _ = s.high.in(u)
	return s
}

// minus gives s − t, both in one unit.
func (s span) minus(t span) span {
	less := func(a, b amount) amount {
		return amount{number: new(big.Rat).Sub(a.number, b.number), unit: a.unit}
	}
	if s.isExact() && t.isExact() {
		gap := exactly(less(s.at, t.at))
		gap.vague, gap.unbounded = cmp.Or(s.vague, t.vague), s.unbounded || t.unbounded
		return gap
	}
	return span{
		at: less(s.at, t.at), low: less(s.low, t.high), high: less(s.high, t.low),
		openLow: s.openLow || t.openHigh, openHigh: s.openHigh || t.openLow,
		vague: cmp.Or(s.vague, t.vague), unbounded: s.unbounded || t.unbounded,
	}
}

// widened is s with the tolerance that someone gave by hand: it takes the
// place of all that rounding allows.
func (s span) widened(by *big.Rat) span {
	w := exactly(s.at)
	w.low.number = new(big.Rat).Sub(s.at.number, by)
	w.high.number = new(big.Rat).Add(s.at.number, by)
	return w
}

// satisfies tells whether the values of s, left − right, can stand to zero as
// sign says, and whether all of them do.
func (s span) satisfies(sign Sign) (possible, sure bool) {
	low, high, at := s.low.number.Sign(), s.high.number.Sign(), s.at.number.Sign()
	belowOrAt := func() (bool, bool) { return low < 0 || low == 0 && !s.openLow, high <= 0 }
	aboveOrAt := func() (bool, bool) { return high > 0 || high == 0 && !s.openHigh, low >= 0 }
	switch sign {
	case AtMost:
		return belowOrAt()
	case AtLeast:
		return aboveOrAt()
	case Less:
		return low < 0, high < 0 || high == 0 && s.openHigh
	case Greater:
		return high > 0, low > 0 || low == 0 && s.openLow
	case NotEqual:
		return at != 0, at != 0
	}
	below, _ := belowOrAt()
	above, _ := aboveOrAt()
	return below && above, s.isExact() && at == 0
}

// allowance is how far from zero s may be and still satisfy sign: on the side
// where it is, for only that one counts.
func (s span) allowance(sign Sign) *big.Rat {
	if s.isExact() {
		return new(big.Rat)
	}
	down := new(big.Rat).Sub(s.at.number, s.low.number)
	up := new(big.Rat).Sub(s.high.number, s.at.number)
	switch {
	case sign == NotEqual:
		return new(big.Rat)
	case sign == AtMost || sign == Less:
		return down
	case sign == AtLeast || sign == Greater || s.at.number.Sign() < 0:
		return up
	}
	return down
}

// SameValue tells whether two figures of one family of units, neither pending
// nor failed, are equal.
func SameValue(a, b *Value) bool { return a.amount().base().Cmp(b.amount().base()) == 0 }
