package proofread

import (
	"fmt"
	"slices"
	"strings"

	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/finding"
)

// periodRules look for words of another time than the report's: what was left
// over from last year's text, or from the other half of the year.
var periodRules = []rule{
	{finding.Rule{
		ID: "other-year", Title: "往年的年份", Severity: diag.Warning, Clause: "实务",
		Bad: []string{"# 县公安局2022年上半年工作总结", "## 2022年上半年工作情况\n抓培训。", "2022年1—5月，全县共立案{437起}。", "2022年上半年，全县共立案{437起}。"},
		Good: []string{
			"# 县公安局{2023年上半年}工作总结", "## 落实2021年以来的部署\n抓培训。", "# 县公安局贯彻《2022年工作要点》情况总结", "# 关于2022年度考核整改情况的报告",
			"2022年上半年立案{500起}，2023年上半年立案{437起}。", "与2022年1—5月相比，立案下降。", "2020年以来，连续三年命案全破。", "印发〔2022〕3号文件。", "2021—2025年规划落地。", "### 2022年度考核\n全县排第{3名}。",
		},
	}, otherYear},
	{finding.Rule{
		ID: "other-part", Title: "与报告期不符的上半年、下半年、季度", Severity: diag.Warning, Clause: "实务",
		Bad:  []string{"# 县公安局2023年下半年工作总结", "## 下半年工作开展情况\n抓培训。", "## 上半年工作计划\n抓培训。", "下半年以来，全县共立案{437起}。"},
		Good: []string{"# 县公安局2023年上半年工作总结及下半年工作计划", "## 下半年工作计划\n抓培训。", "# 下半年工作谋划和上半年工作总结", "去年下半年以来，警情回落。", "2022年下半年以来，警情回落。", "下半年，我局将抓好培训。"},
	}, otherPart},
	{finding.Rule{
		ID: "span-outside", Title: "超出报告期的时段", Severity: diag.Warning, Clause: "实务",
		Bad:  []string{"1—7月，全县共立案{437起}。", "截至12月，全县共立案{437起}。", "第四季度考评排全区第{5名}。", "{1月至9月20日}，全县共立案{437起}。"},
		Good: []string{"1—5月，全县共立案{437起}。", "去年1—12月，全县立案{437起}。", "2022年1—12月立案{437起}。", "每年7—9月溺水多发。", "抓实7月至9月的夏季行动。", "7—9月将开展集中整治。", "## 下半年工作计划\n第四季度抓考核。"},
	}, spanOutside},
}

// planWords begin or name what is still to come.
var planWords = []string{"将", "计划", "下一步", "打算", "力争", "拟", "预计", "年底前", "月底前", "要在", "应"}

// comparing are words of a sentence that looks back on purpose.
var comparing = []string{"较", "比", "与", "同期", "去年", "上年", "以来", "原", "曾"}

func containsAny(text string, words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return strings.Contains(text, word) })
}

// isPlan tells whether a passage stands in a section of plans.
func (p *passage) isPlan() bool {
	section, _, _ := strings.Cut(p.Section, "＞")
	return containsAny(section, []string{"计划", "打算", "下一步", "安排", "思路"})
}

func otherYear(t *text) []hit {
	var hits []hit
	for _, p := range t.of(doc.TitlePassage, doc.HeadingPassage, doc.BodyPassage) {
		for at := range occurrences(p.text, "年") {
			end := at + len("年")
			year, ok := yearBefore(p.text[:end])
			if !ok || year == t.facts.Period.Year {
				continue
			}
			start := at - len("2023")
			if p.Kind == doc.BodyPassage && t.isLeftover(p, start, end) || p.Kind != doc.BodyPassage && t.namesPeriod(p, year, start, end) {
				hits = append(hits, hit{passage: p, start: start, end: end, left: p.text[start:end], right: t.facts.Period.String(),
					reason: fmt.Sprintf("报告期是%s，这里写的是%s，核对是否沿用了往年的稿子", t.facts.Period, p.text[start:end])})
			}
		}
	}
	return hits
}

// namesPeriod tells whether a year in a title or heading says what time the
// text is about, rather than a plan, a starting point or the name of
// something. Below the first level a year may be that of an assessment.
func (t *text) namesPeriod(p *passage, year, start, end int) bool {
	rest := p.text[end:]
	return year != t.facts.Period.Next().Year && !unclosed(p.text[:start]) && !containsAny(p.text, comparing) &&
		(partFollows(rest) || p.Level <= 1 && firstPrefix(rest, []string{"工作", "度工作"}) != "") &&
		suffixOf(p.text[:start], []string{"—", "至", "到", "-", "－"}) == ""
}

// unclosed tells whether a text ends within a title or a quotation.
func unclosed(text string) bool {
	return strings.Count(text, "《") > strings.Count(text, "》") || strings.Count(text, "“") > strings.Count(text, "”")
}

