package proofread

import (
	"fmt"
	"strings"

	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/finding"
)

// unitRules look at the words that count.
var unitRules = []rule{
	{finding.Rule{
		ID: "unit-of-bodies", Title: "单位、场所用“次”计数", Severity: diag.Hint, Clause: "实务",
		Bad:  []string{"检查单位{103次}。", "走访企业{35次}。"},
		Good: []string{"检查单位{103个}。", "走访企业{35家次}。", "对企业开展检查{35次}。", "检查单位{103个}，督察{72次}。"},
	}, bodiesInTimes},
	{finding.Rule{
		ID: "odd-unit", Title: "不通行的量词", Severity: diag.Hint, Clause: "实务",
		Bad:  []string{"检查单位{731个次}。"},
		Good: []string{"检查单位{731家次}。", "开展检查{3个}批次。", "第{3个}次序。"},
	}, oddUnits},
}

// bodies are what is counted in 个 or 家.
var bodies = []string{"单位", "企业", "场所", "学校", "商户", "门店", "机构", "网吧", "旅馆", "酒店", "经营户", "工地"}

// bodiesInTimes reports 检查单位103次: the number is of bodies, and 次 counts
// something else.
func bodiesInTimes(t *text) []hit {
	var hits []hit
	for _, p := range t.of(doc.BodyPassage, doc.CellPassage) {
		for at := range occurrences(p.text, "次") {
			number := len(strings.TrimRight(p.text[:at], "0123456789"))
			body := suffixOf(p.text[:number], bodies)
			if number == at || body == "" {
				continue
			}
			hits = append(hits, hit{passage: p, start: number - len(body), end: at + len("次"),
				reason: fmt.Sprintf("%s用“个”或“家”计数；按次累计的写“家次”", body)})
		}
	}
	return hits
}

// oddUnits reports 个次.
func oddUnits(t *text) []hit {
	var hits []hit
	for _, p := range t.of(doc.BodyPassage, doc.CellPassage) {
		for at := range occurrences(p.text, "个次") {
			number := len(strings.TrimRight(p.text[:at], "0123456789"))
			end := at + len("个次")
			if number == at || firstPrefix(p.text[end:], []string{"序", "数", "品", "要", "生"}) != "" {
				continue
			}
			hits = append(hits, hit{passage: p, start: number, end: end,
				reason: "“个次”不是通行的量词，写“个”或“次”；按次累计的写“家次”"})
		}
	}
	return hits
}
