package figure

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// Value is one indicator worked out.
type Value struct {
	*Indicator
	Exact              decimal.Decimal // in Quantity.Unit, unrounded; the given number where there is one
	Quantity           Quantity        // as printed: rounded by 格式
	Inputs             []*Value        // what the formula names, in its order, each once
	LastYear, Previous *Quantity       // bases, given in the data or found in the report of 上期

	// Before is the figure of the same name in the report of 上期; nil if it has none.
	Before *Value
	// LastYearFrom is the value in the report of 上期 that LastYear is; nil
	// where 去年同期 is given or not known.
	LastYearFrom *Value
	// Pending: 待补, or computed from such; Quantity stands for nothing.
	Pending bool
	// Failed: a mistake, reported by NewBook, keeps it from being worked out;
	// Quantity stands for nothing, and nothing more need be said of it.
	Failed bool
	// Term is the formula, read; nil without one.
	Term *Term
	// Computed is what the formula comes to where 数 is given too, in 数's
	// unit, unrounded in Number; Decimals are those that 格式 or else 数 has.
	Computed *Quantity

	exact *big.Rat // Exact before it was cut off at 20 decimals; nil for a given number
	index int      // its place in the data
	state visit
}

// amount is v as an operand of a formula.
func (v *Value) amount() amount {
	a := amount{number: v.exact, unit: v.Quantity.Unit, decimals: v.Quantity.Decimals}
	if a.number == nil {
		a.number = rat(v.Exact)
	}
	return a
}

// IsNegativeCount tells whether v says that there is less than none of what
// it counts or measures.
func (v *Value) IsNegativeCount() bool {
	return v.comparable() && v.Quantity.Unit.counts() && v.Exact.IsNegative()
}

// give takes 数 as the value.
func (v *Value) give(q Quantity) {
	v.Quantity = q
	v.Quantity.Approx = q.Approx || v.Approx
	v.Exact = q.Number
}
