package template

import (
	"strings"
	"unicode/utf8"
)

// Test says what a condition asks.
type Test string

// The tests. All but the first three compare two figures or numbers.
const (
	Exists  Test = "有"
	Absent  Test = "没有"
	Pending Test = "待补"
	Greater Test = ">"
	Less    Test = "<"
	AtLeast Test = ">="
	AtMost  Test = "<="
	Equal   Test = "="
	Unequal Test = "≠"
)

// Condition is what stands after 如果.
type Condition struct {
	Test        Test
	Left, Right Word // names, or numbers with or without a unit; only Left with Exists, Absent, Pending
}

// operators lists how each comparison may be typed, longer spellings first.
var operators = []struct {
	typed string
	test  Test
}{
	{">=", AtLeast}, {"＞＝", AtLeast}, {"≥", AtLeast}, {"<=", AtMost}, {"＜＝", AtMost}, {"≤", AtMost},
	{"!=", Unequal}, {"！＝", Unequal}, {"≠", Unequal}, {"==", Equal}, {"=", Equal}, {"＝", Equal},
	{">", Greater}, {"＞", Greater}, {"<", Less}, {"＜", Less},
}

// condition parses what stands at offset at, after 如果.
func (p *parser) condition(s string, at int) Condition {
	if words := splitWords(s, at); len(words) > 1 && !words[0].Quoted {
		switch test := Test(words[0].Text); test {
		case Exists, Absent, Pending:
			after := words[0].At + len(words[0].Text)
			return Condition{Test: test, Left: wholeWord(s[after-at:], after)}
		}
	}
	i, length, test := findOperator(s)
	if test == "" {
		p.errorf(at, "写成 {{如果 甲 > 乙}}、{{如果 有 甲}} 或 {{如果 待补 甲}}", "“如果”后面不是条件")
		return Condition{}
	}
	c := Condition{Test: test, Left: wholeWord(s[:i], at), Right: wholeWord(s[i+length:], at+i+length)}
	if c.Left.Text == "" || c.Right.Text == "" {
		p.errorf(at+i, "两边各写一个指标或数", "“%s”有一边是空的", test)
	}
	return c
}

// findOperator finds the first comparison in s that is not inside quotes.
func findOperator(s string) (at, length int, test Test) {
	closing := ""
	for i, r := range s {
		switch {
		case closing != "":
			if strings.HasPrefix(s[i:], closing) {
				closing = ""
			}
			continue
		case r == '"':
			closing = `"`
			continue
		case r == '“':
			closing = "”"
			continue
		case r < utf8.RuneSelf && !strings.ContainsRune("<>=!", r):
			continue
		}
		for _, o := range operators {
			if strings.HasPrefix(s[i:], o.typed) {
				return i, len(o.typed), o.test
			}
		}
	}
	return 0, 0, ""
}
