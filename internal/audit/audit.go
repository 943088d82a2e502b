// Package audit checks a report's figures against each other: the 校核 lines
// of the data, and what needs no line. It reads the report and its figures
// and gives findings; it writes nothing.
package audit

import (
	"banwen/internal/diag"
	"banwen/internal/figure"
	"banwen/internal/finding"
	"banwen/internal/source"
)

// The ids of the rules.
const (
	RuleCheck       = "check"        // a line of 校核
	RuleLastYear    = "last-year"    // 去年同期 of the figures of a 校核
	RulePrevious    = "previous"     // 上期 of the figures of a 校核
	RuleFormula     = "formula"      // 数 against 公式
	RuleChange      = "change"       // 同比 or 环比 given
	RuleBasePrinted = "base-printed" // 去年同期 given against the report of 上期
	RuleProgress    = "progress"     // 计划 against the time gone
	RuleChartTotal  = "chart-total"  // 合计 of a chart against its parts
	RuleSameName    = "same-name"    // one name in two areas
	RuleNegative    = "negative"     // a count below zero
	RuleUnanswered  = "unanswered"   // a problem that no plan answers
	RuleUnreported  = "unreported"   // a plan of 前期 that nothing reports on
	RuleStaleWaive  = "stale-waive"  // 豁免 of what is no longer so
)

// Check applies every rule to r, whose figures are b. It gives passed findings
// too; Settle puts them in order. The diagnostics are mistakes in the 校核
// lines themselves, all errors.
func Check(r *source.Report, b *figure.Book) ([]finding.Finding, diag.List) {
	a := &audit{report: r, book: b, judge: figure.NewJudge(b)}
	a.checks()
	a.formulas()
	a.changes()
	a.bases()
	a.progress()
	a.sameNames()
	a.negatives()
	a.answers()
	a.settledPlans()
	a.diags.Sort()
	return a.findings, a.diags
}

// audit is one run over a report.
type audit struct {
	report   *source.Report
	book     *figure.Book
	judge    *figure.Judge
	findings []finding.Finding
	diags    diag.List
}

// add takes a finding and gives it its fingerprint.
func (a *audit) add(f finding.Finding) {
	f.Sign()
	a.findings = append(a.findings, f)
}
