package pipeline

import (
	"banwen/internal/audit"
	"banwen/internal/compose"
	"banwen/internal/diag"
	"banwen/internal/finding"
	"banwen/internal/source"
)

// Verdict is what the checks of a report came to.
type Verdict struct {
	Findings []finding.Finding `json:"findings" about:"各处核对的结果，通过的也在内"` // all of them, passed ones too
	Coverage audit.Coverage    `json:"coverage" about:"多少数字经过核对"`
}

// Check checks a report's figures against each other, and the text of its
// document; remarks that nobody has dealt with are told too. With mistakes that keep the data from being read there is no
// verdict; with mistakes that keep the document from being composed it is one
// of the figures alone.
func Check(q Request) (*Verdict, diag.List) {
	q.Stage = compose.Draft
	c, diags := composed(q)
	reviews, found := source.LoadReviews(q.Files, q.Dir)
	diags = append(append(diags, found...), source.OpenRemarks(reviews)...)
	if c == nil {
		return nil, diags
	}
	return &Verdict{Findings: c.findings, Coverage: audit.CoverageOf(c.book, c.document, c.findings, c.compared)}, diags
}

// disagreements words the findings that are errors: they keep a final document
// from being written, a draft is only warned of them.
func disagreements(findings []finding.Finding, stage compose.Stage) diag.List {
	var diags diag.List
	for _, f := range findings {
		if !f.IsError() {
			continue
		}
		d := diag.Diagnostic{Pos: f.Pos, Severity: diag.Error, Message: f.Reason, Hint: "改正；确属无误的，写“豁免”，指纹 " + f.Fingerprint}
		if stage == compose.Draft {
			d.Severity = diag.Warning
		}
		diags = append(diags, d)
	}
	return diags
}
