package audit

import (
	"slices"

	"banwen/internal/figure"
	"banwen/internal/source"
)

// chartTotal reads 合计 of a chart of an area: its parts, all of them, make up
// the figure named. Without 合计 there are no relations.
func (a *audit) chartTotal(area string, c source.Chart) line {
	l := line{rule: RuleChartTotal, at: c.Total.Pos(), name: c.Name.Value}
	if !c.Total.Given() {
		return l
	}
	var parts []string
	for _, part := range c.Parts() {
		parts = append(parts, part.Value)
	}
	r, diags := a.judge.Total(area, parts, figure.Expression{Text: c.Total.Value, Pos: c.Total.Pos()})
	a.diags = append(a.diags, diags...)
	if r != nil {
		l.relations = []*figure.Relation{r}
	}
	return l
}

// chartTotals reads 合计 of every chart of an area.
func (a *audit) chartTotals(area source.Area) []line {
	var lines []line
	for _, c := range area.Charts {
		if l := a.chartTotal(area.Name.Value, c); len(l.relations) > 0 {
			lines = append(lines, l)
		}
	}
	return lines
}

// withoutTold leaves out the totals that a line of 校核 checks already: one
// mistake is told once.
func withoutTold(totals []line, told line) []line {
	if len(totals) == 0 {
		return nil
	}
	return slices.DeleteFunc(totals, func(total line) bool {
		return slices.ContainsFunc(told.relations, func(r *figure.Relation) bool {
			return r.Sign == figure.Equal && sameFigures(r.Inputs, total.relations[0].Inputs)
		})
	})
}

// sameFigures tells whether two lists hold the same figures, each once.
func sameFigures(a, b []*figure.Value) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(v *figure.Value) bool { return !slices.Contains(b, v) })
}