// isLeftover tells whether a past year in the body stands where the report's
// own belongs: it opens a sentence that gives results of a part of that year,
// and nothing near it speaks of both years.
func (t *text) isLeftover(p *passage, start, end int) bool {
	sentence, from := p.sentence(start)
	if start != from || strings.Contains(p.text, fmt.Sprintf("%d年", t.facts.Period.Year)) || containsAny(sentence, comparing) {
		return false
	}
	year, _ := yearBefore(p.text[:end])
	if year > t.facts.Period.Year {
		return false
	}
	rest := spans(p.text[end:])
	return partFollows(p.text[end:]) || slices.ContainsFunc(rest, func(s span) bool { return s.start == 0 })
}

// otherPart reports parts of the year that are not the report's: in the title
// and headings that name what was done, in those that name what is planned,
// and in 下半年以来.
func otherPart(t *text) []hit {
	var hits []hit
	for _, p := range t.of(doc.TitlePassage, doc.HeadingPassage, doc.BodyPassage) {
		for _, part := range t.partsOfPeriod() {
			for at := range occurrences(p.text, part.word) {
				if wanted := t.wantedPart(p, at, part.word); wanted != "" && wanted != part.word {
					hits = append(hits, hit{passage: p, start: at, end: at + len(part.word), left: part.word, right: wanted,
						reason: fmt.Sprintf("报告期是%s，这里的“%s”应是“%s”", t.facts.Period, part.word, wanted)})
				}
			}
		}
	}
	return hits
}

// partsOfPeriod lists the parts that the report's period is one of: a plan
// for the half-year does not contradict a report on a quarter.
func (t *text) partsOfPeriod() []yearPart {
	for _, parts := range [][]yearPart{halves, quarters} {
		if slices.ContainsFunc(parts, func(part yearPart) bool { return part.word == t.facts.Period.Part }) {
			return parts
		}
	}
	return nil
}

// wantedPart is the part of the year that belongs where a text has one, empty
// where any may stand.
func (t *text) wantedPart(p *passage, at int, word string) string {
	period := t.facts.Period
	rest := p.text[at+len(word):]
	rest = rest[:firstOf(rest, "及", "和", "暨", "与", "、", "，")]
	if unclosed(p.text[:at]) || t.isOtherYear(p.text[:at]) {
		return ""
	}
	switch {
	case p.Kind == doc.BodyPassage:
		if strings.HasPrefix(rest, "以来") {
			return period.Part
		}
	case p.Kind == doc.HeadingPassage && p.Level > 1:
	case firstOf(rest, "计划", "打算", "安排") < firstOf(rest, "总结", "情况", "回顾"):
		return period.Next().Part
	case firstOf(rest, "总结", "情况", "回顾") < len(rest):
		return period.Part
	}
	return ""
}

// isOtherYear tells whether a text ends with a year that is not the report's.
func (t *text) isOtherYear(text string) bool {
	year, ok := yearBefore(text)
	return ok && year != t.facts.Period.Year || suffixOf(text, []string{"去年", "上年", "前年", "明年", "次年", "每年", "历年", "往年"}) != ""
}

// firstOf gives where the first of some words stands in a text, its length
// for nowhere.
func firstOf(text string, words ...string) int {
	first := len(text)
	for _, word := range words {
		if i := strings.Index(text, word); i >= 0 {
			first = min(first, i)
		}
	}
	return first
}

// spanOutside reports results of months after the report's period.
func spanOutside(t *text) []hit {
	var hits []hit
	last := lastMonth(t.facts.Period)
	for _, s := range t.comparedSpans() {
		if s.last > last {
			p := s.passage
			hits = append(hits, hit{passage: p, start: s.start, end: s.end, left: p.text[s.start:s.end], right: t.facts.Period.String(),
				reason: fmt.Sprintf("“%s”超出了报告期%s", p.text[s.start:s.end], t.facts.Period)})
		}
	}
	return hits
}

// placedSpan is a span of months and where it stands.
type placedSpan struct {
	span
	passage *passage
}

// comparedSpans are the spans of results, which must lie in the report's
// period: those of plans, of other years, and in sentences that look back on
// purpose need not. Nothing lies outside of a whole year.
func (t *text) comparedSpans() []placedSpan {
	if lastMonth(t.facts.Period) == 12 {
		return nil
	}
	var list []placedSpan
	for _, p := range t.of(doc.BodyPassage, doc.CellPassage, doc.NotePassage) {
		if p.isPlan() {
			continue
		}
		for _, s := range spans(p.text) {
			sentence, from := p.sentence(s.start)
			isResult := len(p.figures(s.end, from+len(sentence))) > 0
			if isResult && !t.isOtherYear(p.text[:s.start]) && !containsAny(sentence, planWords) && !containsAny(sentence, comparing) {
				list = append(list, placedSpan{s, p})
			}
		}
	}
	return list
}
