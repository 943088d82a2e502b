package figure

import (
	"strings"

	"banwen/internal/diag"
)

// Total checks that the parts of a whole add up to it, as a line 合计(甲, 乙) =
// 丙 of an area would: all are names as formulas of the area use them. A whole
// that does not exist is reported at its place, and so are mixed units. There
// is no relation after a mistake, nor where a part does not exist, which is
// for those to report who draw the parts.
func (j *Judge) Total(area string, parts []string, whole Expression) (*Relation, diag.List) {
	var diags diag.List
	report := func(_ int, hint, message string) { diags.Errorf(whole.Pos, hint, "%s", message) }
	total, known := j.book.Find(area, whole.Text)
	if !known {
		hint, message := j.book.names(area).unknown(whole.Text)
		report(0, hint, message)
		return nil, diags
	}
	t := typing{}
	sum := &Term{Op: OpTotal}
	t.WriteString(string(OpTotal) + "(")
	for i, name := range parts {
		v, ok := j.book.Find(area, name)
		if !ok {
			return nil, nil
		}
		if i > 0 {
			t.WriteString(", ")
		}
		sum.Operands = append(sum.Operands, t.name(name, v))
	}
	t.WriteString(")")
	sum.end = t.Len()
	r := &Relation{Sign: Equal, Left: Side{Text: t.String(), Term: sum}}
	t.WriteString(" " + string(Equal) + " ")
	r.Right = Side{Text: whole.Text, Term: t.name(whole.Text, total)}
	j.settle(r, evaluation{t.String(), report}, nil, &diags)
	if diags.HasErrors() {
		return nil, diags
	}
	return r, nil
}

// typing is a relation being written, as someone would type it.
type typing struct{ strings.Builder }

// name writes an indicator's name and gives it as a formula.
func (t *typing) name(name string, v *Value) *Term {
	start := t.Len()
	t.WriteString(name)
	return &Term{Op: OpName, Value: v, start: start, end: t.Len()}
}
