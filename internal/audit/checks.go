package audit

import (
	"errors"
	"unicode"
	"unicode/utf8"

	"banwen/internal/diag"
	"banwen/internal/figure"
	"banwen/internal/finding"
	"banwen/internal/source"
)

// line is one line of 校核 with the relations it holds, a chain several; or
// what a chart says of its parts.
type line struct {
	rule      string
	at        diag.Pos
	name      string // 名称
	relations []*figure.Relation
	tolerance *figure.Entry
}

// checks checks every line of 校核 and 合计 of every chart, and the figures of
// last year and of 上期 by the same lines. When all lines are read, what some
// prove helps to tell which figure is wrong in others.
func (a *audit) checks() {
	proven := map[*figure.Value]bool{}
	var failing []failure
	check := func(l line) {
		for _, r := range l.relations {
			if r.Verdict == figure.Holds && r.Sign == figure.Equal && !r.Identity {
				prove(proven, r.Inputs)
			}
			if at := a.checkLine(l, r); a.findings[at].State == finding.Violation {
				failing = append(failing, failure{at, r})
			}
			a.checkBases(l, r)
		}
	}
	a.findings = make([]finding.Finding, 0, a.expected())
	ahead := readAhead(a.report.Areas, a.book)
	for i, area := range a.report.Areas {
		totals := a.chartTotals(area)
		relations := ahead.take(i)
		for n, c := range area.Checks {
			l := a.line(area.Name.Value, c, relations[n])
			check(l)
			totals = withoutTold(totals, l)
		}
		for _, l := range totals {
			check(l)
		}
	}
	for _, f := range failing {
		if reason, suspect := a.suspect(f.relation, proven); suspect != "" {
			a.findings[f.at].Reason, a.findings[f.at].Suspect = reason, suspect
		}
	}
}

// expected is how many findings there may well be: findings are large, so that
// it costs time to move them when more room is needed.
func (a *audit) expected() int {
	lines := 0
	for _, area := range a.report.Areas {
		lines += len(area.Checks) + len(area.Charts)
	}
	const aLine = 2 // with the bases of its figures
	return aLine*lines + len(a.book.All())/10
}

// failure is a relation that does not hold, and its finding by number.
type failure struct {
	at       int
	relation *figure.Relation
}

func prove(proven map[*figure.Value]bool, values []*figure.Value) {
	for _, v := range values {
		proven[v] = true
	}
}

// line is a line of an area with its relations, which are read unless they
// have been; mistakes go to the diagnostics.
func (a *audit) line(area string, c source.Check, relations []*figure.Relation) line {
	l := line{rule: RuleCheck, at: c.Relation.Pos(), name: c.Name.Value, relations: relations}
	if relations != nil {
		return l
	}
	if l.tolerance = a.tolerance(c.Tolerance); c.Tolerance.Given() && l.tolerance == nil {
		return l
	}
	var diags diag.List
	l.relations, diags = a.judge.Relations(area, expression(c), l.tolerance)
	a.diags = append(a.diags, diags...)
	return l
}

// tolerance reads 容差; nil when it is not given or, with a report, wrong.
func (a *audit) tolerance(t source.Text) *figure.Entry {
	if !t.Given() {
		return nil
	}
	unit := ""
	if last, _ := utf8.DecodeLastRuneInString(t.Value); unicode.IsDigit(last) {
		unit = "无" // that of the relation
	}
	q, err := figure.ParseQuantity(t.Value, unit)
	var mistake *figure.Mistake
	switch {
	case errors.As(err, &mistake):
		a.diags.Errorf(t.Pos(), mistake.Hint, "%s", mistake.Message)
		return nil
	case err != nil:
		a.diags.Errorf(t.Pos(), "", "%s", err)
		return nil
	case q.Number.IsNegative():
		a.diags.Errorf(t.Pos(), "去掉负号", "容差不能是负数")
		return nil
	}
	return &figure.Entry{Quantity: q, Pos: t.Pos()}
}

// checkLine adds the finding of one relation of a line, and gives its number.
func (a *audit) checkLine(l line, r *figure.Relation) int {
	f := a.outcome(r)
	f.Rule, f.Pos, f.Name = l.rule, l.at, l.name
	a.add(f)
	return len(a.findings) - 1
}

// checkBases checks that 去年同期 and 上期 of the figures in a 校核 add up as
// the figures do: 同比 and 环比 of the parts and of the whole come from them.
func (a *audit) checkBases(l line, r *figure.Relation) {
	for _, base := range []struct {
		rule, name string
		check      func(*figure.Relation, *figure.Entry) (*figure.Relation, bool)
	}{
		{RuleLastYear, "去年同期", a.judge.LastYear},
		{RulePrevious, "上期", a.judge.Previous},
	} {
		then, ok := base.check(r, l.tolerance)
		if !ok {
			continue
		}
		f := a.outcome(then)
		f.Rule, f.Pos, f.Name = base.rule, l.at, l.name
		f.Reason = base.name + "：" + f.Reason
		a.add(f)
	}
}
