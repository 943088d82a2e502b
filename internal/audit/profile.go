package audit

import (
	"fmt"
	"strings"

	"banwen/internal/diag"
	"banwen/internal/finding"
	"banwen/internal/style"
)

// RuleProfile is the id of the rule over a report's style profile.
const RuleProfile = "profile-deviation"

// ProfileRule describes the rule over profiles. Each example is a profile of
// a unit's own.
func ProfileRule() finding.Rule {
	return finding.Rule{
		ID: RuleProfile, Title: "版式的值与标准一致（标准规定的是警告，一般、推荐的是提示，实务不报）", Severity: diag.Warning, Clause: "GB/T 9704-2012",
		Bad: []string{
			"名称: 本单位\n说明: 本单位的版式\n继承: plain\n标题:\n  字号: [小2号, 实务, 实务]\n",
			"名称: 本单位\n说明: 本单位的版式\n继承: plain\n页码:\n  对齐: [居中, 实务, 实务]\n",
			"名称: 本单位\n说明: 本单位的版式\n继承: plain\n页面:\n  天头: [35mm, 实务, 实务]\n",
		},
		Good: []string{
			"名称: 本单位\n说明: 本单位的版式\n继承: plain\n正文:\n  字号: [16pt, 实务, 实务]      # 就是3号\n",
			"名称: 本单位\n说明: 本单位的版式\n继承: plain\n页面:\n  天头: [36mm, 实务, 实务]      # 37mm±1mm\n",
			"名称: 本单位\n说明: 本单位的版式\n继承: plain\n一级标题:\n  接排: [是, 实务, 实务]\n",
		},
	}
}

// Profile reports where a style profile departs from the standard. A unit may
// want to; whoever reads the check shall know.
func Profile(p *style.Profile) []finding.Finding {
	var findings []finding.Finding
	for _, d := range p.Deviations() {
		f := finding.Finding{
			Rule: RuleProfile, Severity: diag.Hint, State: finding.Doubtful, Pos: d.Pos,
			// The key is part of the fingerprint, or two values that change alike would be one.
			Name: d.Key, Relation: d.Key + " = " + shown(d.Standard),
			Left: shown(d.Value), Right: shown(d.Standard), Figures: []string{},
		}
		f.Reason = fmt.Sprintf("%s是%s，%s %s用%s", d.Key, f.Left, clause(d.Standard.Clause), d.Standard.Strength, f.Right)
		if d.Standard.Strength == "规定" {
			f.Severity, f.State = diag.Warning, finding.Violation
		}
		f.Sign()
		findings = append(findings, f)
	}
	return findings
}

// shown is a value as people know it: nobody measures in twips.
func shown(v style.Value) string {
	if l, err := style.ParseLength(v.Value); err == nil && strings.HasSuffix(v.Value, "twip") {
		return l.String()
	}
	return v.Value
}

// clause names a clause with its standard; of GB/T 9704-2012 profiles have
// the number alone.
func clause(c string) string {
	if strings.Trim(c, "0123456789.") == "" {
		return "GB/T 9704-2012 " + c
	}
	return c
}
