package audit

import (
	"strings"

	"banwen/internal/doc"
	"banwen/internal/figure"
	"banwen/internal/finding"
)

// Coverage says how many of a report's figures a check covers.
type Coverage struct {
	// Printed counts the figures in the document, each as often as it is
	// printed, those of charts too; Checked those of them that are computed
	// from others or that some check compared with something else.
	Printed int `json:"printed" about:"文中印出的数字，印几次算几个，图表里的也算"`
	Checked int `json:"checked" about:"其中算出的或核对过的"`

	Indicators int      `json:"indicators" about:"有数值的指标"`    // all that have a value
	Derived    int      `json:"derived" about:"由公式算出的"`       // those computed by 公式: nobody types them
	Related    int      `json:"related" about:"与别的数字核对过的"`    // those that some check compared with another figure
	Covered    int      `json:"covered" about:"算出的或核对过的"`     // derived, related or both
	Uncovered  []string `json:"uncovered" about:"其余的（工作.指标）"` // 工作.指标 of the others
}

// CoverageOf counts the figures of b, and those printed in d (which may be
// nil), that findings cover; compared names further figures, which rules over
// the text have compared with what is written there. A relation that could not
// be checked covers nothing, nor does one that holds whatever is typed.
func CoverageOf(b *figure.Book, d *doc.Document, findings []finding.Finding, compared []string) Coverage {
	related := map[string]bool{}
	for _, name := range compared {
		related[name] = true
	}
	for _, f := range findings {
		if covers(f) {
			for _, name := range f.Figures {
				related[name] = true
			}
		}
	}
	var c Coverage
	covered := map[string]bool{}
	for _, v := range b.All() {
		if v.Pending || v.Failed {
			continue
		}
		name := v.Key.String()
		derived := v.Given == nil
		c.Indicators++
		c.Derived += count(derived)
		c.Related += count(related[name])
		c.Covered += count(derived || related[name])
		if covered[name] = derived || related[name]; !covered[name] {
			c.Uncovered = append(c.Uncovered, name)
		}
	}
	if d != nil {
		for _, o := range origins(d) {
			c.Printed++
			c.Checked += count(isChecked(o, covered, related))
		}
	}
	return c
}

// origins lists the origins of all figures printed in d.
func origins(d *doc.Document) []*doc.Origin {
	var all []*doc.Origin
	add := func(o *doc.Origin) {
		if o != nil {
			all = append(all, o)
		}
	}
	for _, p := range d.Passages() {
		for _, r := range p.Runs {
			add(r.Origin)
		}
	}
	for _, b := range d.Blocks {
		if c, ok := b.(*doc.Chart); ok {
			for _, s := range c.Series {
				for _, point := range s.Points {
					add(point.Origin)
				}
			}
		}
	}
	return all
}

// isChecked tells whether a printed figure is computed from others, or has
// been compared with something. 期间 is what other words are compared with,
// and a base in a chart (甲（去年同期）) stands and falls with its figure.
func isChecked(o *doc.Origin, covered, related map[string]bool) bool {
	name, _, _ := strings.Cut(o.Name, "（")
	isComputed := o.Base != "" || strings.Contains(o.Name, " / ")
	return isComputed || o.Name == "期间" || covered[o.Name] || covered[name] || related[o.Name]
}

// covers tells whether a finding compared its figures with each other, or
// with a number that someone typed.
func covers(f finding.Finding) bool {
	switch f.Rule {
	case RuleCheck, RuleFormula, RuleChange, RuleChartTotal:
		return !f.Identity && (f.State == finding.Pass || f.State == finding.Violation)
	}
	return false
}

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}
