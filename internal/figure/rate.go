package figure

import (
	"fmt"

	"github.com/shopspring/decimal"
)

// divide is part/whole with digits decimals, rounded only once.
func (b *Book) divide(part, whole decimal.Decimal, digits int32) decimal.Decimal {
	if b.options.Truncate {
		q, _ := part.QuoRem(whole, digits)
		return q
	}
	return part.DivRound(whole, digits)
}

// Rate gives part/whole in percent with digits decimals: 57.89％. Errors: a
// zero whole, units of different families, a figure that is 待补.
func (b *Book) Rate(part, whole *Value, digits int32) (string, error) {
	for _, v := range []*Value{part, whole} {
		switch {
		case v.Failed:
			return "", nil
		case v.Pending:
			return "", pendingMistake(v)
		}
	}
	p, w := part.Quantity.Unit, whole.Quantity.Unit
	if p.Family != w.Family {
		return "", &Mistake{"“" + part.Key.Name + "”" + p.called() + "，“" + whole.Key.Name + "”" + w.called() + "，不能算率", "改成同一单位"}
	}
	return b.rate(part, part.Exact.Mul(p.factor()), whole.Key.Name, whole.Exact.Mul(w.factor()), digits)
}

// Progress gives value/计划 in percent with digits decimals. The error says that no 计划 is given.
func (b *Book) Progress(v *Value, digits int32) (string, error) {
	switch {
	case v.Failed:
		return "", nil
	case v.Pending:
		return "", pendingMistake(v)
	case v.Refused.Target:
		return "", ErrReported
	case v.Target == nil:
		return "", &Mistake{"“" + v.Key.Name + "”没有计划数", "写上“计划”"}
	case v.Target.Unit.Family != v.Quantity.Unit.Family:
		return "", &Mistake{"“" + v.Key.Name + "”与计划数的单位不同", "改成同一单位"}
	}
	target := v.Target.Number.Mul(v.Target.Unit.factor())
	return b.rate(v, v.Exact.Mul(v.Quantity.Unit.factor()), v.Key.Name+"的计划数", target, digits)
}

// rate is part/whole in percent; both in their family's base unit.
func (b *Book) rate(v *Value, part decimal.Decimal, wholeName string, whole decimal.Decimal, digits int32) (string, error) {
	if err := checkDigits(digits); err != nil {
		return "", err
	}
	if whole.IsZero() {
		return "", &Mistake{"“" + wholeName + "”是0，不能算“" + v.Key.Name + "”占它的率", "改正数，或不写这个率"}
	}
	return b.divide(part.Shift(2), whole, digits).StringFixed(digits) + b.percentSign(), nil
}

// checkDigits refuses a number of decimals that nobody prints.
func checkDigits(digits int32) error {
	if digits < 0 || digits > maxDecimals {
		return &Mistake{fmt.Sprintf("不能印%d位小数", digits), fmt.Sprintf("写0到%d", maxDecimals)}
	}
	return nil
}

func pendingMistake(v *Value) error {
	return &Mistake{"“" + v.Key.Name + "”待补，还不能计算", "补上数，去掉“待补”"}
}
