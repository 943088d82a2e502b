package audit

import (
	"banwen/internal/diag"
	"banwen/internal/finding"
	"banwen/internal/source"
)

// waive applies 豁免 to the finding of a 校核: a difference that someone
// answers for is accepted; one that is no longer there makes the waiver stale.
func (a *audit) waive(f *finding.Finding, w *source.Waiver) {
	if w == nil {
		return
	}
	switch f.State {
	case finding.Violation:
		f.Severity = diag.Hint
		f.Accepted = &finding.Acceptance{Reason: w.Reason.Value, Who: w.Who.Value, Date: w.Date.Value}
	case finding.Pass:
		a.add(finding.Finding{
			Rule: RuleStaleWaive, Severity: diag.Hint, State: finding.Doubtful, Pos: w.Reason.Pos(), Name: f.Name,
			Relation: f.Relation, Left: f.Left, Right: f.Right, Figures: f.Figures,
			Reason: "校核已经通过，“豁免”可以删去",
		})
	}
}
