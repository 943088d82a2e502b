package audit

import (
	"banwen/internal/diag"
	"banwen/internal/figure"
	"banwen/internal/finding"
)

// progress looks for figures that have come less far towards 计划 than the
// year has gone by the end of the report's period.
func (a *audit) progress() {
	gone := int64(a.report.Period.Gone())
	for _, v := range a.book.All() {
		p, ok := a.book.PaceOf(v, gone)
		if !ok || !p.Behind {
			continue
		}
		done, share := a.book.Print(p.Done), a.book.Print(p.Gone)
		a.add(finding.Finding{
			Rule: RuleProgress, Severity: diag.Hint, State: finding.Doubtful, Pos: v.Target.Pos, Name: v.Key.Name,
			Left: done, Right: share, Figures: names([]*figure.Value{v}),
			Reason: "“" + v.Key.Name + "”完成率" + done + "，低于时间进度" + share,
		})
	}
}
