package proofread

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/finding"
)

// evenlyRules look at words that say one thing of several: 均, 两升一降.
var evenlyRules = []rule{
	{finding.Rule{
		ID: "evenly-one", Title: "“均”只说了一件事", Severity: diag.Hint, Clause: "实务",
		Bad:  []string{"全县{2023}年第一季度考评均排全区第{5名}。"},
		Good: []string{"第一、第二季度考评均排全区第{5名}。", "全县第一季度考评排全区第{5名}。", "立案、破案{2023}年上半年均居全区第{5名}。", "各项考评一季度均排全市第{3名}。", "全县第一季度平均排名第{3名}。"},
	}, evenlyOne},
	{finding.Rule{
		ID: "evenly-direction", Title: "“均上升”“均下降”“均为零”与所列的数", Severity: diag.Warning, Clause: "实务",
		Bad:  []string{"立案{同比 下降9％}，受理{同比 上升3％}，均下降明显。", "立案、受理均下降，分别{同比 下降9％}、{同比 上升3％}。", "命案{0起}，枪案{1起}，均为零。"},
		Good: []string{"立案{同比 下降9％}，受理{同比 下降3％}，均下降明显。", "立案、受理均下降，破案{同比 上升3％}。", "破案{同比 上升3％}，立案、受理均下降。", "命案{0起}，枪案{0起}，均为零。", "{1—5月}，命案、枪案均为零。"},
	}, evenlyDirection},
	{finding.Rule{
		ID: "trend-count", Title: "“两升一降”与所列的升降", Severity: diag.Warning, Clause: "实务",
		Bad:  []string{"实现“两升一降”：立案{同比 下降9％}、受理{同比 下降3％}、破案{同比 上升2％}。"},
		Good: []string{"实现“两降一升”：立案{同比 下降9％}、受理{同比 下降3％}、破案{同比 上升2％}。", "实现“一降”，立案{同比 下降9％}，其中盗窃{同比 下降3％}。", "“四下降”，破案{同比 上升3％}。"},
	}, trendCounts},
}

const evenlyWord = "均"

// ranks are what 均 is followed by where a place in a ranking is told.
var ranks = []string{"排名", "排在", "排", "位列", "位居", "名列", "居", "列"}

// several are words that say that there is more than one thing to speak of.
const several = "、，：和与及各两二三四多每都双连"

// evenlyOne reports 均 before a rank in a sentence that names a single period
// and nothing else that there could be several of.
func evenlyOne(t *text) []hit {
	var hits []hit
	for _, p := range t.of(doc.BodyPassage) {
		for at := range p.evenly() {
			sentence, start := p.sentence(at)
			after := p.text[at+len(evenlyWord):]
			before := sentence[:at-start]
			rank := firstPrefix(after, ranks)
			if rank == "" || !ordinalFollows(after[len(rank):]) || periodWords(before) != 1 || strings.ContainsAny(before, several) {
				continue
			}
			hits = append(hits, hit{passage: p, start: at, end: at + len(evenlyWord) + len(rank),
				reason: fmt.Sprintf("前面只说了一个时期，“均”没有着落；改为“%s”，或补上另外的时期", rank)})
		}
	}
	return hits
}

// evenly gives the bytes where 均 says 都; 平均 and 人均 do not.
func (p *passage) evenly() func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for at := range occurrences(p.text, evenlyWord) {
			before, _ := utf8.DecodeLastRuneInString(p.text[:at])
			if !strings.ContainsRune("平人户年月日亩", before) && !yield(at) {
				return
			}
		}
	}
}

// ordinalFollows tells whether 第… stands within a few characters.
func ordinalFollows(text string) bool {
	at := strings.Index(text, "第")
	return at >= 0 && utf8.RuneCountInString(text[:at]) <= longestLeadIn && !strings.ContainsAny(text[:at], clauseMarks)
}

// periodWords counts the parts of a year that a text names.
func periodWords(text string) int {
	return strings.Count(text, "季度") + strings.Count(text, "半年") + strings.Count(text, "月") + strings.Count(text, "年度")
}

