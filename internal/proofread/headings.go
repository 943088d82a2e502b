package proofread

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/finding"
)

// headingRules look at headings. Their numbers are set by the program, so
// only what someone typed or left out can be wrong.
var headingRules = []rule{
	{finding.Rule{
		ID: "heading-typed-number", Title: "标题里又手写了序号", Severity: diag.Warning, Clause: "GB/T 9704-2012, 7.3.3",
		Bad:  []string{"## 一、存在问题", "### （二）狠抓队伍", "#### 1. 严查酒驾", "#### 2、严查酒驾"},
		Good: []string{"## 存在问题", "### “一村一警”全覆盖", "### 2023年重点工作", "### （试行）办法落地"},
	}, headingTypedNumber},
	{finding.Rule{
		ID: "heading-level-jump", Title: "标题跳级", Severity: diag.Warning, Clause: "GB/T 9704-2012, 7.3.3",
		Bad:  []string{"## 主要工作\n#### 严查酒驾\n设卡盘查。"},
		Good: []string{"## 主要工作\n### 路面\n#### 严查酒驾\n设卡盘查。\n## 存在问题\n警力不足。"},
	}, headingLevelJump},
	{finding.Rule{
		ID: "heading-twice", Title: "同一部分里标题相同", Severity: diag.Warning, Clause: "实务",
		Bad:  []string{"## 存在问题\n### 警力不足。\n缺编。\n### 警力不足\n缺人。"},
		Good: []string{"## 主要工作\n### 队伍建设。\n抓培训。\n## 下一步打算\n### 队伍建设。\n抓招录。"},
	}, headingTwice},
	{finding.Rule{
		ID: "section-empty", Title: "一级标题下没有内容", Severity: diag.Warning, Clause: "实务",
		Bad:  []string{"## 存在问题\n## 下一步打算\n抓培训。", "## 主要工作\n抓培训。\n## 下半年工作计划"},
		Good: []string{"## 存在问题\n### 警力不足。\n## 下一步打算\n抓培训。"},
	}, sectionEmpty},
}

func headingTypedNumber(t *text) []hit {
	var hits []hit
	for _, p := range t.of(doc.HeadingPassage) {
		if end := numberingLength(p.text); end > 0 {
			hits = append(hits, hit{passage: p, start: 0, end: end,
				reason: fmt.Sprintf("序号是自动编的，“%s”会印两遍，删去", p.text[:end])})
		}
	}
	return hits
}

// numberingLength is how many bytes at the front of a heading are numbering:
// 一、（一）1.（1）.
func numberingLength(text string) int {
	number, bracketed := 0, false
	if r, size := utf8.DecodeRuneInString(text); r == '（' || r == '(' {
		number, bracketed = size, true
	}
	c, ok := cardinalBefore(text, number)
	if !ok {
		return 0
	}
	next, size := utf8.DecodeRuneInString(text[c:])
	after, _ := utf8.DecodeRuneInString(text[c+size:])
	switch {
	case bracketed && (next == '）' || next == ')'),
		!bracketed && (next == '、' || next == '．' || next == '.' && !isNumeral(after)):
		return c + size
	}
	return 0
}

// cardinalBefore gives where the number that begins at a byte ends, whatever
// mark follows it.
func cardinalBefore(text string, at int) (end int, ok bool) {
	digits := len(text[at:]) - len(strings.TrimLeft(text[at:], "0123456789"))
	if digits > 0 {
		return at + digits, true
	}
	c, ok := chineseAt(text, at)
	return c.end, ok
}

func headingLevelJump(t *text) []hit {
	var hits []hit
	level := 0
	for _, p := range t.of(doc.HeadingPassage) {
		if p.Level > level+1 {
			hits = append(hits, hit{passage: p, start: 0, end: len(p.text),
				reason: fmt.Sprintf("这是%s级标题，上面缺%s级标题", chineseOrdinal(p.Level), chineseOrdinal(level+1))})
		}
		level = p.Level
	}
	return hits
}

// headingTwice reports a heading with the words of an earlier one under the
// same heading. Under another heading the same words may well return.
func headingTwice(t *text) []hit {
	var hits []hit
	var seen [5]map[string]bool // by level, since the last heading above it
	for _, p := range t.of(doc.HeadingPassage) {
		clear(seen[p.Level+1:])
		words := strings.TrimSuffix(p.text, "。")
		if seen[p.Level] == nil {
			seen[p.Level] = map[string]bool{}
		}
		if seen[p.Level][words] {
			hits = append(hits, hit{passage: p, start: 0, end: len(p.text), reason: "前面已有同样的标题，合并或改写其中一个"})
		}
		seen[p.Level][words] = true
	}
	return hits
}

func sectionEmpty(t *text) []hit {
	var hits []hit
	for _, p := range t.of(doc.HeadingPassage) {
		if p.Level == 1 && t.isEmptySection(p) {
			hits = append(hits, hit{passage: p, start: 0, end: len(p.text), reason: "这个标题下没有内容，补上内容或删去标题"})
		}
	}
	return hits
}

// isEmptySection tells whether nothing stands below a heading before the next
// of its level.
func (t *text) isEmptySection(heading *passage) bool {
	if heading.index+1 == len(t.passages) {
		return true
	}
	next := t.passages[heading.index+1]
	return next.Kind == doc.HeadingPassage && next.Level <= heading.Level
}
