package audit

import "banwen/internal/finding"

// changes checks a 同比 given by hand where 去年同期 is known too: it must be
// the change between the two, within half a unit of its last digit.
func (a *audit) changes() {
	for _, v := range a.book.All() {
		r := a.judge.Change(v)
		if r == nil {
			continue
		}
		f := a.outcome(r)
		f.Rule, f.Pos, f.Name = RuleChange, v.GivenChange.Pos, v.Key.Name
		if f.State != finding.Unchecked {
			f.Reason = "同比写的是" + f.Left + "，" + a.told(r.Right)
		}
		a.add(f)
	}
}
