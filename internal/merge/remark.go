package merge

import (
	"fmt"
	"regexp"
	"sort"
	"strings"

	"banwen/internal/amend"
	"banwen/internal/docxread"
	yaml "banwen/internal/source"
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

// nobody is who wrote a comment without a name.
const nobody = "未署名"

// remarks lists the comments that the report does not have yet.
func (p *planner) remarks() {
	seen := map[string]bool{}
	for _, c := range p.Edited.Comments {
		r := Remark{
			Who: cleanLine(c.Who), When: whenOf(c.When), Quote: clean(c.Quote), Answers: clean(c.Answers), Text: clean(c.Text), Done: c.Done,
		}
		if r.Text == "" {
			continue
		}
		if r.Who == "" {
			r.Who = nobody
		}
		r.Fingerprint = yaml.RemarkFingerprint(r.Who, c.When, r.Text)
		if p.Known[r.Fingerprint] || seen[r.Fingerprint] {
			continue
		}
		seen[r.Fingerprint] = true
		r.Node, r.Section = p.anchored(c)
		p.Remarks = append(p.Remarks, r)
	}
}

// anchored is the node that a comment is at.
func (p *planner) anchored(c docxread.Comment) (node, section string) {
	l := sort.Search(len(p.lines), func(l int) bool { return p.lines[l].To > c.Paragraph })
	if u, ok := p.unitOf[l]; ok && p.lines[l].From <= c.Paragraph {
		about := p.aboutItem(p.base[p.units[u].base[0]].item)
		return about.Node, about.Section
	}
	if c.Paragraph < 0 || c.Paragraph >= len(p.Edited.Paragraphs) {
		return "", ""
	}
	for _, passage := range p.Document.Passages() { // a chart's paragraph has no text
		for _, name := range p.Edited.Paragraphs[c.Paragraph].Bookmarks {
			if passage.Node != "" && p.Bookmark(passage.Node) == name {
				return passage.Node, passage.Section
			}
		}
	}
	return "", ""
}

// clean is a text without what no file of a report may hold.
func clean(text string) string {
	text = strings.Map(func(r rune) rune {
		if textfile.Unwanted(r) || r == '\ufffd' {
			return -1
		}
		return r
	}, text)
	return strings.TrimSpace(text)
}

func cleanLine(text string) string { return strings.Join(strings.Fields(clean(text)), " ") }

var timeForm = regexp.MustCompile(`^([1-9]\d{3}-\d\d-\d\d)T(\d\d:\d\d)`)

// whenOf is a time as people write it: 2023-07-01 10:00; empty for none, which
// some programs write as a day of the year 0.
func whenOf(text string) string {
	if m := timeForm.FindStringSubmatch(text); m != nil {
		return m[1] + " " + m[2]
	}
	return ""
}

// ReviewFile is the YAML file of remarks that came back in a file called from.
func ReviewFile(remarks []Remark, from string) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "# 改稿“%s”里的批注，由 banwen merge 写出。\n# 办好一条，把“状态”改成“已办”或“不采纳”，写上“答复”。\n批注:\n", cleanLine(from))
	for _, r := range remarks {
		state := yaml.OpenRemark
		if r.Done {
			state = yaml.DoneRemark
		}
		sign := "  - "
		for _, entry := range []struct{ key, value string }{
			{"谁", r.Who}, {"时间", r.When}, {"位置", r.Node}, {"节", r.Section}, {"引文", r.Quote},
			{"回复", r.Answers}, {"意见", r.Text}, {"状态", state}, {"指纹", r.Fingerprint},
		} {
			if entry.value != "" {
				fmt.Fprintf(&b, "%s%s: %s\n", sign, entry.key, amend.Scalar(entry.value))
				sign = "    "
			}
		}
	}
	return []byte(b.String())
}
