// Package remark writes files of remarks (批注): new ones, one more remark in
// a file, and what became of one. What is there already stays byte for byte.
// It touches no disk.
package remark

import (
	"fmt"
	"iter"
	"path"
	"strconv"
	"strings"
	"unicode"

	"banwen/internal/amend"
	"banwen/internal/source"
	"banwen/internal/textfile"
)

// Remark is a comment that is new to the report.
type Remark struct {
	Who         string `json:"who" about:"谁写的"`
	When        string `json:"when" about:"什么时候写的"`
	Node        string `json:"node" about:"写在哪一段；没有就是对不上"`
	Section     string `json:"section" about:"在哪一节"`
	Quote       string `json:"quote" about:"指的是哪几个字"`
	Answers     string `json:"answers" about:"是对哪条批注的回复"`
	Text        string `json:"text" about:"内容"`
	Done        bool   `json:"done" about:"改稿里已标为解决"`
	Fingerprint string `json:"fingerprint" about:"指纹，同一条批注总是一样"`
}

// Clean is a text without what no file of a report may hold.
func Clean(text string) string {
	text = strings.Map(func(r rune) rune {
		if textfile.Unwanted(r) || r == '\ufffd' {
			return -1
		}
		return r
	}, text)
	return strings.TrimSpace(text)
}

// CleanLine is Clean for a text of one line.
func CleanLine(text string) string { return strings.Join(strings.Fields(Clean(text)), " ") }

// Names are the names that a file of someone's remarks of a day may have, from
// the report's folder: the first that is not taken is its.
func Names(day, who string) iter.Seq[string] {
	base := path.Join(source.ReviewFolder, day+"-"+nameOf(who))
	return func(yield func(string) bool) {
		if !yield(base + ".yaml") {
			return
		}
		for n := 2; yield(base + "-" + strconv.Itoa(n) + ".yaml"); n++ {
		}
	}
}

// nameOf is a person's name as a part of a file's.
func nameOf(who string) string {
	name := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, who)
	if runes := []rune(name); len(runes) > 20 {
		name = string(runes[:20])
	}
	if name == "" {
		return "批注"
	}
	return name
}

// File is a new file of remarks that says where they are from.
func File(from string, remarks []Remark) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s。\n# 办好一条，把“状态”改成“已办”或“不采纳”，写上“答复”。\n批注:\n", from)
	for _, r := range remarks {
		b.WriteString(r.item("  "))
	}
	return []byte(b.String())
}

// item is a remark as an item of a list that is so far in.
func (r Remark) item(indent string) string {
	state := source.OpenRemark
	if r.Done {
		state = source.DoneRemark
	}
	var b strings.Builder
	sign := "- "
	for _, entry := range []struct{ key, value string }{
		{"谁", r.Who}, {"时间", r.When}, {"位置", r.Node}, {"节", r.Section}, {"引文", r.Quote},
		{"回复", r.Answers}, {"意见", r.Text}, {"状态", state}, {"指纹", r.Fingerprint},
	} {
		if entry.value != "" {
			fmt.Fprintf(&b, "%s%s%s: %s\n", indent, sign, entry.key, amend.Scalar(entry.value))
			sign = "  "
		}
	}
	return b.String()
}
