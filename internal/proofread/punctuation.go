package proofread

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/finding"
)

// punctuationRules look at single marks and what stands beside them.
var punctuationRules = []rule{
	{finding.Rule{
		ID: "title-mark", Title: "标题里的句号和末尾的标点", Severity: diag.Warning, Clause: "实务",
		Bad:  []string{"# 县公安局工作总结。", "# 县公安局工作总结：", "# 总结工作。安排任务"},
		Good: []string{"# 县公安局{2023年上半年}工作总结", "# 县教育局关于“双减”工作的总结"},
	}, titleMarks},
	{finding.Rule{
		ID: "heading-mark", Title: "单独成行的一级标题末尾的标点", Severity: diag.Warning, Clause: "实务",
		Bad:  []string{"## 存在问题。", "## 下半年工作计划："},
		Good: []string{"## 存在问题", "### 突出源头管控。", "## 用好“红黑榜”"},
	}, headingMarks},
	{finding.Rule{
		ID: "half-width-mark", Title: "汉字之间的半角标点", Severity: diag.Warning, Clause: "GB/T 15834-2011，5.1",
		Bad:  []string{"加强巡逻,严防事故。", "完成任务.", "收治{105人}(含住院)。", "目标:零发生", "目标:<100％>", "同比{同比 下降9.1％},创新低。"},
		Good: []string{"加强巡逻，严防事故。", "3.加强巡逻", "<9:00>值守", "见 https://a.cn/b?c=1", "推广IT(Internet Technology)课程", "受理<1,234起>。"},
	}, each(halfWidthMarks)},
	{finding.Rule{
		ID: "full-width-character", Title: "全角的数字和字母", Severity: diag.Warning, Clause: "GB/T 15835-2011",
		Bad:  []string{"破案<２２起>。", "推广ＡＰＰ。"},
		Good: []string{"破案{22起}，同比{同比 上升9.1％}。", "推广APP。", "含住院{105人}＋在家{478人}。"},
	}, each(fullWidthCharacters)},
	{finding.Rule{
		ID: "ellipsis", Title: "省略号写法不对", Severity: diag.Warning, Clause: "GB/T 15834-2011，4.11",
		Bad:  []string{"学校、医院...", "学校、医院。。。", "学校、医院…"},
		Good: []string{"学校、医院……", "学校、医院等。"},
	}, each(ellipses)},
	{finding.Rule{
		ID: "dash", Title: "破折号写法不对", Severity: diag.Warning, Clause: "GB/T 15834-2011，4.10",
		Bad:  []string{"最大的短板--警力不足", "一个目标———平安", "—关于禁毒工作的汇报", "“平安”—永恒的主题"},
		Good: []string{"最大的短板——警力不足", "{1—5月}破案", "南宁—桂林高速公路", "南宁（吴圩）—北京航线", "——关于禁毒工作的汇报"},
	}, each(dashes)},
	{finding.Rule{
		ID: "mark-between-titles", Title: "并列的引号、书名号之间的顿号", Severity: diag.Hint, Clause: "GB/T 15834-2011，4.5.3.5",
		Bad:  []string{"落实《条例》、《办法》。", "做到“零容忍”、“零延误”。"},
		Good: []string{"落实《条例》《办法》。", "落实《条例》（修订）、《办法》。", "开展“一盔一带”、禁毒宣传。"},
	}, each(marksBetweenTitles)},
	{finding.Rule{
		ID: "doubled-mark", Title: "标点重复", Severity: diag.Warning, Clause: "GB/T 15834-2011",
		Bad:  []string{"加强巡逻，，严防事故。", "完成任务。。", "完成任务；。", "甲、，乙"},
		Good: []string{"加强巡逻，严防事故。", "完成任务……", "“平安。”，"},
	}, each(doubledMarks)},
	{finding.Rule{
		ID: "mark-before-etc", Title: "“等”前面的顿号", Severity: diag.Warning, Clause: "GB/T 15834-2011，4.5",
		Bad:  []string{"学校、医院、等重点部位。", "盗窃、诈骗、等。"},
		Good: []string{"学校、医院等重点部位。", "生态环境、等级保护工作", "提质、等额选举"},
	}, each(marksBeforeEtc)},
	{finding.Rule{
		ID: "mark-before-and", Title: "“和”“及”前面的顿号", Severity: diag.Hint, Clause: "GB/T 15834-2011，4.5",
		Bad:  []string{"学校、医院、和车站", "公安、教育、及民政部门"},
		Good: []string{"学校、医院和车站", "稳定、和谐的环境", "准确、及时处置"},
	}, each(marksBeforeAnd)},
	{finding.Rule{
		ID: "space", Title: "汉字之间、标点前面的空格", Severity: diag.Hint, Clause: "GB/T 15834-2011，5.1",
		Bad:  []string{"加强 巡逻", "加强巡逻 ，严防事故。", "加强　巡逻"},
		Good: []string{"加强巡逻", "推广 APP 应用", "使用 5G 网络"},
	}, each(spaces)},
}

