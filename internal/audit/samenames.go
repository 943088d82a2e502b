package audit

import (
	"banwen/internal/diag"
	"banwen/internal/figure"
	"banwen/internal/finding"
)

// sameNames looks at indicators of one name in two areas: with one unit they
// should have one value. Where 口径 or 截至 differ the writer has said why
// they do not.
func (a *audit) sameNames() {
	first := map[string]*figure.Value{}
	for _, v := range a.book.All() {
		if v.Pending || v.Failed {
			continue
		}
		kind := v.Key.Name + "\x00" + v.Quantity.Unit.Family + "\x00" + v.Definition + "\x00" + v.AsOf
		other, known := first[kind]
		if !known {
			first[kind] = v
			continue
		}
		if !figure.SameValue(other, v) {
			a.add(a.twoValues(other, v))
		}
	}
}

// twoValues is the finding for the later of two figures of one name.
func (a *audit) twoValues(one, other *figure.Value) finding.Finding {
	left, right := a.book.Print(one.Quantity), a.book.Print(other.Quantity)
	return finding.Finding{
		Rule: RuleSameName, Severity: diag.Warning, State: finding.Doubtful, Pos: other.Pos, Name: other.Key.Name,
		Left: left, Right: right, Figures: names([]*figure.Value{one, other}),
		Reason: "“" + other.Key.Name + "”在“" + one.Key.Area + "”是" + left + "，在“" + other.Key.Area + "”是" + right +
			"；不是一回事就写明“口径”",
	}
}
