// Package audit checks a report's figures against each other: the 校核 lines
// of the data, and what needs no line. It reads the report and its figures
// and gives findings; it writes nothing.
package audit

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"banwen/internal/diag"
	"banwen/internal/figure"
	"banwen/internal/source"
)

// State is what a check came to.
type State int

// The states.
const (
	Pass      State = iota // 通过
	Violation              // 不符
	Doubtful               // 存疑: may be right, someone should look
	Unchecked              // 无法核验: never counted as passed
)

// String gives the state's Chinese name.
func (s State) String() string { return [...]string{"通过", "不符", "存疑", "无法核验"}[s] }

// MarshalText gives the state's Chinese name, for JSON.
func (s State) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Finding is what one check of one thing came to.
type Finding struct {
	Rule       string        `json:"rule"` // the rule's id: see the constants
	Severity   diag.Severity `json:"severity"`
	State      State         `json:"state"`
	Pos        diag.Pos      `json:"pos"`                  // what was checked
	Name       string        `json:"name,omitempty"`       // 名称 of a 校核, else the figure's
	Relation   string        `json:"relation,omitempty"`   // 甲 = 乙 + 丙, as typed
	Left       string        `json:"left,omitempty"`       // what the left side comes to: 223人
	Right      string        `json:"right,omitempty"`      // what the right side comes to
	Difference string        `json:"difference,omitempty"` // left − right
	Tolerance  string        `json:"tolerance,omitempty"`  // how far they may be apart; empty: not at all
	Reason     string        `json:"reason"`               // one Chinese sentence, without a full stop
	Accepted   *Acceptance   `json:"accepted,omitempty"`   // the 豁免 of a 不符
	Figures    []string      `json:"figures"`              // 工作.指标 of all that were checked against each other
	// Fingerprint stays the same as long as the rule, the names and the values
	// do: 12 hexadecimal digits.
	Fingerprint string `json:"fingerprint"`

	identity bool // it passes whatever is typed
}

// Acceptance is a waiver (豁免) that holds.
type Acceptance struct {
	Reason string `json:"reason"`
	Who    string `json:"who"`
	Date   string `json:"date"`
}

// The ids of the rules.
const (
	RuleCheck      = "check"       // a line of 校核
	RuleLastYear   = "last-year"   // 去年同期 of the figures of a 校核
	RuleFormula    = "formula"     // 数 against 公式
	RuleChange     = "change"      // 同比 given against 去年同期
	RuleSameName   = "same-name"   // one name in two areas
	RuleStaleWaive = "stale-waive" // 豁免 of what passes
)

// Check applies every rule to r, whose figures are b. Findings come in the
// order of their places, passed ones too; the diagnostics are mistakes in the
// 校核 lines themselves, all errors.
func Check(r *source.Report, b *figure.Book) ([]Finding, diag.List) {
	a := &audit{report: r, book: b, judge: figure.NewJudge(b)}
	a.checks()
	a.formulas()
	a.changes()
	a.sameNames()
	a.sort()
	a.diags.Sort()
	return a.findings, a.diags
}

// audit is one run over a report.
type audit struct {
	report   *source.Report
	book     *figure.Book
	judge    *figure.Judge
	findings []Finding
	diags    diag.List
}

// add takes a finding and gives it its fingerprint.
func (a *audit) add(f Finding) {
	parts := append([]string{f.Rule, f.Relation, f.Left, f.Right}, f.Figures...)
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	f.Fingerprint = hex.EncodeToString(sum[:6])
	a.findings = append(a.findings, f)
}
