package audit

// changes checks the 同比 and 环比 given by hand: each size must be the change
// between the figure and its base, within half a unit of its last digit; an
// amount and a percentage of which the base is not known must go together.
func (a *audit) changes() {
	for _, v := range a.book.All() {
		for _, c := range a.judge.Changes(v) {
			f := a.outcome(c.Relation)
			f.Rule, f.Pos, f.Name = RuleChange, c.Given.Pos, v.Key.Name
			if c.Doubt == "" {
				f.Reason = c.Word + "写的是" + c.Left.Numbers + "，" + a.told(c.Right)
			}
			if f.Left == "" {
				f.Left = a.book.PrintGiven(c.Given)
			}
			a.add(f)
		}
	}
}
