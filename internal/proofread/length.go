package proofread

import (
	"fmt"
	"strings"
	"unicode"

	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/finding"
)

// lengthRules look at how long the text is.
var lengthRules = []rule{
	{finding.Rule{
		ID: "length", Title: "超过字数上限", Severity: diag.Warning, Clause: "实务",
		Bad:  []string{"# 县公安局工作总结\n" + strings.Repeat("抓巡逻，抓盘查。", 6)},
		Good: []string{"# 县公安局工作总结\n抓巡逻，抓盘查。"},
	}, tooLong},
}

// tooLong reports a text of more characters than the report may have. Tables,
// charts and the title do not count.
func tooLong(t *text) []hit {
	if t.facts.Length == 0 || len(t.passages) == 0 {
		return nil
	}
	length := 0
	for _, p := range t.of(doc.HeadingPassage, doc.BodyPassage) {
		length += characters(p.Number) + characters(p.text)
	}
	if length <= t.facts.Length {
		return nil
	}
	first := t.passages[0]
	return []hit{{passage: first, start: 0, end: len(first.text),
		left: fmt.Sprintf("%d字", length), right: fmt.Sprintf("%d字", t.facts.Length),
		reason: fmt.Sprintf("正文共%d字，比上限%d字多%d字", length, t.facts.Length, length-t.facts.Length)}}
}

// characters counts what is not space.
func characters(text string) int {
	n := 0
	for _, r := range text {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}
