package figure

import (
	"math/big"

	"github.com/shopspring/decimal"
)

var one, two, ten = big.NewInt(1), big.NewInt(2), big.NewInt(10)

// round gives d with the given number of decimals: half-up, away from zero on
// ties, or cut off where the report says 舍入: 截断.
func (o Options) round(d decimal.Decimal, digits int32) decimal.Decimal {
	if o.Truncate {
		return d.Truncate(digits)
	}
	return d.Round(digits)
}

// roundRat is round for an exact fraction, rounded only once.
func (o Options) roundRat(r *big.Rat, digits int32) decimal.Decimal {
	scaled := new(big.Int).Mul(r.Num(), pow10(digits))
	q, rest := new(big.Int).QuoRem(scaled, r.Denom(), new(big.Int))
	if twice := rest.Mul(rest, two); !o.Truncate && twice.CmpAbs(r.Denom()) >= 0 {
		if r.Sign() < 0 {
			q.Sub(q, one)
		} else {
			q.Add(q, one)
		}
	}
	return decimal.NewFromBigInt(q, -digits)
}

func pow10(n int32) *big.Int { return new(big.Int).Exp(ten, big.NewInt(int64(n)), nil) }

// exactDigits is how many decimals r has; ok is false when they do not end
// within most.
func exactDigits(r *big.Rat, most int32) (digits int32, ok bool) {
	if r.IsInt() {
		return 0, true
	}
	rest := new(big.Int).Set(r.Num())
	for digits = 1; digits <= most; digits++ {
		if rest.Rem(rest.Mul(rest, ten), r.Denom()).Sign() == 0 {
			return digits, true
		}
	}
	return 0, false
}

// exactDecimal is r as a decimal: exact where its decimals end within 20,
// else rounded there, far below anything printed.
func exactDecimal(r *big.Rat) decimal.Decimal {
	if r.IsInt() {
		return decimal.NewFromBigInt(r.Num(), 0)
	}
	const most = 20
	if digits, ok := exactDigits(r, most); ok {
		return Options{}.roundRat(r, digits)
	}
	return Options{}.roundRat(r, most)
}
