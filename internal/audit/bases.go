package audit

import (
	"banwen/internal/diag"
	"banwen/internal/finding"
)

// bases checks a 去年同期 given by hand against what the report of 上期 printed
// under the same name.
func (a *audit) bases() {
	for _, v := range a.book.All() {
		r := a.judge.PrintedBase(v)
		if r == nil {
			continue
		}
		f := a.outcome(r)
		f.Rule, f.Pos, f.Name = RuleBasePrinted, v.Indicator.LastYear.Pos, v.Key.Name
		if f.State == finding.Violation {
			f.State, f.Severity = finding.Doubtful, diag.Warning
		}
		f.Reason = "去年同期写的是" + r.Left.Numbers + "，上期报告印的是" + r.Right.Numbers
		a.add(f)
	}
}
