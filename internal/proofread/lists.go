package proofread

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/finding"
)

// listRules compare a number with the things named beside it.
var listRules = []rule{
	{finding.Rule{
		ID: "listed-count", Title: "列举的个数与所说的数", Severity: diag.Warning, Clause: "实务",
		Bad: []string{
			"滞留缅北、泰国、老挝、柬埔寨、菲律宾等{4类}人员。", "覆盖东街、西街、南街等两个社区。",
			"紧盯婚姻纠纷、邻里纠纷、土地纠纷“四个专项”工作。", "推行“三项制度”（例会、通报）。",
			"建立两项制度：一是例会，二是通报，三是约谈。", "发现3类问题：台账不全、整改不及时。", "围绕人、车、路、企三大要素。",
			"推行“四议两公开”（提议、商议、审议、决议、公开）。",
		},
		Good: []string{
			"滞留缅北、泰国等{4类}人员。", "覆盖东街、西街和南街等3个社区。", "覆盖甲镇东街村、西街村、乙镇北街村等2个乡镇。", "对组织领导不力、整改不到位的单位、学校等2类单位。",
			"紧盯婚姻纠纷、邻里和土地纠纷“三个专项”工作。", "增强“四个意识”、坚定“四个自信”、做到“两个维护”。", "建立两项制度：一是例会，二是通报。",
			"## 主要工作\n抓了以下两个方面：\n### 抓路面。\n设卡。\n### 抓源头。\n排查。\n## 存在问题\n警力不足。",
			"以邓小平理论、“三个代表”重要思想为指导。", "查处盗窃、诈骗、赌博{2起}。", "开好大会、支委会、小组会、党课“三会一课”。",
			"经济、政治、文化、社会、生态“五位一体”布局。", "走访12个单位（含学校、医院）。", "覆盖{14个}乡镇（街道、农场）。",
		},
	}, listedCounts},
	{finding.Rule{
		ID: "nested-counts", Title: "方面、类型、问题由少到多", Severity: diag.Warning, Clause: "实务",
		Bad:  []string{"共发现{3个}方面{14个}类型{9个}问题。"},
		Good: []string{"共发现{3个}方面{14个}类型{52个}问题。", "排查问题{10起}{2人}。"},
	}, nestedCounts},
}

// measures are the words that count things which can be named one by one.
// Cases, persons and times are left out: what stands before them are kinds.
var measures = []string{"方面", "部门", "单位", "乡镇", "街道", "类", "种", "个", "项", "家", "大", "所", "处", "条", "名", "位", "点", "件", "县", "镇", "村"}

// measureAt gives the measure word at a byte, empty for none. 大 takes what
// it measures with it: 大方面.
func measureAt(text string, at int) string {
	for _, word := range measures {
		if strings.HasPrefix(text[at:], word) {
			if more := strings.TrimPrefix(text[at:], word); word == "大" && strings.HasPrefix(more, "方面") {
				return "大方面"
			}
			return word
		}
	}
	return ""
}

// count is a number in the text with the things named beside it.
type count struct {
	passage    *passage
	start, end int
	said       string // the number with its measure
	number     int
	named      enumeration
	open       bool // a row that says 等: more may go unnamed
	far        bool // the row stands loosely beside the number: a great difference means that they do not belong together
}

// compared tells whether the number of things named says anything of the number.
func (c count) compared() bool { return c.named.holds(c.number) || c.wrong() }

// wrong tells whether the two cannot both be right.
func (c count) wrong() bool {
	switch {
	case c.open:
		return c.named.least > c.number
	case c.far && c.number > c.named.most+2:
		return false
	}
	return !c.named.holds(c.number)
}

// hit reports the count.
func (c count) hit() hit {
	named := c.named.least
	if c.number > named {
		named = c.named.most
	}
	return hit{passage: c.passage, start: c.start, end: c.end, left: fmt.Sprintf("列出%d个", named), right: c.said,
		reason: fmt.Sprintf("列出的是%d个，写的是“%s”，核对后改正其中一处", named, c.said)}
}

func listedCounts(t *text) []hit {
	var hits []hit
	for _, c := range t.counts() {
		if c.wrong() {
			hits = append(hits, c.hit())
		}
	}
	return hits
}