// evenlyDirection compares 均上升 with the printed changes that it speaks of:
// those of the clauses before, where 均 has no subject of its own, and those
// that 分别 lists after it.
func evenlyDirection(t *text) []hit {
	var hits []hit
	for _, p := range t.of(doc.BodyPassage, doc.CellPassage) {
		for at := range p.evenly() {
			if zero := firstPrefix(p.text[at+len(evenlyWord):], []string{"为零", "零发生"}); zero != "" {
				hits = append(hits, p.notZero(at, zero)...)
			}
			said, word := directionAfter(p.text[at+len(evenlyWord):])
			if said == neither {
				continue
			}
			for _, x := range p.spokenOf(at) {
				if x.change() != said {
					hits = append(hits, hit{passage: p, start: x.start, end: x.end, left: evenlyWord + word, right: x.run.Text,
						reason: fmt.Sprintf("文中说“%s%s”，这里却是“%s”", evenlyWord, word, x.run.Text)})
				}
			}
		}
	}
	return hits
}

// notZero reports the figures before 均为零 at a byte that are not zero, where
// 均 has no subject of its own.
func (p *passage) notZero(at int, word string) []hit {
	_, start := p.sentence(at)
	if !strings.HasSuffix(p.text[:at], "，") {
		return nil
	}
	var hits []hit
	for _, x := range p.parts {
		if x.isFigure() && x.start >= start && x.end <= at && x.change() == neither &&
			strings.ContainsAny(x.run.Origin.Value, "123456789") && !strings.ContainsAny(x.run.Text, "年月日季") {
			hits = append(hits, hit{passage: p, start: x.start, end: x.end, left: evenlyWord + word, right: x.run.Text,
				reason: fmt.Sprintf("文中说“%s%s”，这里却是“%s”", evenlyWord, word, x.run.Text)})
		}
	}
	return hits
}

// directionAfter reads a word of direction right behind 均, or behind a few
// words such as 同比有所.
func directionAfter(text string) (direction, string) {
	for _, word := range []string{"同比", "有所", "呈", "明显", "大幅", "不同程度"} {
		text = strings.TrimPrefix(text, word)
	}
	return directionAt(text)
}

// spokenOf lists the changes that 均 at a byte speaks of.
func (p *passage) spokenOf(at int) []part {
	sentence, start := p.sentence(at)
	end := start + len(sentence)
	if strings.HasSuffix(p.text[:at], "，") {
		return p.changes(start, at)
	}
	if i := strings.Index(p.text[at:end], "，分别"); i >= 0 && !strings.Contains(p.text[at:at+i], "，") {
		stop := len(p.text[at:end])
		if j := strings.Index(p.text[at+i+len("，"):end], "，"); j >= 0 {
			stop = i + len("，") + j
		}
		return p.changes(at+i, at+stop)
	}
	return nil
}

// trendCounts reports more printed changes of a direction in a sentence than
// “两升一降” in it says. What follows 其中 is part of what was counted.
func trendCounts(t *text) []hit {
	var hits []hit
	for _, p := range t.of(doc.BodyPassage) {
		for at := range occurrences(p.text, "“") {
			name, _, quoted := strings.Cut(p.text[at+len("“"):], "”")
			said := trend(name)
			if !quoted || len(said) == 0 {
				continue
			}
			sentence, start := p.sentence(at)
			whole, _, _ := strings.Cut(sentence, "其中")
			told := map[direction]int{}
			for _, x := range p.changes(start, start+len(whole)) {
				told[x.change()]++
			}
			for _, d := range []direction{up, down} {
				if said[d] > 0 && told[d] > said[d] {
					hits = append(hits, hit{passage: p, start: at, end: at + len("“"+name+"”"),
						left: name, right: fmt.Sprintf("%d升%d降", told[up], told[down]),
						reason: fmt.Sprintf("写的是“%s”，列出的是%d升%d降，核对后改正其中一处", name, told[up], told[down])})
					break
				}
			}
		}
	}
	return hits
}

// trend reads 两升一降, 三下降, 两个上升; nothing for another name.
func trend(name string) map[direction]int {
	said := map[direction]int{}
	for at := 0; at < len(name); {
		c, ok := chineseAt(name, at)
		if !ok {
			return nil
		}
		rest := strings.TrimPrefix(name[c.end:], "个")
		d, word := directionAt(rest)
		if d == neither {
			return nil
		}
		said[d] += c.value
		at = len(name) - len(rest) + len(word)
	}
	return said
}
