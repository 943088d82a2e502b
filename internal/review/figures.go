package review

import (
	"banwen/internal/diag"
	"banwen/internal/finding"
	"banwen/internal/trace"
)

// FigureChange is a figure that has changed.
type FigureChange struct {
	Kind    Kind               `json:"kind" about:"怎样改的"`
	Name    string             `json:"name" about:"工作.指标"`
	Unit    string             `json:"unit" about:"单位"`
	Before  *FigureState       `json:"before,omitempty" about:"原来的；新增的没有"`
	After   *FigureState       `json:"after,omitempty" about:"现在的；删去的没有"`
	Printed []finding.Printing `json:"printed" about:"印在文中哪些句子里；删去的是原来的句子"`
	Derived []Derived          `json:"derived" about:"跟着变的数字"`
}

// FigureState is a figure in one version.
type FigureState struct {
	Value    string   `json:"value" about:"数值连同单位，照所印"`
	Base     string   `json:"base,omitempty" about:"去年同期"`
	Change   string   `json:"change,omitempty" about:"同比，照所印"`
	Previous string   `json:"previous,omitempty" about:"上期和环比，照所印"`
	Formula  string   `json:"formula,omitempty" about:"公式"`
	Pos      diag.Pos `json:"pos" about:"在数据里的位置"`
}

// Derived is a figure that moved with another it is computed from.
type Derived struct {
	Name   string   `json:"name" about:"工作.指标"`
	Before string   `json:"before" about:"原来的"`
	After  string   `json:"after" about:"现在的"`
	Pos    diag.Pos `json:"pos" about:"现在在数据里的位置"`
}

// sameFigure tells whether nothing about a figure has changed but its place.
func sameFigure(a, b *FigureState) bool {
	if a == nil || b == nil {
		return a == b
	}
	was, now := *a, *b
	was.Pos, now.Pos = diag.Pos{}, diag.Pos{}
	return was == now
}

func stateOf(t *trace.Trace) *FigureState {
	if t == nil {
		return nil
	}
	s := &FigureState{Value: t.Value, Pos: t.Pos}
	if t.LastYear != nil {
		s.Base, s.Change = t.LastYear.Value, t.LastYear.Change
	}
	if t.Previous != nil {
		s.Previous = t.Previous.Value + " " + t.Previous.Change
	}
	if t.Formula != nil {
		s.Formula = t.Formula.Text
	}
	return s
}

// figures are the figures of two versions.
type figures struct{ was, now map[string]*trace.Trace }

func byName(all []trace.Trace) map[string]*trace.Trace {
	named := make(map[string]*trace.Trace, len(all))
	for i := range all {
		if named[all[i].Name] == nil {
			named[all[i].Name] = &all[i]
		}
	}
	return named
}

// figureChanges lists the figures that have changed: in the order of b, then
// those that are gone. A figure that changed only because those it is computed
// from did is told of with them.
func figureChanges(a, b []trace.Trace) []FigureChange {
	f := figures{byName(a), byName(b)}
	changes := []FigureChange{}
	seen := map[string]bool{}
	for _, all := range [][]trace.Trace{b, a} {
		for i := range all {
			name := all[i].Name
			if seen[name] {
				continue
			}
			seen[name] = true
			if f.changed(name) && !f.follows(name) {
				changes = append(changes, f.change(name))
			}
		}
	}
	return changes
}

func (f figures) changed(name string) bool {
	return !sameFigure(stateOf(f.was[name]), stateOf(f.now[name]))
}

// follows tells whether a figure changed in its value alone, and one that its
// formula names did too.
func (f figures) follows(name string) bool {
	was, now := stateOf(f.was[name]), stateOf(f.now[name])
	if was == nil || now == nil || now.Formula == "" || f.now[name].Formula.Checks {
		return false
	}
	was.Value, was.Change, was.Previous = now.Value, now.Change, now.Previous
	if !sameFigure(was, now) {
		return false
	}
	for _, input := range f.now[name].Formula.Inputs {
		if f.changed(input.Name) {
			return true
		}
	}
	return false
}

func (f figures) change(name string) FigureChange {
	was, now := f.was[name], f.now[name]
	c := FigureChange{Kind: Changed, Name: name, Before: stateOf(was), After: stateOf(now), Printed: []finding.Printing{}, Derived: f.derived(name)}
	shown := now
	switch {
	case was == nil:
		c.Kind = Added
	case now == nil:
		c.Kind, shown = Removed, was
	}
	c.Unit = shown.Unit
	sentences := map[[2]string]bool{}
	for _, p := range shown.Printed {
		if at := [2]string{p.Node, p.Sentence}; !sentences[at] {
			sentences[at] = true
			c.Printed = append(c.Printed, p.Printing)
		}
	}
	return c
}

// derived lists the figures that follow one, those nearest to it first.
func (f figures) derived(name string) []Derived {
	found := []Derived{}
	seen := map[string]bool{name: true}
	waiting := []string{name}
	for len(waiting) > 0 {
		of := f.now[waiting[0]]
		waiting = waiting[1:]
		if of == nil {
			continue
		}
		for _, use := range of.Uses {
			if seen[use.Name] || !f.changed(use.Name) || !f.follows(use.Name) {
				continue
			}
			seen[use.Name] = true
			waiting = append(waiting, use.Name)
			found = append(found, Derived{use.Name, f.was[use.Name].Value, f.now[use.Name].Value, f.now[use.Name].Pos})
		}
	}
	return found
}
