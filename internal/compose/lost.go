package compose

import (
	"maps"
	"slices"
	"strings"

	"banwen/internal/diag"
	"banwen/internal/source"
	"banwen/internal/template"
)

// checkNothingLost reports what was written but stands nowhere in the document.
func (c *composer) checkNothingLost() {
	if c.outline.title == nil && !c.diags.HasErrors() {
		c.diags.Errorf(diag.Pos{File: c.layoutPath()}, "在开头写一行 # {{标题}}", "模板里没有标题行")
	}
	for _, p := range c.texts {
		if p.circular {
			c.diags.Errorf(p.pos, "删去引用自己的那一处", "“%s”里又用到了自己", p.called)
		}
	}
	c.checkLeads()
	c.checkUsed(c.report.Lead, "导语")
	for i := range c.report.Areas {
		a := &c.report.Areas[i]
		c.checkUsed(a.Body, "正文")
		for _, items := range [][]source.Item{a.Problems, a.Plans} {
			for _, item := range items {
				c.checkUsed(item.Body, "正文")
			}
		}
		c.checkPlaced(a)
	}
}

// checkLeads reports a key of 结语前言 that the template does not know.
func (c *composer) checkLeads() {
	known := leadsIn(c.layout.nodes)
	for _, key := range slices.Sorted(maps.Keys(c.report.Leads)) {
		lead := c.report.Leads[key]
		if slices.Contains(known, key) {
			c.checkUsed(lead, leadName(key))
		} else {
			c.diags.Errorf(lead.Pos(), diag.NearestHint(key, known), "模板里没有用到“结语前言”中的“%s”", key)
		}
	}
}

// leadsIn lists the lead paragraphs that the nodes name.
func leadsIn(nodes []template.Node) []string {
	var keys []string
	note := func(name string) {
		if key, ok := strings.CutPrefix(name, leadName("")); ok && !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	template.Walk(nodes, func(n template.Node) {
		switch n := n.(type) {
		case *template.Action:
			note(n.Text.Text)
		case *template.If:
			note(n.Condition.Left.Text)
		}
	})
	return keys
}

// checkUsed warns of a text that the template leaves out.
func (c *composer) checkUsed(t source.Text, called string) {
	if t.Given() && !c.prose(t, called).used {
		c.diags.Warnf(t.Pos(), "检查模板里的 {{每个 …}} 和 {{如果 …}}", "模板没有用到这段“%s”", called)
	}
}

// checkPlaced reports the tables and charts of an area without a place in the document.
func (c *composer) checkPlaced(a *source.Area) {
	if a.Body.Given() && !c.prose(a.Body, "正文").used {
		return // the area as a whole is left out
	}
	for i := range a.Tables {
		x := &a.Tables[i]
		if l := c.tables[chartKey{a, x.Name.Value}]; !l.placed && !l.mentioned {
			c.diags.Errorf(x.Name.Pos(), `在问题或计划里写 {{表格 "`+x.Name.Value+`"}}`, "表格“%s”没有放进文中", x.Name.Value)
		}
	}
	for i := range a.Charts {
		x := &a.Charts[i]
		if p := c.charts[chartKey{a, x.Name.Value}]; !p.placed && !p.tabled && !p.mentioned {
			c.diags.Errorf(x.Name.Pos(), `在问题或计划里写 {{图表 "`+x.Name.Value+`"}}`, "图表“%s”没有放进文中", x.Name.Value)
		}
	}
}
