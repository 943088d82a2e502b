package figure

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// What a typed figure may stand for:
//
//	count, or any whole number     itself; but beside a result that is not whole
//	                                (an average, 2038万元 beside 2038.03万元)
//	                                what rounds to it
//	with decimals, or a whole %     what rounds to it: half a unit of its last
//	                                digit to either side; with 舍入: 截断 one
//	                                whole unit, away from zero
//	100%, 0%                        itself: a whole or nothing
//	money down to 分, or a count in 万 down to one
//	                                itself: nothing finer exists
//	余, 约                          from it to the next unit of its last digit;
//	                                closing zeros of a whole number are not
//	                                digits: 100余 is below 200, 120余 below 130
//
// A 余 figure that may be more than a tenth larger is too vague to check with.
const vagueShare = 10

// printed gives the values that a figure stands for when it is known to be a
// print: then a whole number is rounded too.
func (o Options) printed(q Quantity) span {
	if q.Approx {
		return approximate(q)
	}
	return o.rounded(q)
}

// beside is typed for a figure that is said to equal result: where result has
// more decimals than it, it must be a print of result.
func (o Options) beside(q Quantity, result amount) span {
	if r, ok := result.in(q.Unit); ok {
		if _, ends := exactDigits(r.number, q.Decimals); !ends {
			return o.printed(q)
		}
	}
	return o.typed(q)
}

// typed gives the values that a typed figure stands for.
func (o Options) typed(q Quantity) span {
	switch {
	case q.Approx:
		return approximate(q)
	case isExact(q):
		return exactly(quantityAmount(q))
	}
	return o.rounded(q)
}

// isExact tells whether nothing was rounded off q.
func isExact(q Quantity) bool {
	if q.Unit.isPercent() && (q.Number.IsZero() || q.Number.Equal(decimal.NewFromInt(100))) {
		return true
	}
	if q.Decimals <= 0 {
		return !(amount{unit: q.Unit}).isShare()
	}
	last := q.Unit.factor().Shift(-q.Decimals)
	_, isMeasure := units[q.Unit.Family]
	switch {
	case q.Unit.Family == yuan:
		return last.LessThanOrEqual(decimal.New(1, -2))
	case q.Unit.isBare() || isMeasure && q.Unit.Family != "人":
		return false
	}
	return last.LessThanOrEqual(bare.Factor)
}

// rounded gives what rounds to q.
func (o Options) rounded(q Quantity) span {
	s := exactly(quantityAmount(q))
	margin := rat(decimal.New(1, -q.Decimals))
	if !o.Truncate {
		margin.Quo(margin, new(big.Rat).SetInt(two))
	}
	sign := q.Number.Sign()
	if !o.Truncate || sign <= 0 {
		s.low.number = new(big.Rat).Sub(s.at.number, margin)
		s.openLow = sign <= 0
	}
	if !o.Truncate || sign >= 0 {
		s.high.number = new(big.Rat).Add(s.at.number, margin)
		s.openHigh = sign >= 0
	}
	return s
}

// approximate gives what 余 leaves open. vague is left to the caller, who
// knows the figure's name.
func approximate(q Quantity) span {
	s := exactly(quantityAmount(q))
	s.high.number = new(big.Rat).Add(s.at.number, rat(lastDigit(q)))
	s.openHigh = true
	return s
}

// isVague tells whether 余 makes q too wide to check with.
func isVague(q Quantity) bool {
	return q.Approx && lastDigit(q).Mul(decimal.NewFromInt(vagueShare)).GreaterThan(q.Number.Abs())
}

// lastDigit is one unit of the last digit that counts.
func lastDigit(q Quantity) decimal.Decimal {
	if q.Decimals > 0 || q.Number.IsZero() {
		return decimal.New(1, -q.Decimals)
	}
	n, unit := q.Number.Coefficient(), int32(0)
	for rest := new(big.Int); ; unit++ {
		if n.QuoRem(n, ten, rest); rest.Sign() != 0 {
			return decimal.New(1, unit)
		}
	}
}
