package audit

import (
	"cmp"
	"slices"

	"banwen/internal/finding"
)

// sort puts the findings in the order of the areas in the report, and of
// their places in each; at one place the rules keep their order.
func (a *audit) sort() {
	order := map[string]int{}
	for i, area := range a.report.Areas {
		order[area.File] = i
	}
	slices.SortStableFunc(a.findings, func(x, y finding.Finding) int {
		return cmp.Or(cmp.Compare(order[x.Pos.File], order[y.Pos.File]), x.Pos.Compare(y.Pos))
	})
}
