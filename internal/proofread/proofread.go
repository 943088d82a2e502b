// Package proofread reads a finished document as a proofreader would: figures
// that no indicator printed, words left over from last time, punctuation and
// numerals, lists and their counts. It sees the document tree and a few facts
// about the report, and gives findings.
package proofread

import (
	"slices"

	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/finding"
	"banwen/internal/source"
)

// Facts is what the rules must know beside the document.
type Facts struct {
	Period source.Period
	Length int      // 字数上限, in characters; 0: none
	Words  WordList // words that the unit does not want
}

// Check applies every rule to d. Findings come in the order of the text.
func Check(d *doc.Document, facts Facts) []finding.Finding {
	t := read(d, facts)
	type found struct {
		finding finding.Finding
		at      hit
	}
	var all []found
	for _, r := range rules() {
		hits := r.find(t)
		for _, h := range hits[:min(len(hits), mostHits)] {
			if h.isPrivate() && !r.isPrivacy() {
				continue
			}
			f := r.finding(h)
			if t.private {
				mask(&f)
			}
			f.Sign()
			all = append(all, found{f, h})
		}
	}
	slices.SortStableFunc(all, func(a, b found) int { return a.at.compare(b.at) })
	list := make([]finding.Finding, len(all))
	for i, f := range all {
		list[i] = f.finding
	}
	return list
}

// mostHits is how many places a rule reports: whoever has more mends some
// first, and a text made to have ever more costs no more time.
const mostHits = 1000

// Rules lists the rules for people. In the examples each line is a paragraph;
// # begins the title, ## to ##### headings of level 1 to 4; {22起} is a figure
// that an indicator printed, {同比 上升9.1％} a change, <24小时> a {{原文}}.
func Rules() []finding.Rule {
	var list []finding.Rule
	for _, r := range rules() {
		list = append(list, r.Rule)
	}
	return list
}

// rule is one rule over the text.
type rule struct {
	finding.Rule
	find func(t *text) []hit
}

// rules lists every rule, in the order of the documentation.
func rules() []rule {
	return slices.Concat(
		sourceRules,
		sequenceRules, headingRules, listRules, respectivelyRules, evenlyRules, periodRules, bygoneRules, lengthRules, unitRules,
		numeralRules,
		rangeRules,
		approximationRules,
		changeRules,
		punctuationRules,
		pairRules,
		numberingRules,
		privacyRules,
		wordRules,
	)
}

// hit is a place that a rule reports.
type hit struct {
	passage    *passage
	start, end int    // bytes of the passage's text
	reason     string // one Chinese sentence, without a full stop
	left       string // the two values that do not agree, where there are such
	right      string
	severity   *diag.Severity // nil: the rule's
}

// compare orders hits by their places in the text.
func (h hit) compare(other hit) int {
	if n := h.passage.index - other.passage.index; n != 0 {
		return n
	}
	return h.start - other.start
}

// finding makes a finding of a hit.
func (r rule) finding(h hit) finding.Finding {
	p := h.passage
	f := finding.Finding{
		Rule: r.ID, Severity: r.Severity, State: finding.Doubtful, Pos: p.pos(h.start),
		Quote: p.text[h.start:h.end], Left: h.left, Right: h.right, Reason: h.reason,
		Figures: p.figures(h.start, h.end), Printed: []finding.Printing{p.printing(h.start, h.end)},
	}
	if h.severity != nil {
		f.Severity = *h.severity
	}
	if f.Severity == diag.Error {
		f.State = finding.Violation
	}
	return f
}
