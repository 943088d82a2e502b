package audit

import (
	"banwen/internal/diag"
	"banwen/internal/figure"
	"banwen/internal/finding"
)

// outcome is what a relation came to; place, name and rule are the caller's.
func (a *audit) outcome(r *figure.Relation) finding.Finding {
	f := finding.Finding{
		Relation: r.Left.Text + " " + string(r.Sign) + " " + r.Right.Text,
		Severity: diag.Hint, Reason: a.reason(r), Figures: names(r.Inputs), Identity: r.Identity,
	}
	switch r.Verdict {
	case figure.Holds:
		f.State = finding.Pass
	case figure.Fails:
		f.State, f.Severity = finding.Violation, diag.Error
	default:
		f.State = finding.Unchecked
	}
	if r.Left.Value == (figure.Quantity{}) {
		return f // an input has no value: there is nothing to print
	}
	f.Left, f.Right = a.book.Print(r.Left.Value), a.book.Print(r.Right.Value)
	f.Difference = a.book.Print(r.Difference)
	if !r.Tolerance.Number.IsZero() {
		f.Tolerance = a.book.Print(r.Tolerance)
	}
	return f
}

// names are the full names of figures.
func names(values []*figure.Value) []string {
	list := make([]string, len(values))
	for i, v := range values {
		list[i] = v.Key.String()
	}
	return list
}

// reason says in one sentence what r came to, with the numbers.
func (a *audit) reason(r *figure.Relation) string {
	switch {
	case r.Doubt != "":
		return r.Doubt
	case r.Identity:
		return "恒成立，查不出错：一边由另一边算出"
	case r.Sign != figure.Equal && r.Verdict == figure.Holds:
		return a.told(r.Left) + "，" + demands[r.Sign] + a.told(r.Right)
	case r.Sign != figure.Equal:
		return a.told(r.Left) + "，应" + demands[r.Sign] + a.told(r.Right)
	}
	return a.told(r.Left) + "，" + a.told(r.Right) + a.apart(r)
}

// demands are the signs as a sentence says them.
var demands = map[figure.Sign]string{
	figure.NotEqual: "不等于", figure.AtMost: "不大于", figure.AtLeast: "不小于",
	figure.Less: "小于", figure.Greater: "大于",
}

// told is a side with its value: 涉诈高危人员223人, 148人 + 76人 = 224人, 66.37％.
func (a *audit) told(s figure.Side) string {
	value := a.book.Print(s.Value)
	switch {
	case s.Term.Op == figure.OpName:
		return s.Text + s.Numbers
	case s.Term.Op == figure.OpConstant || s.Numbers == value:
		return value
	case s.Numbers == "":
		return s.Text + " = " + value
	}
	return s.Numbers + " = " + value
}

// apart says how far the sides of an equation are apart.
func (a *audit) apart(r *figure.Relation) string {
	if r.Difference.Number.IsZero() {
		return "，相等"
	}
	size := r.Difference
	size.Number = size.Number.Abs()
	text := "，相差" + a.book.Print(size)
	switch {
	case r.Verdict == figure.Holds:
		return text + "，在允许的" + a.book.Print(r.Tolerance) + "以内"
	case !r.Tolerance.Number.IsZero():
		return text + "，超过允许的" + a.book.Print(r.Tolerance)
	}
	return text
}
