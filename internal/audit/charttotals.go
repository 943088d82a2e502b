package audit

import (
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
