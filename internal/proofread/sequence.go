package proofread

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/finding"
)

// sequenceRules look at what is counted by words: 一是…二是….
var sequenceRules = []rule{
	{finding.Rule{
		ID: "sequence-order", Title: "一是、二是的次序", Severity: diag.Warning, Clause: "实务",
		Bad:  []string{"一是抓巡逻。三是抓宣传。", "一是抓巡逻。二是抓盘查。二是抓宣传。", "主要做法：一是抓巡逻，抓盘查。", "二要抓宣传。", "首先抓巡逻，其次抓盘查，其次抓宣传。"},
		Good: []string{"一是抓巡逻。二是抓宣传。", "一是抓巡逻。\n二是抓宣传。", "唯一是抓宣传。", "首先抓巡逻，其次抓盘查，最后抓宣传。", "紧盯人、车、路、企，四要素齐抓。", "一要抓巡逻；二要抓宣传：一是进校园，二是进社区；三要抓盘查。"},
	}, sequenceOrder},
	{finding.Rule{
		ID: "sequence-separators", Title: "一是、二是之间的标点前后一致", Severity: diag.Hint, Clause: "实务",
		Bad:  []string{"一是抓巡逻；二是抓盘查。三是抓宣传。"},
		Good: []string{"一是抓巡逻；二是抓盘查；三是抓宣传。", "一是抓巡逻。设卡盘查；夜间值守。二是抓宣传。三是抓培训。"},
	}, sequenceSeparators},
}

// marker is 一是, 二要, 第三， or 其次 at the beginning of a clause.
type marker struct {
	passage    *passage
	start, end int
	family     string // 是, 要, 第 or 先
	ordinal    int
}

// firsts are the markers without a number, in their order. 最后 may come after
// any of them.
var firsts = []string{"首先", "其次", "再次，", "最后"}

// word is the marker with another number.
func (m marker) word(ordinal int) string {
	switch m.family {
	case "第":
		return "第" + chineseOrdinal(ordinal)
	case "先":
		return strings.TrimSuffix(firsts[min(ordinal, len(firsts))-1], "，")
	}
	return chineseOrdinal(ordinal) + m.family
}

// chineseOrdinal writes a number below a hundred as a marker has it.
func chineseOrdinal(n int) string {
	digits := []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	switch tens := n / 10; tens {
	case 0:
		return digits[n]
	case 1:
		return "十" + digits[n%10]
	default:
		return digits[tens] + "十" + digits[n%10]
	}
}

// markers lists the markers of a passage.
func markers(p *passage) []marker {
	var list []marker
	before := rune(0)
	for at, r := range p.text {
		if (strings.ContainsRune("第首其再", r) || isNumeral(r)) && (at == 0 || strings.ContainsRune("，。；：！？、）", before)) {
			if m, ok := markerAt(p, at); ok {
				list = append(list, m)
			}
		}
		before = r
	}
	return list
}

// markerAt reads the marker at a byte.
func markerAt(p *passage, at int) (marker, bool) {
	m := marker{passage: p, start: at}
	for i, word := range firsts[:3] {
		if strings.HasPrefix(p.text[at:], word) {
			m.family, m.ordinal, m.end = "先", i+1, at+len("首先")
			return m, true
		}
	}
	numeral := at
	if strings.HasPrefix(p.text[at:], "第") {
		numeral += len("第")
	}
	c, ok := chineseAt(p.text, numeral)
	if !ok || strings.HasPrefix(p.text[c.start:], "两") {
		return m, false
	}
	m.end, m.ordinal = c.end, c.value
	next, size := utf8.DecodeRuneInString(p.text[c.end:])
	switch {
	case numeral > at:
		m.family = "第"
		return m, next == '，'
	case next == '要' && strings.ContainsAny(following(p.text[c.end+size:]), "素点件务求"):
		return m, false // 四要素
	case next == '是' || next == '要':
		m.family = string(next)
		m.end += size
		return m, true
	}
	return m, false
}

// following is the first character of a text.
func following(text string) string {
	_, size := utf8.DecodeRuneInString(text)
	return text[:size]
}

// sequence is markers that count on from one another.
type sequence []marker

// sequences gathers the markers of each section into sequences. A 一是 within
// 一要…二要… or within another item opens a sequence of its own; the outer one
// goes on where its next number comes.
func (t *text) sequences() []sequence {
	var all []sequence
	open := map[string][]int{} // by family: indices of sequences that may go on, innermost last
	section := ""
	for _, p := range t.of(doc.BodyPassage) {
		if p.Section != section {
			section = p.Section
			clear(open)
		}
		for _, m := range markers(p) {
			stack := open[m.family]
			if to := follows(all, stack, m); to >= 0 {
				open[m.family] = stack[:to+1]
				all[stack[to]] = append(all[stack[to]], m)
				continue
			}
			open[m.family] = append(stack, len(all))
			all = append(all, sequence{m})
		}
	}
	return all
}

// follows finds the sequence of a stack that a marker goes on with: the
// innermost whose next number it is, else the innermost; -1 for a new one.
func follows(all []sequence, stack []int, m marker) int {
	if m.ordinal == 1 {
		return -1
	}
	for i := len(stack) - 1; i >= 0; i-- {
		if s := all[stack[i]]; s[len(s)-1].ordinal+1 == m.ordinal {
			return i
		}
	}
	return len(stack) - 1
}

// sequenceOrder reports numbers that are missing, repeated or out of order.
func sequenceOrder(t *text) []hit {
	var hits []hit
	for _, s := range t.sequences() {
		if s[0].family == "先" && (s[0].ordinal > 1 || len(s) == 1) {
			continue // 其次 may follow other words, and 首先 needs no second
		}
		expected := 1
		for _, m := range s {
			if reason := outOfOrder(m, expected); reason != "" {
				hits = append(hits, hit{passage: m.passage, start: m.start, end: m.end, reason: reason})
			}
			expected = m.ordinal + 1
		}
		if m := s[0]; len(s) == 1 && m.ordinal == 1 {
			hits = append(hits, hit{passage: m.passage, start: m.start, end: m.end,
				reason: fmt.Sprintf("“%s”之后没有“%s”；只有一项时不用编号", m.word(1), m.word(2))})
		}
	}
	return hits
}

// outOfOrder says what is wrong with a marker where another number is expected.
func outOfOrder(m marker, expected int) string {
	switch {
	case m.ordinal < expected:
		return fmt.Sprintf("“%s”重复或次序颠倒，这里应是“%s”", m.word(m.ordinal), m.word(expected))
	case m.ordinal > expected:
		return fmt.Sprintf("“%s”之前缺“%s”", m.word(m.ordinal), m.word(expected))
	}
	return ""
}

// sequenceSeparators reports the first item of a sequence that is set off by
// another mark than those before it.
func sequenceSeparators(t *text) []hit {
	var hits []hit
	for _, s := range t.sequences() {
		used := ""
		for i, m := range s[1:] {
			mark, size := utf8.DecodeLastRuneInString(m.passage.text[:m.start])
			if m.passage != s[i].passage || mark != '；' && mark != '。' {
				continue
			}
			if used != "" && used != string(mark) {
				hits = append(hits, hit{passage: m.passage, start: m.start - size, end: m.end,
					reason: fmt.Sprintf("“%s”前用“%c”，前面各项之间用“%s”；各项之间用同一种标点", m.word(m.ordinal), mark, used)})
				break
			}
			used = string(mark)
		}
	}
	return hits
}
