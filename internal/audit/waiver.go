package audit

import (
	"cmp"
	"slices"

	"banwen/internal/diag"
	"banwen/internal/finding"
	"banwen/internal/source"
)

// Settle applies every 豁免 of r to the findings of all rules, and puts them in
// the order of the report's files. A waiver holds for the finding that has its
// 指纹, and so for the values that someone has seen; one that no finding
// answers to any more is a finding itself.
func Settle(r *source.Report, findings []finding.Finding) []finding.Finding {
	if hasWaivers(r) {
		findings = waive(r, findings)
	}
	order(r, findings)
	return findings
}

// hasWaivers tells whether anything is waived at all, which is rare.
func hasWaivers(r *source.Report) bool {
	return len(r.Waivers) > 0 || slices.ContainsFunc(r.Areas, func(a source.Area) bool {
		return len(a.Waivers) > 0 || slices.ContainsFunc(a.Checks, func(c source.Check) bool { return c.Waiver != nil })
	})
}

// waive applies the waivers and adds the findings about those that are stale.
func waive(r *source.Report, findings []finding.Finding) []finding.Finding {
	s := settlement{byFingerprint: map[string][]*finding.Finding{}, byPos: map[diag.Pos][]*finding.Finding{}}
	for i := range findings {
		f := &findings[i]
		s.byFingerprint[f.Fingerprint] = append(s.byFingerprint[f.Fingerprint], f)
		s.byPos[f.Pos] = append(s.byPos[f.Pos], f)
	}
	s.listed(r.Waivers)
	for _, area := range r.Areas {
		s.listed(area.Waivers)
		for _, c := range area.Checks {
			if c.Waiver != nil {
				s.inline(c)
			}
		}
	}
	return append(findings, s.stale...)
}

// settlement is one application of waivers.
type settlement struct {
	byFingerprint map[string][]*finding.Finding
	byPos         map[diag.Pos][]*finding.Finding
	stale         []finding.Finding
}

// accept applies a waiver; false if no finding that stands has its fingerprint.
func (s *settlement) accept(w source.Waiver) bool {
	accepted := false
	for _, f := range s.byFingerprint[w.Fingerprint.Value] {
		if f.Stands() {
			f.Severity = diag.Hint
			f.Accepted = &finding.Acceptance{Reason: w.Reason.Value, Who: w.Who.Value, Date: w.Date.Value}
		}
		accepted = accepted || f.Accepted != nil
	}
	return accepted
}

// listed applies waivers that only their fingerprints tie to findings.
func (s *settlement) listed(waivers []source.Waiver) {
	for _, w := range waivers {
		if !s.accept(w) {
			s.expire(w, w.Fingerprint.Pos(), "豁免"+w.Fingerprint.Value+"已经没有对应的检查结果：数值变了就重新确认，改好了就删去")
		}
	}
}

// inline applies the waiver of a 校核.
func (s *settlement) inline(c source.Check) {
	w := *c.Waiver
	if w.Fingerprint.Given() && s.accept(w) {
		return
	}
	at := cmp.Or(w.Fingerprint.Pos(), w.Reason.Pos())
	for _, f := range s.byPos[c.Relation.Pos()] {
		switch {
		case !f.Stands():
		case w.Fingerprint.Given():
			s.expire(w, at, "数值变了，豁免不再有效；仍然认可就把指纹改成"+f.Fingerprint)
			return
		default:
			s.expire(w, at, "豁免没有写指纹，还没有生效；认可这些数就加上“指纹: "+f.Fingerprint+"”")
			return
		}
	}
	s.expire(w, at, "校核已经通过，“豁免”可以删去")
}

// expire adds the finding of a waiver that does not hold.
func (s *settlement) expire(w source.Waiver, pos diag.Pos, reason string) {
	f := finding.Finding{
		Rule: RuleStaleWaive, Severity: diag.Warning, State: finding.Doubtful, Pos: pos, Quote: w.Fingerprint.Value, Reason: reason, Figures: []string{},
	}
	f.Sign()
	s.stale = append(s.stale, f)
}

// order puts findings in the order of the report's files, report.yaml first,
// and of their places in each; at one place the rules keep their order.
func order(r *source.Report, findings []finding.Finding) {
	rank := map[string]int{}
	for i, area := range r.Areas {
		rank[area.File] = i + 1
	}
	slices.SortStableFunc(findings, func(x, y finding.Finding) int {
		return cmp.Or(cmp.Compare(rank[x.Pos.File], rank[y.Pos.File]), x.Pos.Compare(y.Pos))
	})
}
