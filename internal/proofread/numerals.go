package proofread

import (
	"strings"

	"banwen/internal/diag"
	"banwen/internal/finding"
)

// numeralRules look at how single numbers are written.
var numeralRules = []rule{
	{finding.Rule{
		ID: "mixed-numerals", Title: "一个数里夹写阿拉伯数字和汉字", Severity: diag.Warning, Clause: "GB/T 15835-2011，5.3",
		Bad:  []string{"参加<3千5百人>。", "投入<5百余元>。", "共<3千>人。"},
		Good: []string{"参加{3500人}。", "全长<3千米>。", "重<5千克>。", "投入<5万元>。", "第<1百货>大楼"},
	}, around(holding("百", "千"),
		`(?:^|[^0-9.])([0-9]+[百千](?:[0-9]+[百十]?|余?(?:人|元|名|件|起|户|个|家|亩|次|条|份|多)|万))`,
		func(_ *passage, m []string) string {
			return "“" + m[1] + "”里数字和汉字夹写，全部写成数字"
		})},
	{finding.Rule{
		ID: "year-digits", Title: "汉字的年份写法不对", Severity: diag.Warning, Clause: "GB/T 15835-2011，5.2.5",
		Bad:  []string{"二零二三年", "二0二三年", "二○二三年", "二〇2三年"},
		Good: []string{"二〇二三年", "一百零三年", "{2023年}", "一千九百年"},
	}, each(wrongYears)},
	{finding.Rule{
		ID: "neighbour-numbers", Title: "相邻数字表示概数", Severity: diag.Hint, Clause: "GB/T 15835-2011，5.2.1",
		Bad:  []string{"一般<3、4天>办结。", "走访五、六次。"},
		Good: []string{"三四天内办结。", "获第<3、4名>。", "<3、4月>份", "<1、2、3个>", "<3、4年>级", "三、四个方面的打算"},
	}, around(between(isCounting, "、"),
		`(?:[^第0-9、.一二三四五六七八九十〇])(([1-9])、([1-9])|([一二三四五六七八九])、([一二三四五六七八九]))((?:天|个|人|次|名|家|户|年)[^级段度第])`,
		neighbourNumbers)},
	{finding.Rule{
		ID: "digit-groups", Title: "千分位写法不对", Severity: diag.Warning, Clause: "GB/T 15835-2011，5.1.1",
		Bad:  []string{"受理<1，234起>。", "投入<12,34万元>。"},
		Good: []string{"受理<1,234起>。", "受理{1234起}。", "拨打<110，119>，<2022，2023>"},
	}, around(between(isDigit, ",", "，"),
		`(?:^|[^0-9.])([0-9]+(?:,[0-9]+)+|[0-9]{1,3}(?:，[0-9]{3})+(?:\.[0-9]+)?(?:万|亿|`+countedUnit+`))`,
		wrongGroups)},
}

// yearDigits are what people type for the digits of a year in Chinese numerals.
const yearDigits = "一二三四五六七八九零〇○OＯ0０123456789"

// wrongYears reports years like 二零二三年: four digits of which some are
// Chinese and some are not, or the zero is not 〇.
func wrongYears(p *passage) []hit {
	var hits []hit
	for from := 0; ; {
		i := strings.Index(p.text[from:], "年")
		if i < 0 {
			return hits
		}
		end := from + i
		from = end + len("年")
		start, count := end, 0
		for count < 5 && strings.ContainsRune(yearDigits, runeBefore(p.text, start)) {
			start -= len(string(runeBefore(p.text, start)))
			count++
		}
		year := p.text[start:end]
		if count == 4 && strings.ContainsAny(year, "一二三四五六七八九") && strings.ContainsAny(year, "零○OＯ0０123456789") {
			hits = append(hits, hit{passage: p, start: start, end: from, reason: "写成“" + chineseYear.Replace(year) + "年”"})
		}
	}
}

var chineseYear = strings.NewReplacer(
	"零", "〇", "○", "〇", "O", "〇", "Ｏ", "〇", "０", "〇",
	"0", "〇", "1", "一", "2", "二", "3", "三", "4", "四", "5", "五", "6", "六", "7", "七", "8", "八", "9", "九")

// isCounting tells whether r is a digit, Arabic or Chinese.
func isCounting(r rune) bool {
	return isDigit(r) || r > 0 && strings.ContainsRune("一二三四五六七八九", r)
}

// neighbourNumbers words 3、4天: only neighbours are a guess, others are two
// numbers.
func neighbourNumbers(_ *passage, m []string) string {
	first, second := chineseYear.Replace(m[2]+m[4]), chineseYear.Replace(m[3]+m[5])
	if !strings.Contains("一二三四五六七八九", first+second) {
		return ""
	}
	return "表示概数写成“" + first + second + "”，中间不用顿号"
}

// wrongGroups words a number with separators that do not part it by three.
func wrongGroups(_ *passage, m []string) string {
	if !strings.Contains(m[1], "，") {
		groups := strings.Split(m[1], ",")
		right := len(groups[0]) <= 3
		for _, g := range groups[1:] {
			right = right && len(g) == 3
		}
		if right {
			return ""
		}
	}
	return "“" + m[1] + "”的分节不对，不用逗号分开"
}
