package audit

import (
	"banwen/internal/figure"
	"banwen/internal/finding"
)

// Coverage says how many of a report's figures a check covers.
type Coverage struct {
	Figures   int      `json:"figures"`   // all indicators that have a value
	Derived   int      `json:"derived"`   // those computed by 公式: nobody types them
	Related   int      `json:"related"`   // those that some check compared with another figure
	Covered   int      `json:"covered"`   // derived, related or both
	Uncovered []string `json:"uncovered"` // 工作.指标 of the others
}

// CoverageOf counts the figures of b that findings, those of Check, cover. A
// relation that could not be checked covers nothing, nor does one that holds
// whatever is typed.
func CoverageOf(b *figure.Book, findings []finding.Finding) Coverage {
	related := map[string]bool{}
	for _, f := range findings {
		if covers(f) {
			for _, name := range f.Figures {
				related[name] = true
			}
		}
	}
	var c Coverage
	for _, v := range b.All() {
		if v.Pending || v.Failed {
			continue
		}
		name := v.Key.String()
		derived := v.Given == nil
		c.Figures++
		c.Derived += count(derived)
		c.Related += count(related[name])
		c.Covered += count(derived || related[name])
		if !derived && !related[name] {
			c.Uncovered = append(c.Uncovered, name)
		}
	}
	return c
}

// covers tells whether a finding compared its figures with each other, or
// with a change that someone typed.
func covers(f finding.Finding) bool {
	compared := f.Rule == RuleCheck || f.Rule == RuleFormula || f.Rule == RuleChange
	return compared && !f.Identity && (f.State == finding.Pass || f.State == finding.Violation)
}

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}
