package figure

import (
	"unicode/utf8"

	"banwen/internal/diag"
)

// Key names an indicator in a report: its area's 工作 and its own name.
type Key struct{ Area, Name string }

// String gives 工作.指标, the name that formulas and prose of other areas use.
func (k Key) String() string { return k.Area + "." + k.Name }

// Entry is a quantity that someone typed, and where.
type Entry struct {
	Quantity
	Pos diag.Pos
}

// Expression is a formula that someone typed, and where its first character stands.
type Expression struct {
	Text string
	Pos  diag.Pos
}

// Indicator is one indicator (指标) as the data gives it.
type Indicator struct {
	Key          Key
	Pos          diag.Pos    // of its name
	Given        *Entry      // 数
	Formula      *Expression // 公式; with Given too, Given is printed and the formula checks it
	Format       string      // 格式: how a formula's result prints; FormatPos when it is wrong
	FormatPos    diag.Pos
	Unit         string // 单位, for a formula whose unit is not evident, or 无
	UnitPos      diag.Pos
	LastYear     *Entry       // 去年同期
	Previous     *Entry       // 上期, the base of 环比
	GivenChange  *GivenChange // 同比, where the base is not known
	GivenStep    *GivenChange // 环比, where 上期 is not known
	ChangeDigits int32        // 同比位数: decimals of a printed change
	Target       *Entry       // 计划
	Approx       bool         // 约
	Pending      bool         // 待补
	Source       string       // 来源
	Definition   string       // 口径
	AsOf         string       // 截至
	Refused      Refused
}

// Refused says what of an indicator was typed, but so that it could not be
// read: that has been reported, and what needs it is not to be reported too.
type Refused struct{ Value, LastYear, Previous, Change, Step, Target bool }

// GivenChange is a change typed by hand: +9.1%, -3起, 持平. Number and unit
// are those of the size; the sign is Direction.
type GivenChange struct {
	Entry
	Direction int // -1 down, 0 level, +1 up
	// Amount is the same change as an amount, where both are given: 增加3起，上升9.1%.
	Amount *GivenChange
}

// sizes lists the sizes of a change: one, or its percentage and its amount.
func (g *GivenChange) sizes() []*GivenChange {
	if g.Amount == nil {
		return []*GivenChange{g}
	}
	return []*GivenChange{g, g.Amount}
}

// isLevel tells whether a change is typed as 持平, without a size.
func (g *GivenChange) isLevel() bool { return g.Unit.Name == "" }

// Options are the report's habits of reckoning and printing.
type Options struct {
	Truncate    bool   // 舍入: 截断; else half-up
	PercentSign string // how % prints: ％ or %; empty: ％
}

// at is the place of the character at a byte offset of the formula, which
// stands on one line.
func (e *Expression) at(offset int) diag.Pos {
	pos := e.Pos
	if pos.Col > 0 {
		pos.Col += utf8.RuneCountInString(e.Text[:min(offset, len(e.Text))])
	}
	return pos
}
