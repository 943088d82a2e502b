package audit

import (
	"slices"
	"strings"

	"banwen/internal/figure"
)

// suspect words a sum that does not add up by the one figure in it that
// nothing else proves: “未劝返人员”76人，223人 − 148人 = 75人，应为75人. Both are
// empty where no single figure stands out.
func (a *audit) suspect(r *figure.Relation, proven map[*figure.Value]bool) (reason, suspect string) {
	if r.Sign != figure.Equal {
		return "", ""
	}
	addends := r.Addends()
	at := -1
	for i, d := range addends {
		if d.Value.Quantity.Unit.Name != addends[0].Value.Quantity.Unit.Name {
			return "", ""
		}
		if proven[d.Value] {
			continue
		}
		if at >= 0 {
			return "", ""
		}
		at = i
	}
	if at < 0 || addends[at].Value.Given == nil {
		return "", ""
	}
	wrong := addends[at]
	should := wrong.Value.Quantity
	should.Number = should.Number.Sub(r.Difference.Number)
	if wrong.Sign < 0 {
		should.Number = wrong.Value.Quantity.Number.Add(r.Difference.Number)
	}
	value := a.book.Print(should)
	return "“" + wrong.Value.Key.Name + "”" + a.book.Print(wrong.Value.Quantity) + "，" +
		a.rest(slices.Delete(addends, at, at+1), -wrong.Sign) + " = " + value + "，应为" + value, wrong.Value.Key.String()
}

// rest writes a sum of figures, added ones first; sign turns all of them.
func (a *audit) rest(addends []figure.Addend, sign int) string {
	var b strings.Builder
	for _, want := range []int{1, -1} {
		for _, d := range addends {
			if d.Sign*sign != want {
				continue
			}
			switch {
			case want < 0:
				b.WriteString(" − ")
			case b.Len() > 0:
				b.WriteString(" + ")
			}
			b.WriteString(a.book.Print(d.Value.Quantity))
		}
	}
	return strings.TrimSpace(b.String())
}
