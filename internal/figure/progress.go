package figure

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// Pace is how far a figure has come towards 计划 by the time that a part of the
// year has gone, both in percent.
type Pace struct {
	Done, Gone Quantity
	Behind     bool // less is done than has gone
}

// PaceOf gives the pace of v when gone percent of the year have gone. Done is
// cut off, not rounded, so that what is behind never looks as if it were not.
// ok is false without 计划, and for percentages, which do not grow with the year.
func (b *Book) PaceOf(v *Value, gone int64) (p Pace, ok bool) {
	if !v.comparable() || v.Target == nil || !v.Target.Number.IsPositive() ||
		v.Target.Unit.Family != v.Quantity.Unit.Family || v.amount().isShare() {
		return Pace{}, false
	}
	done := new(big.Rat).Quo(v.amount().base(), quantityAmount(v.Target.Quantity).base())
	done.Mul(done, hundred)
	const most = 1
	digits, ends := exactDigits(done, most)
	if !ends {
		digits = most
	}
	return Pace{
		Done:   Quantity{Number: Options{Truncate: true}.roundRat(done, digits), Decimals: digits, Unit: units[percent]},
		Gone:   Quantity{Number: decimal.NewFromInt(gone), Unit: units[percent]},
		Behind: done.Cmp(big.NewRat(gone, 1)) < 0,
	}, true
}
