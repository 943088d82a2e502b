package audit

import (
	"banwen/internal/diag"
	"banwen/internal/finding"
	"banwen/internal/source"
)

// answers looks at problems that no plan answers. A report without plans is
// not one that should have answered.
func (a *audit) answers() {
	answered, plans := map[string]bool{}, 0
	for _, area := range a.report.Areas {
		for _, plan := range area.Plans {
			plans++
			for _, title := range plan.Answers {
				answered[title.Value] = true
			}
		}
	}
	if plans == 0 {
		return
	}
	for _, area := range a.report.Areas {
		for _, problem := range area.Problems {
			if !answered[problem.Title.Value] {
				a.item(RuleUnanswered, problem.Title, "问题“"+problem.Title.Value+"”没有计划来解决；在计划里写“对应问题”")
			}
		}
	}
}

// settledPlans looks at plans of the report before this one that no area's
// text reports on.
func (a *audit) settledPlans() {
	if a.report.Earlier == nil {
		return
	}
	settled := map[string]bool{}
	for _, area := range a.report.Areas {
		for _, title := range area.Settled {
			settled[title.Value] = true
		}
	}
	for _, area := range a.report.Earlier.Areas {
		for _, plan := range area.Plans {
			if !settled[plan.Title.Value] {
				a.item(RuleUnreported, plan.Title, "前期计划“"+plan.Title.Value+"”本期没有交代；写进正文，并在那项工作的“落实”里写上它")
			}
		}
	}
}

// item adds a finding about a problem or a plan.
func (a *audit) item(rule string, title source.Text, reason string) {
	a.add(finding.Finding{
		Rule: rule, Severity: diag.Warning, State: finding.Doubtful, Pos: title.Pos(), Name: title.Value,
		Quote: title.Value, Reason: reason, Figures: []string{},
	})
}
