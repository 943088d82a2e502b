package compose

import (
	"slices"
	"strings"

	"banwen/internal/figure"
	"banwen/internal/template"
)

// asksForName tells whether a test is about a name that may be absent.
func asksForName(t template.Test) bool {
	return t == template.Exists || t == template.Absent || t == template.Pending
}

// test tells whether a condition holds; known is false when that cannot be
// told, which has been reported or marked in the text.
func (r *runner) test(x template.Condition, s scope) (holds, known bool) {
	switch x.Test {
	case "": // reported by the parser
		return false, false
	case template.Exists:
		return r.exists(x.Left, s), true
	case template.Absent:
		return !r.exists(x.Left, s), true
	case template.Pending:
		return r.pending(x.Left, s)
	}
	left, leftOK := r.compared(x.Left, s)
	right, rightOK := r.compared(x.Right, s)
	if !leftOK || !rightOK {
		return false, false
	}
	order, ok := r.order(x, left, right)
	return ok && holdsFor(x.Test, order), ok
}

// exists tells whether a name has something to print: a collection with
// members, a word with a text, an indicator, even one that is 待补.
func (r *runner) exists(x template.Word, s scope) bool {
	if !x.Quoted {
		if members, ok := r.c.collection(x.Text, s); ok {
			return len(members) > 0
		}
		if w, ok := r.c.word(s, x.Text); ok {
			return w.made != "" || w.value != nil || strings.TrimSpace(w.text.Value) != ""
		}
	}
	if _, ok := r.c.figureNamed(s, x.Text); ok {
		return true
	}
	names := func() []string { return append(r.c.names(s), collections...) }
	if hint := r.c.hints.Nearest(x.Text, names); hint != "" {
		r.c.diags.Warnf(r.p.place(x.At), hint, "没有“%s”，这里按“没有”处理", x.Text)
	}
	return false
}

func (r *runner) pending(x template.Word, s scope) (holds, known bool) {
	v, ok := r.c.figureNamed(s, x.Text)
	if !ok {
		r.c.unknown(s, r.p.place(x.At), x.Text)
		return false, false
	}
	return v.Pending, !v.Failed
}

// compared reads one side of a comparison: a figure, or a number.
func (r *runner) compared(x template.Word, s scope) (figure.Quantity, bool) {
	if v, ok := r.c.figureNamed(s, x.Text); ok {
		switch {
		case v.Failed:
			return figure.Quantity{}, false
		case v.Pending && r.c.trial == 0:
			r.missing(x.At, s, v)
		}
		q := v.Quantity
		q.Number = v.Exact
		return q, !v.Pending
	}
	if q, err := parseNumber(x.Text); err == nil && !x.Quoted {
		return q, true
	}
	r.c.unknown(s, r.p.place(x.At), x.Text)
	return figure.Quantity{}, false
}

// parseNumber reads a number with or without a unit.
func parseNumber(s string) (figure.Quantity, error) {
	if q, err := figure.ParseQuantity(s, ""); err == nil {
		return q, nil
	}
	return figure.ParseQuantity(s, "无")
}

// order compares two quantities; a bare number, 500 or 5万, counts in the
// other's unit.
func (r *runner) order(x template.Condition, left, right figure.Quantity) (int, bool) {
	a, b := left.Unit, right.Unit
	switch isBare := func(u figure.Unit) bool { return u.Family == "" }; {
	case a.Family == b.Family:
		return left.Number.Mul(a.Factor).Cmp(right.Number.Mul(b.Factor)), true
	case isBare(a):
		return left.Number.Mul(a.Factor).Cmp(right.Number), true
	case isBare(b):
		return left.Number.Cmp(right.Number.Mul(b.Factor)), true
	}
	r.errorf(x.Left.At, "比较同一单位的数", "“%s”的单位是%s，“%s”的单位是%s，不能比较", x.Left.Text, a.Name, x.Right.Text, b.Name)
	return 0, false
}

// holdsFor tells whether a test holds for the order of its two sides.
func holdsFor(t template.Test, order int) bool {
	return slices.Contains(map[template.Test][]int{
		template.Greater: {1}, template.Less: {-1}, template.Equal: {0},
		template.AtLeast: {0, 1}, template.AtMost: {-1, 0}, template.Unequal: {-1, 1},
	}[t], order)
}
