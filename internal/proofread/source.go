package proofread

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/finding"
)

// sourceRules look at where the words come from: figures that no indicator
// printed, and what still waits to be filled in.
var sourceRules = []rule{
	{finding.Rule{
		ID: "typed-digits", Title: "正文里手写的数字", Severity: diag.Warning, Clause: "实务",
		Bad:  []string{"全县共破毒品案22起。", "查处吸毒人员１１１人。"},
		Good: []string{"全县共破毒品案{22起}。", "每日<24小时>值守。", "办理〔2020〕43号文件。", "推广“110”接处警。", "开展“6·12”宣传。", "落实《规划（2021—2035年）》。", "审结（2020）桂01刑初43号案。"},
	}, typedDigits},
	{finding.Rule{
		ID: "placeholder", Title: "没有填上的地方", Severity: diag.Error, Clause: "实务",
		Bad:  []string{"共抓获【待补】人。", "抓获（待核实）人。", "共破案＿＿起。", "共抓获XX人。"},
		Good: []string{"xx县公安局", "副局长xxx带队。", "待补充侦查的案件"},
	}, placeholders},
}

// digitRun is a number as typed, half- or full-width, with the sign that makes
// it a percentage.
var digitRun = regexp.MustCompile(`[0-9０-９]+(?:[.．,，][0-9０-９]+)*[%％‰]?`)

// declared are the forms of digits that are no statistics: numbers of
// documents and of court cases, names in 《》, names in quotation marks that are
// only digits.
var declared = regexp.MustCompile(`〔[0-9]{4}〕[0-9]+号|[（(][0-9]{4}[）)]\p{Han}[\p{Han}0-9]*号|《[^》]*》|“[0-9·.—－-]+”|[（(][0-9]+[）)]`)

// typedDigits reports digits that someone typed as prose.
func typedDigits(t *text) []hit {
	var hits []hit
	for _, p := range t.of(everywhere...) {
		names := declared.FindAllStringIndex(p.text, -1)
		for _, at := range digitRun.FindAllStringIndex(p.text, -1) {
			if !p.isProse(at[0], at[1]) || within(at, names) || p.Kind == doc.CaptionPassage || p.Kind == doc.NotePassage {
				continue
			}
			end := at[1] + unitLength(p.text[at[1]:])
			hits = append(hits, hit{passage: p, start: at[0], end: end,
				reason: "“" + p.text[at[0]:end] + "”是手写的，没有出处；写成指标，或声明为{{原文 \"" + p.text[at[0]:end] + "\"}}"})
		}
	}
	return hits
}

// within tells whether a stretch lies in one of others.
func within(at []int, others [][]int) bool {
	for _, o := range others {
		if at[0] >= o[0] && at[1] <= o[1] {
			return true
		}
	}
	return false
}

// unitLength is how many bytes at the front of a text are the unit of the
// number before it, as far as one character can be.
func unitLength(text string) int {
	r, size := utf8.DecodeRuneInString(text)
	if unicode.Is(unicode.Han, r) {
		return size
	}
	return 0
}

// gaps are words that stand where something is still to be written.
var gaps = regexp.MustCompile(`【待[^】]*】|[（(【\[]待(?:补|定|核实|核|填|更新)[^）)】\]]*[）)】\]]|_{2,}|＿{2,}|X{2,}(?:起|人|件|次|万)|[×*]{3,}|TODO|TBD`)

// placeholders reports what was not filled in. The 【待补】 of a draft is the
// program's own and is refused where figures are.
func placeholders(t *text) []hit {
	var hits []hit
	for _, p := range t.passages {
		for _, at := range gaps.FindAllStringIndex(p.text, -1) {
			if !p.partAt(at[0]).run.Missing {
				hits = append(hits, hit{passage: p, start: at[0], end: at[1], reason: "“" + strings.TrimSpace(p.text[at[0]:at[1]]) + "”还没有填上"})
			}
		}
	}
	return hits
}
