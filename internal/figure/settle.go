package figure

import (
	"errors"
	"math/big"
	"strings"

	"banwen/internal/diag"
)

// freeDecimals is how many decimals a result may have without a 格式.
const freeDecimals = 6

// largest is where results stop being figures.
var largest = new(big.Rat).SetInt(pow10(maxWhole))

// evaluate works v's formula out; all its inputs have been.
func (b *Book) evaluate(v *Value, diags *diag.List) {
	if v.Term == nil {
		return
	}
	failed, pending := false, false
	for _, in := range v.Inputs {
		failed, pending = failed || in.Failed, pending || in.Pending
	}
	if failed || pending {
		v.Failed = v.Failed || failed && v.Given == nil
		v.Pending = v.Pending || pending && v.Given == nil
		return
	}
	a, ok := b.result(v, diags)
	switch {
	case !ok:
		v.Failed = v.Given == nil
	case v.Given != nil:
		v.Computed = &Quantity{Number: exactDecimal(a.number), Decimals: a.decimals, Unit: a.unit}
	default:
		v.exact, v.Exact = a.number, exactDecimal(a.number)
		v.Quantity = Quantity{
			Number: b.options.roundRat(a.number, a.decimals), Decimals: a.decimals, Unit: a.unit, Approx: v.Approx,
		}
	}
}

// result is what v's formula comes to, in the unit and with the decimals that
// it prints with, but unrounded; ok is false after mistakes, which are reported.
func (b *Book) result(v *Value, diags *diag.List) (a amount, ok bool) {
	e := evaluation{text: v.Formula.Text, report: reporter(v.Formula, diags)}
	raw, ok := e.value(v.Term)
	if !ok {
		return a, false
	}
	if a, ok = v.named(raw, diags); !ok {
		return a, false
	}
	f, err := parseFormat(v.Format)
	if err != nil {
		report(diags, either(v.FormatPos, v.Pos), err)
		return a, false
	}
	if a, ok = v.converted(a, f, diags); !ok {
		return a, false
	}
	switch {
	case a.compound:
		e.report(0, "写明单位，如“单位: 元/人”", "公式算出的单位是“"+a.unit.Name+"”，没有现成的单位")
	case raw.unit.isBare() && a.unit.isPercent() && timesHundred(v.Term):
		e.report(v.Term.start, "去掉×100，或写成×100%", "百分比已经含有×100")
	case new(big.Rat).Abs(a.number).Cmp(largest) >= 0:
		e.report(0, "检查公式，或换万、亿作单位", "算出的数太大")
	default:
		return b.withDecimals(v, a, f, e)
	}
	return a, false
}

// named puts a in the unit that 单位 gives. 单位 has the last word where the
// formula's own unit is none or a compound.
func (v *Value) named(a amount, diags *diag.List) (amount, bool) {
	if strings.TrimSpace(v.Unit) == "" {
		return a, true
	}
	u, err := ParseUnit(v.Unit)
	if err != nil {
		report(diags, either(v.UnitPos, v.Pos), err)
		return a, false
	}
	return v.label(a, u, either(v.UnitPos, v.Pos), diags)
}

// label puts a in unit u, also where a has no unit of its own.
func (v *Value) label(a amount, u Unit, pos diag.Pos, diags *diag.List) (amount, bool) {
	if converted, ok := a.in(u); ok {
		converted.compound = false
		return converted, true
	}
	switch {
	case a.unit.isBare():
		return amount{number: a.base(), unit: u, decimals: a.decimals}, true
	case a.compound, u.isBare():
		return amount{number: a.number, unit: u, decimals: a.decimals}, true
	}
	diags.Errorf(pos, "检查公式和单位", "“%s”的公式算出的%s，不能换成“%s”", v.Key.Name, a.unit.called(), u.Name)
	return a, false
}

// converted puts a in the unit of 数, where there is one, else of 格式.
func (v *Value) converted(a amount, f format, diags *diag.List) (amount, bool) {
	if v.Given != nil {
		return v.label(a, v.Given.Unit, v.Formula.Pos, diags)
	}
	if f.unit == nil {
		return a, true
	}
	converted, ok := a.in(*f.unit)
	if !ok {
		diags.Errorf(either(v.FormatPos, v.Pos), "检查公式和格式，或写明“单位”", "“%s”的公式算出的%s，不能按“%s”印", v.Key.Name, a.unit.called(), strings.TrimSpace(v.Format))
	}
	return converted, ok
}

// withDecimals settles how many decimals a prints with: those of 格式, else of
// 数, else as many as the result has, if they end.
func (b *Book) withDecimals(v *Value, a amount, f format, e evaluation) (amount, bool) {
	switch {
	case f.decimals >= 0:
		a.decimals = f.decimals
	case v.Given != nil:
		a.decimals = v.Given.Decimals
	default:
		digits, ok := exactDigits(a.number, freeDecimals)
		if !ok {
			e.report(0, "写明格式，如“格式: "+suggestedFormat(a.unit)+"”", "除不尽，不知道印几位小数")
			return a, false
		}
		a.decimals = max(a.decimals, digits)
	}
	return a, true
}

func suggestedFormat(u Unit) string {
	if u.isBare() || u.isPercent() {
		return "百分比2"
	}
	return "小数2"
}

// timesHundred tells whether a formula ends in × 100.
func timesHundred(t *Term) bool {
	if t.Op != OpMultiply {
		return false
	}
	for _, o := range t.Operands {
		if o.Op == OpConstant && o.Quantity.Unit.isBare() && rat(o.Quantity.Number).Cmp(hundred) == 0 {
			return true
		}
	}
	return false
}

// report adds err, a *Mistake, at pos.
func report(diags *diag.List, pos diag.Pos, err error) {
	if m := new(Mistake); errors.As(err, &m) {
		diags.Errorf(pos, m.Hint, "%s", m.Message)
		return
	}
	diags.Errorf(pos, "", "%v", err)
}
