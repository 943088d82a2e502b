package html

import (
	"strconv"
	"strings"

	"banwen/internal/doc"
)

// origin is where a figure comes from, as the page tells it: once in the list
// at the end, and on every figure that comes from there.
type origin struct {
	ID    string
	Name  string
	Value string
	Facts []fact
	Tip   string // all of it, a line a fact
}

// fact is one thing known about a figure.
type fact struct{ Label, Text string }

// origins gathers the origins of a page, each once, in the order they are printed.
type origins struct {
	list  []*origin
	byTip map[string]*origin
}

// of gives the page's origin for a figure's; nil for nil.
func (all *origins) of(o *doc.Origin) *origin {
	if o == nil {
		return nil
	}
	facts := facts(o)
	tip := tip(o, facts)
	if known, ok := all.byTip[tip]; ok {
		return known
	}
	v := &origin{ID: "origin-" + strconv.Itoa(len(all.list)+1), Name: o.Name, Value: o.Value, Facts: facts, Tip: tip}
	if all.byTip == nil {
		all.byTip = map[string]*origin{}
	}
	all.byTip[tip] = v
	all.list = append(all.list, v)
	return v
}

// facts lists what is known besides name and value.
func facts(o *doc.Origin) []fact {
	candidates := []fact{
		{"出处", place(o)}, {"公式", o.Formula}, {"算自", strings.Join(o.Inputs, "；")}, {"比较基数", o.Base},
		{"来源", o.Source}, {"口径", o.Definition}, {"截至", o.AsOf},
	}
	var known []fact
	for _, f := range candidates {
		if f.Text != "" {
			known = append(known, f)
		}
	}
	return known
}

// place is file:line:col; empty where the file is not known.
func place(o *doc.Origin) string {
	if o.File == "" {
		return ""
	}
	return o.File + ":" + strconv.Itoa(o.Line) + ":" + strconv.Itoa(o.Col)
}

func tip(o *doc.Origin, facts []fact) string {
	lines := []string{o.Name + " " + o.Value}
	for _, f := range facts {
		lines = append(lines, f.Label+"："+f.Text)
	}
	return strings.Join(lines, "\n")
}
