package trace

import (
	"slices"
	"strings"

	"banwen/internal/diag"
	"banwen/internal/finding"
)

// Check is a finding about a figure.
type Check struct {
	Rule        string              `json:"id" about:"规则的代号"`
	State       finding.State       `json:"state" about:"结果"`
	Severity    diag.Severity       `json:"severity" about:"轻重"`
	Pos         diag.Pos            `json:"pos" about:"在数据里的位置"`
	Name        string              `json:"name,omitempty" about:"校核的名称，没有就是指标的名称"`
	Relation    string              `json:"relation,omitempty" about:"核对的关系，照所填"`
	Reason      string              `json:"reason" about:"一句话说明"`
	Accepted    *finding.Acceptance `json:"accepted,omitempty" about:"已经豁免"`
	OfFormula   bool                `json:"ofFormula,omitempty" about:"核对的不是这个数，是它的公式"`
	Fingerprint string              `json:"fingerprint" about:"与 check --json 里的指纹相同"`
}

// check enters the findings at the figures they are about.
func (t *tracer) check(findings []finding.Finding) {
	formulas := t.formulas()
	for i := range findings {
		f := &findings[i]
		for _, name := range f.Figures {
			t.byName[name].add(f, false)
		}
		for _, side := range sides(f.Relation) {
			for _, of := range formulas[side] {
				if of.isMadeOf(f.Figures) {
					of.add(f, true)
				}
			}
		}
	}
}

// add enters a finding; nil takes none.
func (t *Trace) add(f *finding.Finding, ofFormula bool) {
	if t == nil {
		return
	}
	t.Checks = append(t.Checks, Check{
		Rule: f.Rule, State: f.State, Severity: f.Severity, Pos: f.Pos, Name: f.Name, Relation: f.Relation,
		Reason: f.Reason, Accepted: f.Accepted, OfFormula: ofFormula, Fingerprint: f.Fingerprint,
	})
}

// formulas lists the computed figures by their formulas: a relation that says
// 甲 / 乙 = 66.37% checks the figure whose formula that is.
func (t *tracer) formulas() map[string][]*Trace {
	all := map[string][]*Trace{}
	for i := range t.traces {
		if of := &t.traces[i]; of.Formula != nil {
			text := plain(of.Formula.Text)
			all[text] = append(all[text], of)
		}
	}
	return all
}

// sides are the two sides of a relation, as plain writes them.
func sides(relation string) []string {
	text := plain(relation)
	at := strings.IndexAny(text, "=≠≤≥<>")
	if at < 0 {
		return nil
	}
	return []string{text[:at], strings.TrimLeft(text[at:], "=≠≤≥<>")}
}

// isMadeOf tells whether a figure's formula names these figures, in this order.
func (t *Trace) isMadeOf(figures []string) bool {
	return slices.EqualFunc(t.Formula.Inputs, figures, func(l Link, name string) bool { return l.Name == name })
}
