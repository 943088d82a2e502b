package proofread

import (
	_ "embed"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/finding"
	"banwen/internal/source"
)

// bygoneRules look for what was said, or was there, at another time.
var bygoneRules = []rule{
	{finding.Rule{
		ID: "bygone", Title: "过时的机构、提法", Severity: diag.Hint, Clause: "实务",
		Bad: []string{"会同县工商局、环保局开展检查。", "深入学习贯彻党的十九大精神。", "认真学习党的二十届三中全会精神。", "县公安消防大队检查商场。"},
		Good: []string{
			"会同县市场监督管理局开展检查。", "化解原县环保局移交的信访积案。", "自党的十八大以来，治安持续向好。", "2017年，县工商局移送线索。",
			"落实《国土资源局信访办法》。", "巩固扫黑除恶专项斗争成果。", "学习贯彻党的二十大精神。",
		},
	}, bygone},
}

//go:embed bygone.txt
var bygoneList string

// saying is a word that is right only from one day to another.
type saying struct {
	word     string
	severity diag.Severity
	from, to string // ISO dates; empty for no limit
	now, why string
}

// sayings are the sayings by the first character of their words, so that one
// walk through a text finds all of them.
var sayings = readSayings(bygoneList)

// readSayings reads bygone.txt.
func readSayings(list string) map[rune][]saying {
	all := map[rune][]saying{}
	for line := range strings.Lines(list) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(line, "|")
		for i := range fields {
			fields[i] = strings.TrimSpace(fields[i])
		}
		s := saying{fields[0], diag.Hint, fields[2], fields[3], fields[4], fields[5]}
		if fields[1] == diag.Warning.String() {
			s.severity = diag.Warning
		}
		first, _ := utf8.DecodeRuneInString(s.word)
		all[first] = append(all[first], s)
	}
	return all
}

// at tells what is wrong with the word on a day; empty for nothing.
func (s saying) at(day string) string {
	switch {
	case s.from != "" && day < s.from:
		return fmt.Sprintf("“%s”到%s才有，报告期内还没有", s.word, s.from)
	case s.to == "" || day <= s.to:
		return ""
	case s.now == "":
		return fmt.Sprintf("“%s”是过去的说法：%s", s.word, s.why)
	}
	return fmt.Sprintf("“%s”是过去的说法：%s；现在说“%s”", s.word, s.why, s.now)
}

// periodEnd is the last day of a period, as an ISO date.
func periodEnd(p source.Period) string {
	return time.Date(p.Year, time.Month(lastMonth(p)+1), 0, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
}

func bygone(t *text) []hit {
	var hits []hit
	day := periodEnd(t.facts.Period)
	for _, p := range t.of(doc.TitlePassage, doc.HeadingPassage, doc.BodyPassage, doc.CellPassage) {
		for at, r := range p.text {
			for _, s := range sayings[r] {
				if !strings.HasPrefix(p.text[at:], s.word) || s.at(day) == "" || t.looksBack(p, at) {
					continue
				}
				hits = append(hits, hit{passage: p, start: at, end: at + len(s.word), reason: s.at(day), severity: &s.severity})
			}
		}
	}
	return hits
}

// history are words of a sentence that knows of the change.
var history = []string{"以来", "更名", "整合", "转隶", "撤销", "划转", "合并", "改为", "改制", "前身", "成果", "时任", "原"}

// looksBack tells whether a word stands in a title, or in a sentence that
// speaks of the past.
func (t *text) looksBack(p *passage, at int) bool {
	sentence, _ := p.sentence(at)
	if strings.Count(p.text[:at], "《") > strings.Count(p.text[:at], "》") || containsAny(sentence, history) {
		return true
	}
	for year := range occurrences(sentence, "年") {
		if told, ok := yearBefore(sentence[:year+len("年")]); ok && told < t.facts.Period.Year {
			return true
		}
	}
	return false
}