// titleMarks reports a full stop in the title and a mark at its end.
func titleMarks(t *text) []hit {
	var hits []hit
	for _, p := range t.of(doc.TitlePassage) {
		at := strings.Index(p.text, "。")
		if at < 0 && isMark(runeBefore(p.text, len(p.text))) {
			at = len(p.text) - len("。")
		}
		if at >= 0 {
			mark := p.text[at : at+len("。")]
			hits = append(hits, hit{passage: p, start: at, end: at + len(mark), reason: "标题不用“" + mark + "”，删去"})
		}
	}
	return hits
}

// headingMarks reports a mark at the end of a heading of level 1, unless text
// follows it in the same paragraph.
func headingMarks(t *text) []hit {
	var hits []hit
	for i, p := range t.passages {
		runsIn := i+1 < len(t.passages) && t.passages[i+1].Node == p.Node
		if p.Kind != doc.HeadingPassage || p.Level != 1 || runsIn || !isMark(runeBefore(p.text, len(p.text))) {
			continue
		}
		at := len(p.text) - len("。")
		hits = append(hits, hit{passage: p, start: at, end: len(p.text), reason: "一级标题单独成行，末尾不用“" + p.text[at:] + "”，删去"})
	}
	return hits
}

// fullWidthMark is what a half-width mark is in Chinese text.
var fullWidthMark = map[rune]string{',': "，", ';': "；", ':': "：", '!': "！", '?': "？", '.': "。", '(': "（", ')': "）"}

// halfWidthMarks reports half-width marks that stand in Chinese text: after a
// Chinese character, figure or closing mark, and before a Chinese character or
// the end, all but the full stop also before a figure; brackets around Chinese words, or figures beside them.
func halfWidthMarks(p *passage) []hit {
	var hits []hit
	for i, r := range p.text {
		if r >= utf8.RuneSelf {
			continue
		}
		full := fullWidthMark[r]
		if full == "" {
			continue
		}
		left, right := runeBefore(p.text, i), runeAt(p.text, i+1)
		if left == r || right == r {
			continue // ...: an ellipsis
		}
		chinese := isHan(left) && (isHan(right) || right == edge || isOpening(right) || isDigit(right) && r != '.') ||
			(r == ',' || r == ';') && isHan(right) && (isDigit(left) || isClosing(left)) ||
			r == '(' && (isHan(right) || isDigit(right) && (isHan(left) || isMark(left))) ||
			r == ')' && (isHan(left) || isDigit(left) && (isHan(right) || isMark(right)))
		if chinese {
			hits = append(hits, hit{passage: p, start: i, end: i + 1, reason: "“" + string(r) + "”是半角，写成“" + full + "”"})
		}
	}
	return hits
}

func isOpening(r rune) bool { return r > 0 && strings.ContainsRune("“‘（《〈〔【", r) }
func isClosing(r rune) bool { return r > 0 && strings.ContainsRune("”’）》〉〕】％%", r) }

// fullWidthCharacters reports each run of full-width digits and letters.
func fullWidthCharacters(p *passage) []hit {
	var hits []hit
	for i, r := range p.text {
		if !isFullWidth(r) || isFullWidth(runeBefore(p.text, i)) {
			continue
		}
		half := strings.Builder{}
		end := i
		for isFullWidth(runeAt(p.text, end)) {
			half.WriteRune(runeAt(p.text, end) - '０' + '0')
			end += len("０")
		}
		hits = append(hits, hit{passage: p, start: i, end: end, reason: "“" + p.text[i:end] + "”是全角，写成“" + half.String() + "”"})
	}
	return hits
}

func isFullWidth(r rune) bool {
	return r >= '０' && r <= '９' || r >= 'Ａ' && r <= 'Ｚ' || r >= 'ａ' && r <= 'ｚ'
}

// ellipses reports what stands for …… and is not: one …, three or more dots
// or full stops.
func ellipses(p *passage) []hit {
	return p.repeated(".。…", func(r rune, count int) string {
		if count >= 3 || r == '…' && count != 2 {
			return "省略号写成“……”"
		}
		return ""
	})
}

// repeated goes through the runs of one of some marks, and reports those for
// which judge has a reason.
func (p *passage) repeated(marks string, judge func(r rune, count int) string) []hit {
	var hits []hit
	for i := 0; i < len(p.text); {
		r, size := utf8.DecodeRuneInString(p.text[i:])
		end := i + size
		if r < utf8.RuneSelf && r != '.' || !strings.ContainsRune(marks, r) {
			i = end
			continue
		}
		count := 1
		for runeAt(p.text, end) == r {
			end += size
			count++
		}
		if reason := judge(r, count); reason != "" {
			hits = append(hits, hit{passage: p, start: i, end: end, reason: reason})
		}
		i = end
	}
	return hits
}

