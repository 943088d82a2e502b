// Package figure holds the report's figures: quantities with units, exact
// decimals, formulas over indicators, 同比 and 环比, rates, rounding, and how
// each of them prints. It knows nothing of files, YAML or documents.
package figure

import "github.com/shopspring/decimal"

// Quantity is a number with its unit, as typed: 18.90万元 keeps its two decimals.
type Quantity struct {
	Number   decimal.Decimal // in Unit: 18.90 for 18.90万元
	Decimals int32           // digits after the point, as typed or as rounded
	Unit     Unit
	Approx   bool // 约: prints 余 between the number and the unit's last word
}

// Mistake is what is wrong with something typed, in Chinese, and what to
// write instead. Hint may be empty; neither ends in a full stop.
type Mistake struct{ Message, Hint string }

// Error gives the message with the hint in brackets.
func (m *Mistake) Error() string {
	if m.Hint == "" {
		return m.Message
	}
	return m.Message + "（" + m.Hint + "）"
}
