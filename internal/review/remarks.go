package review

import (
	"fmt"
	"strings"

	"banwen/internal/doc"
)

// Remark is a remark on a draft (批注), and what became of it.
type Remark struct {
	Fingerprint string `json:"fingerprint" about:"指纹，同一条批注总是一样"`
	Who         string `json:"who" about:"谁写的"`
	Section     string `json:"section" about:"写在哪一节；没有就是对不上"`
	Quote       string `json:"quote" about:"指的是哪几个字"`
	Text        string `json:"text" about:"意见"`
	State       string `json:"state" about:"状态：待办、已办、不采纳"`
	Reply       string `json:"reply" about:"答复"`
}

// RemarkChange is a remark that is new, or of which something else became.
type RemarkChange struct {
	Remark
	Before string `json:"before" about:"原来的状态；新的批注是空的"`
}

// remarkChanges lists, in the order of b, what became of remarks since a.
func remarkChanges(a, b []Remark) []RemarkChange {
	was := map[string]Remark{}
	for _, r := range a {
		was[r.Fingerprint] = r
	}
	changes := []RemarkChange{}
	for _, r := range b {
		if before, known := was[r.Fingerprint]; !known || before.State != r.State || before.Reply != r.Reply {
			changes = append(changes, RemarkChange{r, before.State})
		}
	}
	return changes
}

// mostOfRemark is how many characters of a remark, of its quote or its reply
// are told.
const mostOfRemark = 40

// Line tells a change of a remark in one line: （已办）张三：“请核实”，指“22起”，答复：已改.
func (c *RemarkChange) Line() string {
	state := c.State
	if c.Before == "" {
		state = "新批注，" + state
	}
	line := "（" + state + "）" + c.Who + "：“" + beginning(c.Text) + "”"
	if c.Quote != "" {
		line += "，指“" + beginning(c.Quote) + "”"
	}
	if c.Reply != "" {
		line += "，答复：" + beginning(c.Reply)
	}
	return line
}

// beginning is a text in one line, and of a long one how it begins.
func beginning(text string) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) <= mostOfRemark {
		return string(runes)
	}
	return string(runes[:mostOfRemark]) + "…"
}

// remarkSummary says how many remarks came to what; empty for none.
func remarkSummary(all []RemarkChange) string {
	if len(all) == 0 {
		return ""
	}
	var states []string
	count := map[string]int{}
	for _, c := range all {
		if count[c.State]++; count[c.State] == 1 {
			states = append(states, c.State)
		}
	}
	for i, state := range states {
		states[i] = fmt.Sprintf("%s%d条", state, count[state])
	}
	return "批注" + strings.Join(states, "、") + "。"
}

// remarks adds what became of remarks.
func (l *list) remarks(all []RemarkChange) {
	if len(all) == 0 {
		return
	}
	l.heading("批注办理情况")
	for i := range all {
		l.paragraph(doc.Plain(all[i].Line() + "。"))
	}
}
