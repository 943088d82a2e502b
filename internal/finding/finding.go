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

// String gives the state's Chinese name.
func (s State) String() string { return [...]string{"通过", "不符", "存疑", "无法核验"}[s] }

// MarshalText gives the state's Chinese name, for JSON.
func (s State) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Finding is what one check of one thing came to.
type Finding struct {
	Rule       string        `json:"id"` // of the rule that made it
	Severity   diag.Severity `json:"severity"`
	State      State         `json:"state"`
	Pos        diag.Pos      `json:"pos"`                  // in the data: what was checked
	Name       string        `json:"name,omitempty"`       // 名称 of a 校核, else the figure's
	Relation   string        `json:"relation,omitempty"`   // 甲 = 乙 + 丙, as typed
	Quote      string        `json:"quote,omitempty"`      // the words of the text that are meant
	Left       string        `json:"left,omitempty"`       // what the left side comes to: 223人
	Right      string        `json:"right,omitempty"`      // what the right side comes to
	Difference string        `json:"difference,omitempty"` // left − right
	Tolerance  string        `json:"tolerance,omitempty"`  // how far they may be apart; empty: not at all
	Reason     string        `json:"reason"`               // one Chinese sentence, without a full stop
	Accepted   *Acceptance   `json:"accepted,omitempty"`   // the 豁免 of a 不符 or 存疑
	Figures    []string      `json:"figures"`              // 工作.指标 of all that were checked against each other
	Suspect    string        `json:"suspect,omitempty"`    // that of Figures which must be the wrong one, where it can be told
	Printed    []Printing    `json:"printed,omitempty"`    // where the figures, or the words, stand in the document
	// Fingerprint stays the same as long as the rule, the names and the values
	// do: 12 hexadecimal digits.
	Fingerprint string `json:"fingerprint"`

	// Identity: it passes whatever is typed, and so proves nothing.
	Identity bool `json:"identity,omitempty"`
}

// Printing is one place of the document.
type Printing struct {
	Node     string `json:"node"`     // id of the block
	Section  string `json:"section"`  // the headings it stands under: 一、…＞（三）…; 标题 for the title
	Sentence string `json:"sentence"` // whole, as printed
}

// Acceptance is a waiver (豁免) that holds.
type Acceptance struct {
	Reason string `json:"reason"`
	Who    string `json:"who"`
	Date   string `json:"date"`
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
