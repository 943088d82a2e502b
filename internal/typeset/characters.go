package typeset

import (
	"maps"
	"slices"

	"banwen/internal/style"
)

// Characters are those that the layout sets in each role's font, in order.
func (l *Layout) Characters() map[style.Role][]rune {
	sets := map[style.Role]map[rune]bool{}
	for i := range l.Pages {
		for _, item := range l.Pages[i].All() {
			run, ok := item.(*GlyphRun)
			if !ok {
				continue
			}
			set := sets[run.Role]
			if set == nil {
				set = map[rune]bool{}
				sets[run.Role] = set
			}
			for _, g := range run.Glyphs {
				set[g.Char] = true
			}
		}
	}
	all := map[style.Role][]rune{}
	for role, set := range sets {
		all[role] = slices.Sorted(maps.Keys(set))
	}
	return all
}
