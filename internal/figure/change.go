package figure

import (
	"errors"

	"github.com/shopspring/decimal"
)

// Words are the two words of a change.
type Words struct{ Up, Down string }

// DefaultWords are 上升 and 下降.
var DefaultWords = Words{Up: "上升", Down: "下降"}

// amountWords are the words of a change told as an amount: 上升3起 is not said.
var amountWords = Words{Up: "增加", Down: "减少"}

// What is said where no size is.
const (
	unchanged       = "持平"
	nearlyUnchanged = "基本持平"
)

// of picks the word of a direction.
func (w Words) of(direction int) string {
	if direction < 0 {
		return w.Down
	}
	return w.Up
}

// ErrReported says that something cannot be printed for a mistake that has
// been reported.
var ErrReported = errors.New("前面报告过的错误")

// YearOnYear words the change against 去年同期: 上升9.1％, 下降12％; 持平 when
// the two are equal and 基本持平 when they differ by less than the printed
// decimals (同比位数) show. From a base of 0 it tells the count, since there is
// no percentage: 增加3起 (with the words 增加/减少 whatever words says, as
// 上升3起 is not said); so it does where either figure is negative. Between
// two percentages the size is in 百分点. A formula's result is compared
// unrounded. The error, a *Mistake, says in Chinese that no base is known.
func (b *Book) YearOnYear(v *Value, words Words) (string, error) {
	base := v.lastYearExact()
	if base == nil && v.GivenChange != nil {
		return b.printGiven(v.GivenChange, words), nil
	}
	if v.LacksLastYear() {
		return "", ErrReported
	}
	return b.change(v, base, words, "去年同期", "写上“去年同期”或“同比”")
}

// PeriodOnPeriod is the same against 上期 (环比).
func (b *Book) PeriodOnPeriod(v *Value, words Words) (string, error) {
	if v.Previous == nil && v.GivenStep != nil {
		return b.printGiven(v.GivenStep, words), nil
	}
	if v.LacksPrevious() {
		return "", ErrReported
	}
	return b.change(v, v.Previous, words, "上期", "写上“上期”或“环比”")
}

// lastYearExact is LastYear, unrounded where the report of 上期 computed it.
func (v *Value) lastYearExact() *Quantity {
	if v.LastYearFrom == nil {
		return v.LastYear
	}
	return &Quantity{Number: v.LastYearFrom.Exact, Unit: v.LastYearFrom.Quantity.Unit}
}

// change words the change of v against base; name and hint are for the error.
func (b *Book) change(v *Value, base *Quantity, words Words, name, hint string) (string, error) {
	switch {
	case v.Failed:
		return "", nil
	case v.Pending:
		return "", pendingMistake(v)
	case base == nil:
		return "", &Mistake{"“" + v.Key.Name + "”没有" + name + "数", hint}
	case base.Unit.Family != v.Quantity.Unit.Family:
		return "", &Mistake{"“" + v.Key.Name + "”与" + name + "的单位不同", "改成同一单位"}
	}
	if err := checkDigits(v.ChangeDigits); err != nil {
		return "", err
	}
	now, then := v.Exact.Mul(v.Quantity.Unit.factor()), base.Number.Mul(base.Unit.factor())
	direction := now.Cmp(then)
	size := now.Sub(then).Abs()
	switch {
	case direction == 0:
		return unchanged, nil
	case v.Quantity.Unit.isPercent():
		return b.printPoints(size, direction, v.ChangeDigits, words), nil
	case !then.IsPositive() || now.IsNegative():
		return b.printAmount(size, direction, v.Quantity), nil
	}
	rate := b.divide(size.Shift(2), then, v.ChangeDigits)
	if rate.IsZero() {
		return nearlyUnchanged, nil
	}
	return words.of(direction) + rate.StringFixed(v.ChangeDigits) + b.percentSign(), nil
}

// printPoints words a difference of percentages.
func (b *Book) printPoints(size decimal.Decimal, direction int, digits int32, words Words) string {
	size = b.options.round(size, digits)
	if size.IsZero() {
		return nearlyUnchanged
	}
	return words.of(direction) + size.StringFixed(digits) + "个" + points
}

// printAmount words a change as an amount in the unit and decimals of like;
// size is in the family's base unit.
func (b *Book) printAmount(size decimal.Decimal, direction int, like Quantity) string {
	like.Number = b.divide(size, like.Unit.factor(), like.Decimals)
	like.Approx = false
	if like.Number.IsZero() {
		return nearlyUnchanged
	}
	return amountWords.of(direction) + b.Print(like)
}

// PrintGiven words one size of a change typed by hand: 下降9.1％, 增加3起, 持平.
func (b *Book) PrintGiven(g *GivenChange) string { return b.printGiven(g, DefaultWords) }

// printGiven words a change typed by hand, with the decimals typed; of an
// amount and a percentage the percentage.
func (b *Book) printGiven(g *GivenChange, words Words) string {
	switch {
	case g.Direction == 0:
		return unchanged
	case g.Unit.isPercent():
		return words.of(g.Direction) + b.Print(g.Quantity)
	case g.Unit.Family == points:
		q := g.Quantity
		q.Unit.Name = "个" + points
		return words.of(g.Direction) + b.Print(q)
	default:
		return amountWords.of(g.Direction) + b.Print(g.Quantity)
	}
}
