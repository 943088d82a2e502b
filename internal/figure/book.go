package figure

import (
	"banwen/internal/diag"

	"github.com/shopspring/decimal"
)

// Book holds every indicator of a report with its value worked out.
type Book struct {
	options Options
}

// Value is one indicator worked out.
type Value struct {
	*Indicator
	Exact              decimal.Decimal // in Quantity.Unit, unrounded; the given number where there is one
	Quantity           Quantity        // as printed: rounded by 格式
	Inputs             []*Value        // what the formula names, in its order, each once
	LastYear, Previous *Quantity       // bases, given in the data or found in the report of 上期
}

// NewBook works every indicator out. before holds the indicators of the
// report that 上期 names (nil if none): where an indicator gives no 去年同期,
// that of the same key there is used. All mistakes are reported at once:
// repeated names, names in formulas that do not exist, cycles, mixed units,
// division by zero, unknown formats.
func NewBook(indicators []Indicator, before *Book, options Options) (*Book, diag.List) {
	panic("to be written")
}

// Find looks an indicator up by the name that prose or a formula of area
// uses: its own indicators by name, those of others as 工作.指标.
func (b *Book) Find(area, name string) (*Value, bool) { panic("to be written") }

// Names lists every name that Find takes in area, for hints: its own names
// first, then 工作.指标 of all.
func (b *Book) Names(area string) []string { panic("to be written") }

// All lists every value in the order of the data.
func (b *Book) All() []*Value { panic("to be written") }
