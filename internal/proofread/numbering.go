package proofread

import (
	"strings"

	"banwen/internal/diag"
	"banwen/internal/finding"
)

// numberingRules look at the numbers of documents and of items.
var numberingRules = []rule{
	{finding.Rule{
		ID: "document-number", Title: "发文字号写法不对", Severity: diag.Warning, Clause: "GB/T 9704-2012，7.2.5",
		Bad:  []string{"桂公通[2020]43号", "桂公通（2020）43号", "桂公通【2020】43号", "桂公通〔2020〕第43号", "桂公通〔2020〕043号", "桂公通〔20〕43号"},
		Good: []string{"桂公通〔2020〕43号", "（2020）桂01刑初43号", "公（治）决字〔2020〕第43号", "召开会议（2023）3号楼", "发展规划（2023—2025年）"},
	}, around(holding("号"),
		`(?:[^\P{Han}字案决]|《)(([\[［【（(〔])([0-9]{2,4})年?([\]］】）)〕])(第?)(0*)([1-9][0-9]*)号)(?:[^楼线馆院厅桥门井坑]|$)`,
		documentNumber)},
	{finding.Rule{
		ID: "number-mark", Title: "序号后面的标点不对", Severity: diag.Warning, Clause: "GB/T 15834-2011，附录B",
		Bad:  []string{"1、加强巡逻。", "（一）、加强巡逻。", "（1）．加强巡逻。", "措施如下：1、加强巡逻；2、严防事故。"},
		Good: []string{"1.加强巡逻。", "（一）加强巡逻。", "见第二部分（一）、（二）。", "一、加强巡逻", "住在：<1、2号>楼"},
	}, each(numberMarks)},
}

// documentNumber words what is wrong with the brackets, the year or the
// number of a document.
func documentNumber(_ *passage, m []string) string {
	right := "〔" + m[3] + "〕" + m[7] + "号"
	switch {
	case m[1] == right && len(m[3]) == 4:
		return ""
	case len(m[3]) != 4 && m[2] != "〔":
		return ""
	case len(m[3]) != 4:
		return "年份写全四位"
	case m[3] < "1949" || m[3] > "2099":
		return ""
	}
	return "写成“" + right + "”"
}

// numberMarks reports the marks after the numbers that begin a text or a
// sentence.
func numberMarks(p *passage) []hit {
	var hits []hit
	for from := 0; from < len(p.text); {
		number := itemNumber(p.text[from:])
		if end := from + len(number); number != "" {
			mark := string(runeAt(p.text, end))
			if reason := numberMark(number, mark, runeAt(p.text, end+len(mark))); reason != "" {
				hits = append(hits, hit{passage: p, start: from, end: end + len(mark), reason: reason})
			}
		}
		i := strings.IndexAny(p.text[from:], "。；：")
		if i < 0 {
			break
		}
		from += i + len("。")
	}
	return hits
}

// itemNumber is the number that text begins with: 12 or （三）.
func itemNumber(text string) string {
	if digits := text[:len(text)-len(strings.TrimLeft(text, "0123456789"))]; digits != "" {
		return digits
	}
	inner, ok := strings.CutPrefix(text, "（")
	if !ok {
		return ""
	}
	rest := strings.TrimLeft(inner, "0123456789一二三四五六七八九十")
	if len(rest) == len(inner) || !strings.HasPrefix(rest, "）") {
		return ""
	}
	return text[:len(text)-len(rest)+len("）")]
}

// numberMark words what is wrong with the mark between a number and next.
func numberMark(number, mark string, next rune) string {
	switch {
	case strings.HasPrefix(number, "（") && strings.Contains("、，．.", mark) && next != '（':
		return "“" + number + "”后面不用“" + mark + "”，删去"
	case len(number) <= 2 && mark == "、" && isHan(next):
		return "写成“" + number + ".”"
	}
	return ""
}
