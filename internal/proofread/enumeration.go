package proofread

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// enumeration is a row of things named one after another: 甲、乙和丙. How many
// they are is not always plain: 和 may join two things or be part of one, and
// words before the first thing may hold a 、 of their own. So it is a range,
// and whoever compares it with a number speaks only when the number is out of it.
type enumeration struct {
	start, end  int // bytes of the text
	items       []string
	least, most int
}

// holds tells whether the things may be n.
func (e enumeration) holds(n int) bool { return e.least <= n && n <= e.most }

// last is the item nearest to the end.
func (e enumeration) last() string { return e.items[len(e.items)-1] }

const (
	openers     = "“‘（《〈【〔「『(["
	closers     = "”’）》〉】〕」』)]"
	clauseMarks = "，。；：！？,;:!?\n"
)

// enumerationBefore reads the row that ends at a byte, back to the beginning
// of its clause or of the quotation or bracket it stands in.
func enumerationBefore(text string, end int) enumeration {
	start, depth := end, 0
	for start > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:start])
		switch {
		case strings.ContainsRune(closers, r):
			depth++
		case strings.ContainsRune(openers, r):
			depth--
		}
		if depth < 0 || depth == 0 && strings.ContainsRune(clauseMarks, r) {
			break
		}
		start -= size
	}
	return newEnumeration(text, start, end)
}

// newEnumeration splits a stretch of a text at its 、 outside quotation marks
// and brackets.
func newEnumeration(text string, start, end int) enumeration {
	e := enumeration{start: start, end: end}
	depth, from, joints := 0, start, 0
	for i, r := range text[start:end] {
		at := start + i
		switch {
		case strings.ContainsRune(openers, r):
			depth++
		case strings.ContainsRune(closers, r):
			depth--
		case depth == 0 && r == '、':
			e.items = append(e.items, text[from:at])
			from = at + len("、")
		case depth == 0 && at > from && joins(text[from:end], at-from, r):
			joints++
		}
	}
	e.items = append(e.items, text[from:end])
	e.least, e.most = len(e.items)-e.lead(), len(e.items)+joints
	return e
}

// wordsWithJoints hold a character that elsewhere joins two things.
var wordsWithJoints = []string{"及时", "参与", "和谐", "和平", "涉及", "普及", "波及"}

// joins tells whether a character of a row, at a byte, may join two things.
func joins(row string, at int, r rune) bool {
	if !strings.ContainsRune("和与及或跟", r) {
		return false
	}
	return !slices.ContainsFunc(wordsWithJoints, func(word string) bool {
		within := strings.IndexRune(word, r)
		return at >= within && strings.HasPrefix(row[at-within:], word)
	})
}

// lead is how many items at the front may belong to what comes before the row.
func (e enumeration) lead() int {
	lead := 0
	for i := 1; i < len(e.items); i++ {
		if leadsIn(e.items[i]) || outgrows(e.items[i], e.items[i+1:]) {
			lead = i
		}
	}
	return lead
}

// leadWords are words that come before a row rather than in it.
var leadWords = []string{
	"对", "在", "向", "把", "将", "从", "由", "以", "为", "下", "后", "等", "的", "了", "是", "有", "并", "共",
	"开展", "加强", "强化", "推进", "查处", "打击", "整治", "排查", "化解", "组织", "针对", "围绕", "聚焦", "紧盯",
	"涉及", "包括", "成立", "完善", "健全", "落实", "执行", "做到", "坚持", "贯彻", "实施", "践行", "增强", "坚定",
	"建立", "推行", "实行", "打造", "深化", "实现", "形成", "抓好", "抓实", "抓牢", "做好", "用好", "突出", "建成",
}

// leadsIn tells whether a row may begin within an item. A lead word alone is an
// item like others: 排查、整治等2项.
func leadsIn(item string) bool {
	return strings.ContainsAny(item, "0123456789") ||
		slices.ContainsFunc(leadWords, func(word string) bool { return item != word && strings.Contains(item, word) })
}

// outgrows tells whether an item is so much longer than all that follow it
// that it must hold more than a name.
func outgrows(item string, others []string) bool {
	length := utf8.RuneCountInString(item)
	return length >= 8 && len(others) > 0 && !slices.ContainsFunc(others, func(other string) bool {
		return length <= 2*utf8.RuneCountInString(other)
	})
}
