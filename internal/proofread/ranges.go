package proofread

import (
	"regexp"
	"strings"

	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/finding"
)

// rangeRules look at stretches from one number to another.
var rangeRules = []rule{
	{finding.Rule{
		ID: "mixed-span-signs", Title: "同一时段用了两种连接号", Severity: diag.Warning, Clause: "GB/T 15834-2011，4.13",
		Bad:  []string{"{1－5月}，立案{190起}。{1—5月}，破案{99起}。"},
		Good: []string{"{1—5月}，立案{190起}。{1—5月}，破案{99起}。", "{1月至6月20日}破案{22起}，{1—5月}立案{190起}。"},
	}, mixedSpanSigns},
	{finding.Rule{
		ID: "span-sign", Title: "时间的起止不用～和半角短横", Severity: diag.Hint, Clause: "GB/T 15834-2011，4.13",
		Bad:  []string{"{1～5月}破案{22起}。", "{2021-2023年}连续下降。", "{6月1日~5日}开展检查。"},
		Good: []string{"{1—5月}破案{22起}。", "{1－5月}破案{22起}。", "建设期<3～5年>。", "<5～7日>内办结。"},
	}, around(holding("～", "~", "-"),
		`(?:^|[^0-9.-])([0-9]{4}年?[～~-][0-9]{4}年|(?:[0-9]{4}年)?[0-9]{1,2}月?[～~-][0-9]{1,2}月|[0-9]{1,2}月[0-9]{1,2}日?[～~-](?:[0-9]{1,2}月)?[0-9]{1,2}日)`,
		func(_ *passage, m []string) string {
			return "时间的起止用“—”，写成“" + rangeSign.ReplaceAllString(m[1], "—") + "”"
		})},
	{finding.Rule{
		ID: "range-sign", Title: "数量的范围用～", Severity: diag.Hint, Clause: "GB/T 15834-2011，4.13",
		Bad:  []string{"每组<3—5人>。", "每镇抽查<2-3个>村。"},
		Good: []string{"每组<3～5人>。", "{1—5月}立案{190起}。", "获全区<第3—5名>。", "<T12-3次>列车"},
	}, around(holding("—", "－", "-"),
		`(?:^|[^第0-9A-Za-z.〕）－—-])([0-9]+(?:\.[0-9]+)?[—－-][0-9]+(?:\.[0-9]+)?(?:人次?|名|个|起|件|次|户|家|场|项|处|台|辆|倍|元|吨|亩|公里|米))(?:[^0-9]|$)`,
		func(_ *passage, m []string) string {
			return "数量的范围用“～”，写成“" + rangeSign.ReplaceAllString(m[1], "～") + "”"
		})},
	{finding.Rule{
		ID: "percent-range", Title: "百分数的范围，前后都写百分号", Severity: diag.Warning, Clause: "GB/T 15835-2011，5.1.3",
		Bad:  []string{"下降<15～30％>。", "占比在<15至30％>之间。"},
		Good: []string{"下降<15％～30％>。"},
	}, around(holding("％", "%"),
		`(?:^|[^0-9.])(([0-9]+(?:\.[0-9]+)?)([～~—－至-])([0-9]+(?:\.[0-9]+)?)([％%]))`,
		func(_ *passage, m []string) string {
			return "前一个数也带百分号，写成“" + bothEnds(m) + "”"
		})},
	{finding.Rule{
		ID: "scale-range", Title: "万、亿的范围，前后都写万、亿", Severity: diag.Warning, Clause: "GB/T 15835-2011，5.1.3",
		Bad:  []string{"每村投入<13～17万元>。"},
		Good: []string{"每村投入<13万元～17万元>。", "每户补助<5000元～1万元>。", "{1—5月}投入{17万元}。"},
	}, around(holding("万", "亿"),
		`(?:^|[^0-9.])(([0-9]+(?:\.[0-9]+)?)([～~—－至-])([0-9]+(?:\.[0-9]+)?)([万亿](?:元|人次?|户|吨|亩|平方米|件)?))`,
		func(_ *passage, m []string) string {
			return "前一个数也带单位，写成“" + bothEnds(m) + "”"
		})},
}

var rangeSign = regexp.MustCompile(`[—－～~-]`)

// bothEnds gives a range with its unit after both numbers: the groups are
// from, sign, to and unit.
func bothEnds(m []string) string {
	sign := "～"
	if m[3] == "至" {
		sign = m[3]
	}
	return m[2] + m[5] + sign + m[4] + m[5]
}

// monthSpan is a span of time with a sign that is right as long as the whole
// text keeps to it.
var monthSpan = regexp.MustCompile(`([0-9]{1,4}[年月日]?)([—－])([0-9]{1,4}[年月日])`)

// mixedSpanSigns reports the spans with － where the same span has —, the sign
// of the standard, elsewhere. The note below a chart repeats what the data
// says of the figures above it, and would be reported twice.
func mixedSpanSigns(t *text) []hit {
	var suspects []hit
	standard := map[string]bool{}
	for _, p := range t.of(doc.TitlePassage, doc.HeadingPassage, doc.BodyPassage, doc.CellPassage) {
		if !strings.ContainsAny(p.text, "—－") {
			continue
		}
		for _, at := range monthSpan.FindAllStringIndex(p.text, -1) {
			span := p.text[at[0]:at[1]]
			other := strings.Replace(span, "－", "—", 1)
			if span == other {
				standard[span] = true
				continue
			}
			suspects = append(suspects, hit{passage: p, start: at[0], end: at[1],
				reason: "“" + span + "”在别处写作“" + other + "”，统一写成“" + other + "”"})
		}
	}
	var hits []hit
	for _, h := range suspects {
		if standard[strings.Replace(h.passage.text[h.start:h.end], "－", "—", 1)] {
			hits = append(hits, h)
		}
	}
	return hits
}
