package merge

import (
	"regexp"
	"strings"
)

// number is a number as people write one, with what scales it and a word for
// 多 or 余 behind.
var number = regexp.MustCompile(`[0-9]+(?:[.,][0-9]+)*(?:万亿|亿|万|千)?[余多]?`)

func countNumbers(text string) int { return len(number.FindAllString(text, -1)) }

// direction is the word before a change.
var direction = regexp.MustCompile(`(?:上升|下降|增长|减少|增加|提高|降低|提升|上涨|下跌|回落|增|减|升|降)(?:了|为)?$`)

// numberIn finds the first number of a text, with the unit behind it and the
// word before it that the printed figure has; -1 where there is none.
func numberIn(text, printed string) (start, end int) {
	at := number.FindStringIndex(text)
	if at == nil {
		return -1, -1
	}
	start, end = at[0], at[1]
	inPrinted := number.FindStringIndex(printed)
	if inPrinted == nil {
		return start, end
	}
	if unit := printed[inPrinted[1]:]; unit != "" {
		end += unitAt(text[end:], unit)
	}
	before := printed[:inPrinted[0]]
	switch word := direction.FindStringIndex(text[:start]); {
	case before == "":
	case strings.HasSuffix(text[:start], before):
		start -= len(before)
	case word != nil:
		start = word[0]
	}
	return start, end
}

// unitAt is how much of what follows a number is its unit: that of the
// figure, or another one that counts the same.
func unitAt(text, unit string) int {
	for _, u := range append([]string{unit}, units...) {
		if strings.HasPrefix(text, u) {
			return len(u)
		}
	}
	return 0
}

// units are those that an editor writes in the place of another.
var units = []string{
	"个百分点", "百分点", "％", "%", "‰", "万元", "亿元", "元", "公斤", "千克", "克", "吨", "公里", "千米", "米", "平方米", "亩",
	"小时", "分钟", "天", "日", "周", "个月", "年", "人次", "人", "名", "位", "起", "件", "次", "个", "家", "户", "条", "份", "辆", "台", "部", "把", "枚", "发", "场", "处", "例", "宗",
}
