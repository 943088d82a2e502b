package figure

// PrintedBase checks a 去年同期 given by hand against what the report of 上期
// printed: the two must be one figure, as far as their rounding tells. nil
// where there is nothing to check.
func (j *Judge) PrintedBase(v *Value) *Relation {
	if v.Before == nil || v.Indicator.LastYear == nil {
		return nil
	}
	typed, printed := v.Indicator.LastYear.Quantity, v.Before.Quantity
	if typed.Unit.Family != printed.Unit.Family {
		return nil
	}
	r := &Relation{
		Sign: Equal, Inputs: []*Value{v},
		Left:  Side{Text: "去年同期", Term: figureTerm("去年同期", typed), Numbers: j.book.Print(typed)},
		Right: Side{Text: "上期报告的" + v.Key.Name, Term: figureTerm(v.Key.Name, printed), Numbers: j.book.Print(printed)},
	}
	left := j.book.options.beside(typed, quantityAmount(printed))
	right := j.book.options.beside(printed, quantityAmount(typed))
	r.judge(left, right, nil)
	return r
}