// Compared names the printed figures and periods, as 工作.指标, that the rules
// compared with something, whether it agreed or not: numbers with the things
// named beside them, spans of months with the report's period.
func Compared(d *doc.Document, facts Facts) []string {
	t := read(d, facts)
	var names []string
	for _, c := range t.counts() {
		if c.compared() {
			names = append(names, c.passage.figures(c.start, c.end)...)
		}
	}
	for _, s := range t.comparedSpans() {
		names = append(names, s.passage.figures(s.start, s.end)...)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// counts finds every number with things named directly beside it.
func (t *text) counts() []count {
	var list []count
	sequences := t.sequences()
	for _, p := range t.of(doc.TitlePassage, doc.HeadingPassage, doc.BodyPassage, doc.CellPassage) {
		for _, n := range cardinals(p.text) {
			if n.value < 2 && n.chinese || n.value < 1 {
				continue
			}
			if c, ok := t.countAt(p, n, sequences); ok {
				list = append(list, c)
			}
		}
	}
	return list
}

// countAt looks for things named beside a number: before 等N类, after N类：or
// in brackets, before “N个…”, directly before N类.
func (t *text) countAt(p *passage, n cardinal, sequences []sequence) (count, bool) {
	before, measure := p.text[:n.start], measureAt(p.text, n.end)
	c := count{passage: p, start: n.start, end: n.end + len(measure), said: p.text[n.start : n.end+len(measure)], number: n.value}
	switch {
	case strings.HasSuffix(before, "等"):
		return c.beforeEtc(n, measure)
	case strings.HasSuffix(before, "“"):
		return c.quotation(t, n, sequences)
	case measure == "":
		return c, false
	}
	if after, ok := c.after(t, sequences); ok {
		return after, true
	}
	if n.chinese && slices.Contains([]string{"类", "大", "大方面", "方面"}, measure) {
		return c.directlyBefore(n)
	}
	return c, false
}

// beforeEtc reads 甲、乙、丙等3类.
func (c count) beforeEtc(n cardinal, measure string) (count, bool) {
	etc := n.start - len("等")
	before, _ := utf8.DecodeLastRuneInString(c.passage.text[:etc])
	if measure == "" || strings.ContainsRune("平同高中初上下优均相何对级特", before) {
		return c, false
	}
	c.named, c.open = enumerationBefore(c.passage.text, etc), true
	return c.begun(), len(c.named.items) >= 2 && !c.countsWhole(n)
}

// countsWhole tells whether the number is of townships where villages are named.
func (c count) countsWhole(n cardinal) bool {
	noun := strings.TrimPrefix(c.passage.text[n.end:], "个")
	return firstPrefix(noun, []string{"乡", "镇", "街道", "县", "市"}) != "" && suffixOf(c.named.last(), []string{"村", "社区"}) != ""
}

// begun lets the count begin where its row does, after a figure that the
// first item may hold.
func (c count) begun() count {
	c.start = c.named.start
	first := c.named.start + len(c.named.items[0])
	for _, x := range c.passage.parts {
		if x.isFigure() && x.end <= first {
			c.start = max(c.start, x.end)
		}
	}
	return c
}

// quotation reads 甲、乙、丙“三个专项”, 甲、乙、丙“两升一降” and “三项制度”（甲、乙、丙）.
func (c count) quotation(t *text, n cardinal, sequences []sequence) (count, bool) {
	text := c.passage.text
	length := strings.Index(text[n.start:], "”")
	if length < 0 || n.value > 10 {
		return c, false
	}
	c.said = text[n.start : n.start+length]
	c.end = n.start + length + len("”")
	if after, ok := c.after(t, sequences); ok {
		return after.numbered(), true
	}
	c.named, c.far = enumerationBefore(text, n.start-len("“")), true
	return c.numbered().begun(), c.named.standsAlone()
}

// numbered takes the sum of the numbers of a name such as 四专两合力 for the
// number, unless the first alone fits: 五位一体 is five, 三个一 three.
func (c count) numbered() count {
	if c.named.holds(c.number) {
		return c
	}
	sum := 0
	for _, n := range cardinals(c.said) {
		sum += n.value
	}
	c.number = sum
	return c
}

// directlyBefore reads 人、车、路三大要素.
func (c count) directlyBefore(n cardinal) (count, bool) {
	c.named, c.far = enumerationBefore(c.passage.text, n.start), true
	return c.begun(), c.named.standsAlone()
}

// standsAlone tells whether a row of three or more can be what a number right
// behind it counts: its last item is a thing like the others, not the verb
// that takes the number as its object.
func (e enumeration) standsAlone() bool {
	last := e.last()
	if len(e.items) < 3 || last == "" || leadsIn(last) || slices.Contains(leadWords, last) {
		return false
	}
	longest := 0
	for _, item := range e.items[1:] {
		longest = max(longest, utf8.RuneCountInString(item))
		if strings.ContainsAny(item, "“”") {
			return false
		}
	}
	return utf8.RuneCountInString(last) > 2 || longest < 4
}
