package doc

import (
	"strings"
	"unicode/utf8"
)

// Run is a stretch of text of one kind: prose, or one printed figure.
type Run struct {
	Text    string  `json:"text"`
	Bold    bool    `json:"bold,omitempty"`
	Missing bool    `json:"missing,omitempty"` // 【待补】 or 【不符】 of a draft: to be shown so that nobody overlooks it
	Literal bool    `json:"literal,omitempty"` // {{原文 …}}: someone has said that its digits are prose
	Place   *Place  `json:"place,omitempty"`   // where its first character, or the {{…}} that prints it, was typed; nil where nobody typed it
	Origin  *Origin `json:"origin,omitempty"`  // where a printed figure comes from; nil for prose
	Change  Change  `json:"change,omitempty"`  // since the version that the document is compared with
}

// From is the run without its first bytes, which end a character.
func (r Run) From(bytes int) Run {
	if r.Place != nil && bytes > 0 && r.Origin == nil {
		at := *r.Place
		at.Col += utf8.RuneCountInString(r.Text[:bytes])
		r.Place = &at
	}
	r.Text = r.Text[bytes:]
	return r
}

// Place is a place in the report's files.
type Place struct {
	File string `json:"file"` // relative to the report's folder
	Line int    `json:"line"` // from 1
	Col  int    `json:"col"`  // from 1, in characters
}

// Origin is where a printed figure comes from.
type Origin struct {
	Name       string   `json:"name"`  // 工作.指标
	Value      string   `json:"value"` // number and unit as the data has them, unrounded for a formula
	Place               // of the indicator
	Formula    string   `json:"formula,omitempty"`    // as typed; empty for a figure given as a number
	Inputs     []string `json:"inputs,omitempty"`     // "工作.指标 = value" of what the formula or change is computed from
	Source     string   `json:"source,omitempty"`     // 来源
	Definition string   `json:"definition,omitempty"` // 口径
	AsOf       string   `json:"asOf,omitempty"`       // 截至
	Base       string   `json:"base,omitempty"`       // 去年同期 or 上期 value behind a change
}

// Text joins the texts of runs.
func Text(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return b.String()
}
