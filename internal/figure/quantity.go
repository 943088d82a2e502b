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

// Unit is a unit of count or measure (计量单位). Units of one family convert
// into each other by Factor; a unit in no family is a family of its own.
type Unit struct {
	Name   string          // 起, 人次, 万元, %, 万起; empty for a bare number (单位: 无)
	Family string          // 元, 克, 平方米, %; the unit's own name when it converts into nothing
	Factor decimal.Decimal // how many of the family's base unit one of it is
}

// ParseQuantity reads a number with its unit: 22起, 19.057克, 980.48万元,
// 66.37%, 5.9万起. Full-width digits, point and ％ are read like half-width
// ones. unit, where not empty, is the unit of a bare number; 无 says that it
// has none. The error says in Chinese what is wrong and what to write.
func ParseQuantity(s, unit string) (Quantity, error) { panic("to be written") }
