package compose

import (
	"cmp"
	"slices"

	"banwen/internal/source"
)

// entry is a problem or a plan, and the area it stands in.
type entry struct {
	kind string // problem, plan
	area *source.Area
	item *source.Item
}

// gather lists the problems or plans of all areas as they are printed: those
// with a 顺序 first, by that number; the others in the order of the areas.
func gather(r *source.Report, kind string, of func(*source.Area) []source.Item) []entry {
	var all []entry
	for i := range r.Areas {
		items := of(&r.Areas[i])
		for j := range items {
			all = append(all, entry{kind, &r.Areas[i], &items[j]})
		}
	}
	slices.SortStableFunc(all, func(a, b entry) int {
		x, y := a.item.Order, b.item.Order
		switch {
		case x > 0 && y > 0:
			return cmp.Compare(x, y)
		case x > 0:
			return -1
		case y > 0:
			return 1
		}
		return 0
	})
	return all
}

// of picks the entries of one area.
func of(area *source.Area, entries []entry) []entry {
	var own []entry
	for _, e := range entries {
		if e.area == area {
			own = append(own, e)
		}
	}
	return own
}
