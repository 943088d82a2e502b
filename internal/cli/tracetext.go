package cli

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"banwen/internal/diag"
	"banwen/internal/trace"
)

// tracePrinter writes where a figure comes from and goes, for a terminal:
// each line says what, and at its end where.
type tracePrinter struct {
	folder string
	of     *trace.Trace
	b      strings.Builder
}

func (p *tracePrinter) print(composed bool) {
	p.origin()
	p.formula()
	p.checks()
	p.uses()
	if composed {
		p.printed()
	}
}

// line writes a line; parts that are empty are left out, as is a line of none.
func (p *tracePrinter) line(indent string, parts ...string) {
	if parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" }); len(parts) > 0 {
		p.b.WriteString(indent + strings.Join(parts, "  ") + "\n")
	}
}

// labelled is “label：text”; the text alone without a label, nothing without a text.
func labelled(label, text string) string {
	if label == "" || text == "" {
		return text
	}
	return label + "：" + text
}

func (p *tracePrinter) at(pos diag.Pos) string { return placeIn(p.folder, pos) }

// section writes a heading and a line for each of n things; after mostPrinted
// of them it only counts.
func (p *tracePrinter) section(heading string, n int, write func(i int)) {
	if n == 0 {
		return
	}
	if heading != "" {
		p.line("  ", heading+"：")
	}
	for i := range min(n, mostPrinted) {
		write(i)
	}
	if n > mostPrinted {
		p.line("    ", fmt.Sprintf("另有 %d 处，用 --json 看全", n-mostPrinted))
	}
}

func (p *tracePrinter) origin() {
	f := p.of
	value := f.Value
	if f.Failed {
		value = "算不出，数据有错"
	}
	p.line("", f.Name, value)
	p.line("  ", labelled("出处", p.at(f.Pos)), f.Department)
	p.line("  ", labelled("来源", f.Source))
	p.line("  ", labelled("口径", f.Definition))
	p.line("  ", labelled("截至", f.AsOf))
	p.line("  ", labelled("计划", f.Target))
	p.comparison("去年同期", "同比", f.LastYear)
	p.comparison("上期", "环比", f.Previous)
}

// comparison writes a base with the change, or a change whose base is not known.
func (p *tracePrinter) comparison(base, change string, c *trace.Comparison) {
	switch {
	case c == nil:
	case c.ByHand:
		p.line("  ", labelled(change, c.Change+"（手填）"), p.at(c.Pos))
	default:
		p.line("  ", labelled(base, c.Value), labelled(change, c.Change), p.at(c.Pos))
	}
}

// farDecimals are those that nobody reads.
var farDecimals = regexp.MustCompile(`(\.\d{6})\d+`)

func (p *tracePrinter) formula() {
	f := p.of.Formula
	if f == nil {
		return
	}
	result, note := "精确值", ""
	if f.Checks {
		result, note = "公式算得", "数是填的，公式只作核对"
	}
	if exact := farDecimals.ReplaceAllString(f.Exact, "$1…"); exact != p.of.Value {
		p.line("  ", labelled(result, exact))
	}
	p.line("  ", labelled("公式", f.Text), note)
	last := lastSteps(p.of.Tree)
	var rails []string // for each open level, what runs down beside it
	p.section("", len(p.of.Tree), func(i int) {
		s := p.of.Tree[i]
		branch, rail := "├ ", "│ "
		if last[i] {
			branch, rail = "└ ", "  "
		}
		rails = append(rails[:s.Depth-1], rail)
		p.step("  "+strings.Join(rails[:s.Depth-1], "")+branch, s)
	})
}

func (p *tracePrinter) step(indent string, s trace.Step) {
	again := ""
	if s.Above {
		again = "见上"
	}
	facts := []string{labelled("来源", s.Source), labelled("口径", s.Definition), labelled("截至", s.AsOf)}
	facts = slices.DeleteFunc(facts, func(s string) bool { return s == "" })
	p.line(indent, p.short(s.Name)+" "+s.Value, labelled("公式", s.Formula), again, p.at(s.Pos), strings.Join(facts, "；"))
}

// short is a figure's name as the file of the traced one has it.
func (p *tracePrinter) short(name string) string { return strings.TrimPrefix(name, p.of.Area+".") }

// lastSteps tells of each step whether it is the last of its level.
func lastSteps(tree []trace.Step) []bool {
	last := make([]bool, len(tree))
	var open []bool // whether a level has a later step
	for i, s := range slices.Backward(tree) {
		for len(open) < s.Depth {
			open = append(open, false)
		}
		open = open[:s.Depth]
		last[i] = !open[s.Depth-1]
		open[s.Depth-1] = true
	}
	return last
}

func (p *tracePrinter) checks() {
	p.section("校核", len(p.of.Checks), func(i int) {
		c := p.of.Checks[i]
		relation := c.Relation
		if relation == "" {
			relation = c.Name
		}
		p.line("    ", c.State.String(), relation, p.at(c.Pos))
		p.line("      ", c.Reason)
		if c.Accepted != nil {
			p.line("      ", fmt.Sprintf("已豁免：%s（%s，%s）", c.Accepted.Reason, c.Accepted.Who, c.Accepted.Date))
		}
	})
}

func (p *tracePrinter) uses() {
	p.section("用来算", len(p.of.Uses), func(i int) {
		u := p.of.Uses[i]
		note := ""
		if u.Checks {
			note = "只作核对"
		}
		p.line("    ", p.short(u.Name)+" "+u.Value, note, p.at(u.Pos))
	})
}

func (p *tracePrinter) printed() {
	if len(p.of.Printed) == 0 {
		p.line("  ", "没有印在文中")
		return
	}
	p.section("印在", len(p.of.Printed), func(i int) {
		printed := p.of.Printed[i]
		where, use := printed.Section, ""
		if printed.Caption != "" {
			where = printed.Caption
		}
		if printed.Manner == trace.Behind {
			use = "用于“" + printed.Text + "”"
		}
		p.line("    ", where, p.at(printed.Pos))
		p.line("      ", labelled(use, around(printed.Printing)))
	})
}