const dashSigns = "-－—–―─ー"

// dashes reports runs of signs that stand for —— and are not, and a single —
// where only a dash can be meant: at the front, or after quoted words. In a
// table -- may say that there is no figure.
func dashes(p *passage) []hit {
	if p.Kind == doc.CellPassage || !strings.ContainsAny(p.text, dashSigns) {
		return nil
	}
	var hits []hit
	for i := 0; i < len(p.text); {
		end, count := i, 0
		for strings.ContainsRune(dashSigns, runeAt(p.text, end)) {
			end += utf8.RuneLen(runeAt(p.text, end))
			count++
		}
		if count == 0 {
			i += max(1, utf8.RuneLen(runeAt(p.text, i)))
			continue
		}
		signs, left, right := p.text[i:end], runeBefore(p.text, i), runeAt(p.text, end)
		single := signs == "—" && (left == edge || left == '”' || left == '》') && isHan(right)
		if single || count > 1 && signs != "——" && !(isLetter(left) || isLetter(right)) {
			hits = append(hits, hit{passage: p, start: i, end: end, reason: "破折号占两格，写成“——”"})
		}
		i = end
	}
	return hits
}

// marksBetweenTitles reports, once a passage, a 、 between names in 《》 or
// words in “” that stand side by side.
func marksBetweenTitles(p *passage) []hit {
	for _, between := range []string{"》、《", "”、“"} {
		if at := strings.Index(p.text, between); at >= 0 {
			return []hit{{passage: p, start: at, end: at + len(between),
				reason: "并列的" + map[string]string{"》、《": "书名号", "”、“": "引号"}[between] + "之间通常不用顿号，写成“" + strings.Replace(between, "、", "", 1) + "”"}}
		}
	}
	return nil
}

// doubledMarks reports marks that stand side by side where one is meant.
func doubledMarks(p *passage) []hit {
	var hits []hit
	for i := 0; i < len(p.text); {
		r, size := utf8.DecodeRuneInString(p.text[i:])
		end := i + size
		for isStop(r) && isStop(runeAt(p.text, end)) {
			end += size
		}
		if marks := p.text[i:end]; end > i+size && strings.Trim(marks, "。") != "" || marks == "。。" {
			hits = append(hits, hit{passage: p, start: i, end: end, reason: "“" + marks + "”连用，只留一个"})
		}
		i = end
	}
	return hits
}

func isStop(r rune) bool {
	switch r {
	case '，', '。', '、', '；', '：':
		return true
	}
	return false
}

// notEtc are the characters that make a word with 等 before them.
const notEtc = "级离额待候同价式效比温值量第边高闲于身距腰压差次位份分速长到着我不外"

func marksBeforeEtc(p *passage) []hit {
	return p.marksBefore("等", notEtc)
}

// notAnd are the characters that make a word with 和 or 及 before them.
const notAnd = "谐平解睦气美善县田顺好声议缓蔼煦乐悦龙政静亲而衷时格早至第"

func marksBeforeAnd(p *passage) []hit {
	return append(p.marksBefore("和", notAnd), p.marksBefore("及", notAnd)...)
}

// marksBefore reports a 、 before word, unless one of some characters follows.
func (p *passage) marksBefore(word, unless string) []hit {
	var hits []hit
	for from := 0; ; {
		i := strings.Index(p.text[from:], "、"+word)
		if i < 0 {
			return hits
		}
		at := from + i
		from = at + len("、"+word)
		if next := runeAt(p.text, from); next == edge || !strings.ContainsRune(unless, next) {
			hits = append(hits, hit{passage: p, start: at, end: from, reason: "“" + word + "”前面不用顿号，写成“" + word + "”"})
		}
	}
}

// spaces reports spaces between Chinese characters and before a mark; in a
// table they may set words apart.
func spaces(p *passage) []hit {
	if p.Kind == doc.CellPassage {
		return nil
	}
	var hits []hit
	for i, r := range p.text {
		if !isSpace(r) || isSpace(runeBefore(p.text, i)) {
			continue
		}
		end := i
		for isSpace(runeAt(p.text, end)) {
			end += utf8.RuneLen(runeAt(p.text, end))
		}
		left, right := runeBefore(p.text, i), runeAt(p.text, end)
		if left != edge && isMark(right) || isHan(left) && isHan(right) {
			start := i - utf8.RuneLen(left)
			hits = append(hits, hit{passage: p, start: start, end: end + utf8.RuneLen(right), reason: "删去“" + string(left) + "”后面的空格"})
		}
	}
	return hits
}

func isSpace(r rune) bool { return r == ' ' || r > 0x7F && unicode.IsSpace(r) }
