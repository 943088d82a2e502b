package audit

import "banwen/internal/finding"

// formulas checks 数 against 公式 where an indicator has both: the number
// printed must be what the formula comes to, within half a unit of its last
// digit.
func (a *audit) formulas() {
	for _, v := range a.book.All() {
		r := a.judge.Typed(v)
		if r == nil {
			continue
		}
		f := a.outcome(r)
		f.Rule, f.Pos, f.Name = RuleFormula, v.Given.Pos, v.Key.Name
		if f.State == finding.Violation {
			should := r.Right.Value
			should.Decimals = v.Quantity.Decimals
			f.Reason += "，应为" + a.book.Print(should)
		}
		a.add(f)
	}
}
