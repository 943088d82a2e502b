package compose

import (
	"banwen/internal/figure"
	"banwen/internal/template"
)

// maxArgs is how many words may follow a function: all readings are tried.
const maxArgs = 40

// operands finds the n figures that a call names, and gives the words after
// them. Names may hold spaces, so that 率 甲 的 数 乙 may be read in several
// ways: the reading that takes the most words as names wins.
func (r *runner) operands(x call, n int) (values []*figure.Value, rest []template.Word, ok bool) {
	if len(x.args) > maxArgs {
		r.errorf(x.args[0].At, "名称里有空格的加引号", "“%s”后面的词太多", x.name)
		return nil, nil, false
	}
	for end := len(x.args); end >= n; end-- {
		readings := r.readings(x, 0, end, n)
		switch len(readings) {
		case 0:
		case 1:
			return readings[0], x.args[end:], true
		default:
			r.errorf(x.args[0].At, "给指标名加上引号", "“%s”后面的名称有几种读法", x.name)
			return nil, nil, false
		}
	}
	r.unknownOperands(x, n)
	return nil, nil, false
}

// readings lists the ways to read args[from:end] as n names.
func (r *runner) readings(x call, from, end, n int) [][]*figure.Value {
	if n == 0 {
		if from == end {
			return [][]*figure.Value{nil}
		}
		return nil
	}
	var all [][]*figure.Value
	for to := from + 1; to <= end-n+1; to++ {
		v, ok := r.operand(x, from, to)
		if !ok {
			continue
		}
		for _, others := range r.readings(x, to, end, n-1) {
			all = append(all, append([]*figure.Value{v}, others...))
		}
	}
	return all
}

// operand reads args[from:to] as one name: a quoted word, or bare words with
// the spaces between them.
func (r *runner) operand(x call, from, to int) (*figure.Value, bool) {
	name, ok := x.join(from, to)
	if !ok {
		return nil, false
	}
	return r.c.figureNamed(x.scope, name)
}

// join gives args[from:to] as typed; false when a quoted word is among several.
func (x call) join(from, to int) (string, bool) {
	first, last := x.args[from], x.args[to-1]
	if to == from+1 {
		return first.Text, true
	}
	for _, w := range x.args[from:to] {
		if w.Quoted {
			return "", false
		}
	}
	start := x.action.Text.At
	return x.action.Text.Text[first.At-start : last.At-start+len(last.Text)], true
}

// figureNamed finds a figure by its name in s; in a loop over indicators, 指标
// is the current one.
func (c *composer) figureNamed(s scope, name string) (*figure.Value, bool) {
	if s.indicator != nil && name == indicatorWord {
		return s.indicator, true
	}
	return c.book.Find(s.areaName(), name)
}

// unknownOperands says which of a call's names stand for nothing.
func (r *runner) unknownOperands(x call, n int) {
	if n == 1 {
		end := 1
		for end < len(x.args) && !x.args[0].Quoted && !x.args[end].Quoted {
			end++
		}
		name, _ := x.join(0, end)
		r.c.unknown(x.scope, r.p.place(x.args[0].At), name)
		return
	}
	if len(x.args) < n {
		r.errorf(x.action.At, "名称之间空一格", "“%s”后面要写%d个指标", x.name, n)
		return
	}
	found := 0
	for i := range n {
		if _, ok := r.operand(x, i, i+1); ok {
			found++
		} else {
			r.c.unknown(x.scope, r.p.place(x.args[i].At), x.args[i].Text)
		}
	}
	if found == n {
		r.errorf(x.args[n].At, "名称里有空格的加引号", "“%s”后面的名称读不通", x.name)
	}
}
