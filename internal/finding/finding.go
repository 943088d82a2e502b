// Package finding holds what checks come to: one shape for relations between
// figures and for the wording of the text. Packages audit and proofread make
// findings; it knows nothing of how they are found or shown.
package finding

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"banwen/internal/diag"
)

// State is what a check came to.
type State int

// The states.
const (
	Pass      State = iota // 通过
	Violation              // 不符
	Doubtful               // 存疑: may be right, someone should look
	Unchecked              // 无法核验: never counted as passed
)

var stateNames = []string{"通过", "不符", "存疑", "无法核验"}

// String gives the state's Chinese name.
func (s State) String() string { return stateNames[s] }

// Values lists the names of all states.
func (State) Values() []string { return stateNames }

// MarshalText gives the state's Chinese name, for JSON.
func (s State) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Finding is what one check of one thing came to.
type Finding struct {
	Rule       string        `json:"id" about:"规则的代号"` // of the rule that made it
	Severity   diag.Severity `json:"severity" about:"轻重"`
	State      State         `json:"state" about:"结果"`
	Pos        diag.Pos      `json:"pos" about:"在数据里的位置"`                      // in the data: what was checked
	Name       string        `json:"name,omitempty" about:"校核的名称，没有就是指标的名称"`   // 名称 of a 校核, else the figure's
	Relation   string        `json:"relation,omitempty" about:"核对的关系，照所填"`     // 甲 = 乙 + 丙, as typed
	Quote      string        `json:"quote,omitempty" about:"说的是正文里的哪几个字"`      // the words of the text that are meant
	Left       string        `json:"left,omitempty" about:"左边的值"`              // what the left side comes to: 223人
	Right      string        `json:"right,omitempty" about:"右边的值"`             // what the right side comes to
	Difference string        `json:"difference,omitempty" about:"左边减右边"`       // left − right
	Tolerance  string        `json:"tolerance,omitempty" about:"允许的差；没有就是要相等"` // how far they may be apart; empty: not at all
	Reason     string        `json:"reason" about:"一句话说明"`                     // one Chinese sentence, without a full stop
	Accepted   *Acceptance   `json:"accepted,omitempty" about:"已经豁免"`          // the 豁免 of a 不符 or 存疑
	Figures    []string      `json:"figures" about:"核对了哪些数字（工作.指标）"`           // 工作.指标 of all that were checked against each other
	Suspect    string        `json:"suspect,omitempty" about:"其中可以断定错了的那个"`    // that of Figures which must be the wrong one, where it can be told
	Printed    []Printing    `json:"printed,omitempty" about:"印在文中何处"`         // where the figures, or the words, stand in the document
	// Fingerprint stays the same as long as the rule, the names and the values
	// do: 12 hexadecimal digits.
	Fingerprint string `json:"fingerprint" about:"指纹，12 位十六进制数；规则、名称和数值不变，它就不变"`

	// Identity: it passes whatever is typed, and so proves nothing.
	Identity bool `json:"identity,omitempty" about:"恒成立，查不出错"`
}

// Printing is one place of the document.
type Printing struct {
	Node     string `json:"node" about:"所在块的编号"`                                             // id of the block
	Section  string `json:"section" about:"在哪一节，由外到内：一、…＞（三）…；不在哪一节里的写“标题”“开头”，附件里的以“附件”开头"` // the headings it stands under: 一、…＞（三）…; 标题 for the title
	Sentence string `json:"sentence" about:"所在的整句，照所印"`                                      // whole, as printed
	Text     string `json:"text" about:"指的是哪几个字"`                                            // in Sentence
	At       int    `json:"at" about:"这几个字从 sentence 的第几个字起，从 0 数起"`                         // in characters
}

// Acceptance is a waiver (豁免) that holds.
type Acceptance struct {
	Reason string `json:"reason" about:"理由"`
	Who    string `json:"who" about:"确认人"`
	Date   string `json:"date" about:"日期"`
}

// Sign gives f its fingerprint.
func (f *Finding) Sign() {
	parts := append([]string{f.Rule, f.Relation, f.Left, f.Right, f.Quote}, f.Figures...)
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	f.Fingerprint = hex.EncodeToString(sum[:6])
}

// Stands tells whether f says that something is, or may be, wrong, and nobody
// has accepted it.
func (f *Finding) Stands() bool {
	return (f.State == Violation || f.State == Doubtful) && f.Accepted == nil
}

// IsError tells whether f keeps a final document from being written.
func (f *Finding) IsError() bool { return f.Stands() && f.Severity == diag.Error }
