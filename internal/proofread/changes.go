package proofread

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"banwen/internal/diag"
	"banwen/internal/finding"
)

// changeRules look at how a change against an earlier figure is told.
var changeRules = []rule{
	{finding.Rule{
		ID: "double-change-word", Title: "升降的词写了两次", Severity: diag.Warning, Clause: "实务",
		Bad:  []string{"同比上升{同比 上升9.1％}。", "同比下降了{同比 上升9.1％}。", "同比增长{同比 持平}。", "同比下降上升{9.1％}。"},
		Good: []string{"同比{同比 上升9.1％}。", "同比上升{9.1％}。", "收入增长基本持平。", "破案率提高，发案下降{9.1％}。"},
	}, each(doubleChangeWords)},
	{finding.Rule{
		ID: "signed-change", Title: "升降的词后面又带负号", Severity: diag.Warning, Clause: "实务",
		Bad:  []string{"同比下降{-9.1％}。", "同比增长<－9.1％>。"},
		Good: []string{"同比下降{9.1％}。", "同比{-9.1％}。"},
	}, each(signedChanges)},
	{finding.Rule{
		ID: "fall-over-all", Title: "下降超过100％", Severity: diag.Warning, Clause: "实务",
		Bad:  []string{"发案下降{120％}。", "同比{同比 下降100.5％}。"},
		Good: []string{"发案下降{100％}。", "同比{同比 上升120％}。", "下降到<120％>。"},
	}, around(holding("下降", "减少", "降低", "下滑", "降幅", "减幅"),
		`((下降|减少|降低|下滑|降幅|减幅)(?:了|达|为)?(`+number+`)[％%])`,
		func(_ *passage, m []string) string {
			if decimal.RequireFromString(m[3]).LessThanOrEqual(decimal.NewFromInt(100)) {
				return ""
			}
			return "“" + m[2] + "”不会超过100％，核对后改写"
		})},
	{finding.Rule{
		ID: "fall-by-multiple", Title: "下降、减少用“倍”", Severity: diag.Warning, Clause: "实务",
		Bad:  []string{"发案减少了<2倍>。", "警情下降一倍。"},
		Good: []string{"发案减少<50％>。", "收入增长<2倍>。"},
	}, around(holding("倍"),
		`((下降|减少|降低|下滑|缩小|缩短)了?(?:近|约)?`+anyNumber+`倍)`,
		func(_ *passage, m []string) string { return "“" + m[2] + "”不用“倍”，改写成百分数" })},
	{finding.Rule{
		ID: "percentage-points", Title: "百分数之差用百分点", Severity: diag.Warning, Clause: "实务",
		Bad:  []string{"提高<2.5％个百分点>。", "提高<3个百分点％>。", "下降<2个点>。", "化解率由<80％>提高到<85％>，提高<5％>。"},
		Good: []string{"提高<2.5个百分点>。", "新增<2个点>位。", "由<80％>提高到<85％>，提高<5个百分点>。", "由<80％>提高到<85％>，同比提高<3％>。"},
	}, percentagePoints},
}

// changeWords tell which way a figure went.
var changeWords = []string{"上升", "下降", "增长", "增加", "减少", "提高", "降低", "上涨", "下滑", "回升", "回落"}

// unchangedWords are printed in their place where nothing changed.
var unchangedWords = []string{"持平", "基本持平"}

// afterChangeWords calls look for every change word in the text with the
// bytes where the word begins and where what it tells begins.
func (p *passage) afterChangeWords(look func(word string, at, next int)) {
	for _, word := range changeWords {
		for at, from := 0, 0; ; from = at + len(word) {
			i := strings.Index(p.text[from:], word)
			if i < 0 {
				break
			}
			at = from + i
			next := at + len(word)
			if left := firstPrefix(p.text[next:], []string{"了", "约"}); left != "" {
				next += len(left)
			}
			look(word, at, next)
		}
	}
}

// doubleChangeWords reports a change word right before a change that brings
// its own: a printed one, or digits that follow.
func doubleChangeWords(p *passage) []hit {
	var hits []hit
	p.afterChangeWords(func(word string, at, next int) {
		rest := p.text[next:]
		second := firstPrefix(rest, changeWords)
		end := next + len(second)
		switch {
		case second != "" && isDigit(runeAt(p.text, end)):
		case next < len(p.text) && p.partAt(next).isFigure() && p.partAt(next).start == next && firstPrefix(rest, unchangedWords) != "":
			second = firstPrefix(rest, unchangedWords)
			end = next + len(second)
		default:
			return
		}
		hits = append(hits, hit{passage: p, start: at, end: end,
			reason: "“" + word + "”后面又有“" + second + "”，去掉一个"})
	})
	return hits
}

// signedChanges reports a minus after a change word.
func signedChanges(p *passage) []hit {
	var hits []hit
	p.afterChangeWords(func(word string, at, next int) {
		sign := firstPrefix(p.text[next:], []string{"-", "－", "−"})
		if sign == "" || !isDigit(runeAt(p.text, next+len(sign))) {
			return
		}
		hits = append(hits, hit{passage: p, start: at, end: next + len(sign),
			reason: "“" + word + "”后面不带负号，去掉“" + sign + "”或改写升降的词"})
	})
	return hits
}

// percentagePoints reports points written as percent, both at once, or by
// their short name, and the difference of two percentages told in percent.
func percentagePoints(t *text) []hit {
	return slices.Concat(mistypedPoints(t), shortPoints(t), percentDifferences(t))
}

var mistypedPoints = around(holding("百分点"),
	`((`+number+`)(?:[％%]个?百分点|个?百分点[％%]))`,
	func(_ *passage, m []string) string { return "写成“" + m[2] + "个百分点”" })

var shortPoints = around(holding("个点"),
	`(?:上升|下降|增长|提高|降低|回落|上涨)了?((`+number+`)个点)(?:[^\p{Han}]|$)`,
	func(_ *passage, m []string) string { return "写成“" + m[2] + "个百分点”" })

var percentDifferences = around(holding("％", "%"),
	`((?:由|从)[^，。；0-9]{0,20}(`+number+`)[％%](?:[^，。；0-9]{0,4})(?:提高|上升|增长|增加|下降|降低|减少)(?:到|至)(`+number+`)[％%]，(?:提高|上升|增长|增加|下降|降低|减少)了?(`+number+`)[％%])`,
	func(_ *passage, m []string) string {
		then, now, told := decimal.RequireFromString(m[2]), decimal.RequireFromString(m[3]), decimal.RequireFromString(m[4])
		if !now.Sub(then).Abs().Equal(told) {
			return ""
		}
		return "两个百分数之差用百分点，写成“" + m[4] + "个百分点”"
	})
