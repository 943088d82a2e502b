package audit

import (
	"banwen/internal/diag"
	"banwen/internal/figure"
	"banwen/internal/finding"
)

// negatives looks for counts below zero: a slip, or a formula whose parts are
// larger than the whole.
func (a *audit) negatives() {
	for _, v := range a.book.All() {
		if !v.IsNegativeCount() {
			continue
		}
		value := a.book.Print(v.Quantity)
		a.add(finding.Finding{
			Rule: RuleNegative, Severity: diag.Warning, State: finding.Doubtful, Pos: v.Pos, Name: v.Key.Name,
			Left: value, Figures: names([]*figure.Value{v}),
			Reason: "“" + v.Key.Name + "”是" + value + "，数量不应小于0",
		})
	}
}
