package pipeline

import (
	"banwen/internal/audit"
	"banwen/internal/compose"
	"banwen/internal/diag"
	"banwen/internal/finding"
)

// Verdict is what the checks of a report came to.
type Verdict struct {
	Findings []finding.Finding `json:"findings"` // all of them, passed ones too
	Coverage audit.Coverage    `json:"coverage"`
}

// Check checks a report's figures against each other. With mistakes in the
// data that keep it from being read there is no verdict.
func Check(q Request) (*Verdict, diag.List) {
	report, book, diags := figures(q)
	if report == nil {
		return nil, diags
	}
	findings, found := audit.Check(report, book)
	diags = append(diags, found...)
	diags.Sort()
	return &Verdict{Findings: findings, Coverage: audit.CoverageOf(book, findings)}, diags
}

// disagreements words the findings that say 不符 and are not accepted: errors
// keep a final document from being written, a draft is only warned of them.
func disagreements(findings []finding.Finding, stage compose.Stage) diag.List {
	var diags diag.List
	for _, f := range findings {
		if f.State != finding.Violation || f.Accepted != nil {
			continue
		}
		d := diag.Diagnostic{Pos: f.Pos, Severity: f.Severity, Message: "数字不符：" + f.Reason, Hint: "核对数字；确属无误的，在这条校核里写“豁免”"}
		if stage == compose.Draft && d.Severity == diag.Error {
			d.Severity = diag.Warning
		}
		diags = append(diags, d)
	}
	return diags
}
