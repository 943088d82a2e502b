package proofread

import (
	"slices"
	"strings"
	"unicode/utf8"

	"banwen/internal/diag"
	"banwen/internal/finding"
)

// pairRules look at brackets, quotation marks and title marks.
var pairRules = []rule{
	{finding.Rule{
		ID: "unpaired-mark", Title: "括号、引号、书名号不成对", Severity: diag.Warning, Clause: "GB/T 15834-2011，4.8、4.9、4.15",
		Bad:  []string{"开展“零容忍专项行动。", "收治{105人}含住院）。", "落实《条例。", "（一《条例）"},
		Good: []string{"开展“零容忍”专项行动。", "收治{105人}（含住院）。", "1）加强巡逻", "落实《关于〈条例〉的说明》。", "（住院)"},
	}, each(unpairedMarks)},
	{finding.Rule{
		ID: "nested-marks", Title: "引号、书名号里面又用同样的", Severity: diag.Warning, Clause: "GB/T 15834-2011，4.8、4.15",
		Bad:  []string{"开展“学习“枫桥经验”大讨论”活动。", "落实《关于印发《办法》的通知》。"},
		Good: []string{"开展“学习‘枫桥经验’大讨论”活动。", "落实《关于印发〈办法〉的通知》。", "“甲”“乙”"},
	}, each(nestedMarks)},
	{finding.Rule{
		ID: "straight-quote", Title: "直引号", Severity: diag.Warning, Clause: "GB/T 15834-2011，4.8",
		Bad:  []string{"开展\"零容忍\"行动。", "开展'零容忍'行动。"},
		Good: []string{"开展“零容忍”行动。", "It's OK"},
	}, each(straightQuotes)},
}

// opener is the first half of a pair whose second half is the key. Brackets of
// either width are one kind: their width is another rule's.
var opener = map[rune]rune{'”': '“', '’': '‘', '）': '（', '》': '《', '〉': '〈', '〕': '〔', '】': '【', ']': '[', '］': '['}

// bracket is a half of a pair in the text.
type bracket struct {
	at   int
	mark rune
}

// pairing is how the marks of a text pair up.
type pairing struct {
	pairs [][2]bracket
	alone []bracket // in no order
}

// pairUp pairs the marks of the text, each with the nearest that fits.
func (p *passage) pairUp() pairing {
	var made pairing
	var open []bracket
	for i, r := range p.text {
		mark := r
		switch r {
		case '(':
			mark = '（'
		case ')':
			mark = '）'
		case '［':
			mark = '['
		}
		b := bracket{i, mark}
		first, closes := opener[mark]
		switch {
		case closes:
			k := slices.IndexFunc(open, func(o bracket) bool { return o.mark == first })
			for j := k + 1; k >= 0 && j < len(open); j++ {
				if open[j].mark == first {
					k = j
				}
			}
			if k < 0 {
				made.alone = append(made.alone, b)
				continue
			}
			made.pairs = append(made.pairs, [2]bracket{open[k], b})
			made.alone = append(made.alone, open[k+1:]...)
			open = open[:k]
		case isOpening(mark) || mark == '[':
			open = append(open, b)
		}
	}
	made.alone = append(made.alone, open...)
	return made
}

func unpairedMarks(p *passage) []hit {
	var hits []hit
	for _, b := range p.pairUp().alone {
		mark := runeAt(p.text, b.at)
		if p.isApostrophe(b) || p.isListNumber(b) {
			continue
		}
		other := "后一半"
		if _, closes := opener[b.mark]; closes {
			other = "前一半"
		}
		hits = append(hits, hit{passage: p, start: b.at, end: b.at + utf8.RuneLen(mark),
			reason: "“" + string(mark) + "”不成对，补上" + other + "或删去"})
	}
	return hits
}

// isApostrophe tells whether a mark is the ’ of an English word.
func (p *passage) isApostrophe(b bracket) bool {
	return b.mark == '’' && isLetter(runeBefore(p.text, b.at))
}

// isListNumber tells whether a closing bracket ends the number of an item: 1）.
func (p *passage) isListNumber(b bracket) bool {
	number := strings.TrimRight(p.text[:b.at], "0123456789abcdefghijABCDEFGHIJ一二三四五六七八九十")
	return b.mark == '）' && len(number) < b.at && (number == "" || isMark(runeBefore(number, len(number))))
}

// nestedMarks reports a pair of “” or 《》 that stands in a pair of the same,
// with no other of its kind between.
func nestedMarks(p *passage) []hit {
	if strings.Count(p.text, "“") < 2 && strings.Count(p.text, "《") < 2 {
		return nil
	}
	var hits []hit
	pairs := p.pairUp().pairs
	for _, inner := range pairs {
		if replacement, ok := innerMarks[inner[0].mark]; ok && isInside(inner, pairs) {
			end := inner[1].at + len("”")
			words := p.text[inner[0].at+len("“") : inner[1].at]
			hits = append(hits, hit{passage: p, start: inner[0].at, end: end,
				reason: "里面一层写成“" + replacement[0] + words + replacement[1] + "”"})
		}
	}
	return hits
}

// innerMarks are what stands inside a pair of the same kind.
var innerMarks = map[rune][2]string{'“': {"‘", "’"}, '《': {"〈", "〉"}}

// isInside tells whether the nearest pair of its family around inner is of
// the same marks.
func isInside(inner [2]bracket, pairs [][2]bracket) bool {
	family := map[rune]string{'“': "“‘", '《': "《〈"}[inner[0].mark]
	nearest := bracket{at: -1}
	for _, outer := range pairs {
		around := outer[0].at < inner[0].at && outer[1].at > inner[1].at
		if around && strings.ContainsRune(family, outer[0].mark) && outer[0].at > nearest.at {
			nearest = outer[0]
		}
	}
	return nearest.mark == inner[0].mark
}

// straightQuotes reports " and ' beside a Chinese character, together with
// what they quote where the other half follows.
func straightQuotes(p *passage) []hit {
	var hits []hit
	for from := 0; ; {
		i := strings.IndexAny(p.text[from:], `"'`)
		if i < 0 {
			return hits
		}
		at := from + i
		from = at + 1
		if !isHan(runeBefore(p.text, at)) && !isHan(runeAt(p.text, at+1)) {
			continue
		}
		quote, advice := p.text[at:from], "前一半写成“，后一半写成”"
		if length := strings.Index(p.text[from:], quote); length >= 0 {
			words := p.text[from : from+length]
			advice = "写成“" + words + "”"
			if quote == "'" {
				advice = "写成‘" + words + "’"
			}
			from += length + 1
		}
		hits = append(hits, hit{passage: p, start: at, end: from, reason: "引号用弯的，" + advice})
	}
}
