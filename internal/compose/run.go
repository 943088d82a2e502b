package compose

import (
	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/template"
)

// piece is what running a node gives: words, the end of a line, or something
// that stands on a line of its own.
type piece struct {
	from      *prose // the text it comes from, and where in it
	at        int
	scope     scope
	run       doc.Run
	typed     bool // run's text was typed as it is, so that markup in it counts
	isLineEnd bool
	insert    func(*setter) // sets a chart, a table or a whole text
	called    string        // what insert sets, as messages name it
}

// pos is where the piece was asked for; worked out only when a message needs it.
func (p piece) pos() diag.Pos { return p.from.place(p.at) }

// runner runs the nodes of one text.
type runner struct {
	c      *composer
	p      *prose
	pieces []piece
	bold   bool
}

// run runs a text in s. A text that is being run already ends in an error.
func (c *composer) run(p *prose, s scope) []piece {
	if p.running {
		p.circular = true
		return nil
	}
	p.running, p.used = true, true
	r := &runner{c: c, p: p}
	r.nodes(p.nodes, s)
	p.running = false
	if c.over() {
		return nil
	}
	return r.pieces
}

func (r *runner) nodes(nodes []template.Node, s scope) {
	for _, n := range nodes {
		if r.c.work.step(r.p, 1); r.c.over() {
			return // reported at the end
		}
		r.node(n, s)
	}
}

func (r *runner) node(n template.Node, s scope) {
	switch n := n.(type) {
	case *template.Text:
		r.add(piece{at: n.At, scope: s, run: doc.Run{Text: n.Text}, typed: true})
	case *template.LineEnd:
		r.add(piece{at: n.At, scope: s, isLineEnd: true})
	case *template.Literal:
		r.add(piece{at: n.At, scope: s, run: doc.Run{Text: n.Text, Literal: true}})
	case *template.Bold:
		outside := r.bold
		r.bold = true
		r.nodes(n.Nodes, s)
		r.bold = outside
	case *template.Action:
		r.action(n, s)
	case *template.If:
		r.conditional(n, s)
	case *template.Each:
		r.loop(n, s)
	}
}

func (r *runner) add(p piece) {
	p.from = r.p
	p.run.Bold = p.run.Bold || r.bold
	if p.run.Place == nil {
		at := place(p.pos())
		p.run.Place = &at
	}
	r.c.work.carry(len(p.run.Text), r.p.place, p.at)
	r.pieces = append(r.pieces, p)
}

// addRun adds words that were not typed here.
func (r *runner) addRun(at int, s scope, run doc.Run) {
	r.add(piece{at: at, scope: s, run: run})
}

// conditional runs the branch that holds. The other one is tried, so that a
// wrong name is found before the day it is printed; not where the condition
// asks for the very name that may be absent.
func (r *runner) conditional(n *template.If, s scope) {
	holds, known := r.test(n.Condition, s)
	chosen, other := n.Then, n.Else
	if !holds {
		chosen, other = n.Else, n.Then
	}
	if !known {
		return
	}
	r.nodes(chosen, s)
	if !asksForName(n.Condition.Test) {
		r.try(other, s)
	}
}

// try runs nodes only to find wrong names in them.
func (r *runner) try(nodes []template.Node, s scope) {
	kept := len(r.pieces)
	r.c.trial++
	r.nodes(nodes, s)
	r.c.trial--
	r.pieces = r.pieces[:kept]
}

// loop runs the nodes for every member of a collection.
func (r *runner) loop(n *template.Each, s scope) {
	members, ok := r.c.collection(n.Collection.Text, s)
	if !ok {
		r.c.diags.Errorf(r.p.place(n.Collection.At), diag.NearestHint(n.Collection.Text, collections), "“每个”后面不能是“%s”，可写工作、问题、计划、指标", n.Collection.Text)
		return
	}
	r.c.work.step(r.p, len(members))
	for _, member := range members {
		r.nodes(n.Nodes, member)
	}
	r.c.work.exceedIn(r.p, n.At)
}

// collections are what {{每个 …}} goes through.
var collections = []string{"工作", "问题", "计划", "指标"}

// collection gives a scope for each member: the areas of section 一; the
// problems or plans, inside an area its own; the indicators of the area.
func (c *composer) collection(name string, s scope) ([]scope, bool) {
	var members []scope
	switch name {
	case "工作":
		for i := range c.report.Areas {
			if a := &c.report.Areas[i]; a.Body.Given() {
				members = append(members, scope{area: a})
			}
		}
	case "问题":
		members = entryScopes(c.problems, s)
	case "计划":
		members = entryScopes(c.plans, s)
	case "指标":
		for _, v := range c.book.All() {
			if s.area == nil || v.Key.Area == s.areaName() {
				members = append(members, scope{area: s.area, item: s.item, indicator: v})
			}
		}
	default:
		return nil, false
	}
	return members, true
}

func entryScopes(entries []entry, s scope) []scope {
	if s.area != nil {
		entries = of(s.area, entries)
	}
	members := make([]scope, len(entries))
	for i := range entries {
		members[i] = scope{area: entries[i].area, item: &entries[i]}
	}
	return members
}
