package figure

import (
	"strings"

	"github.com/shopspring/decimal"
)

var (
	chineseDigits = []rune("零一二三四五六七八九")
	chinesePlaces = []string{"", "十", "百", "千"}
	chineseGroups = []string{"", "万", "亿"}
)

// largestNumeral is the largest number that has a numeral here: 999999999999
// is 九千九百九十九亿…; no document spells out more.
var largestNumeral = decimal.New(1, 12).Sub(decimal.NewFromInt(1))

// chineseNumeral spells a whole number as it is spoken: 零, 十二, 一百零五,
// 一万零三, 负三. The error is a *Mistake.
func chineseNumeral(d decimal.Decimal) (string, error) {
	if !d.IsInteger() {
		return "", &Mistake{d.String() + "不是整数，不能写成汉字", "用阿拉伯数字"}
	}
	if d.Abs().GreaterThan(largestNumeral) {
		return "", &Mistake{d.String() + "太大，不能写成汉字", "用阿拉伯数字"}
	}
	n := d.Abs().IntPart()
	if n == 0 {
		return "零", nil
	}
	text := spell(n)
	if d.IsNegative() {
		text = "负" + text
	}
	return text, nil
}

// spell spells n > 0 group by group of four digits.
func spell(n int64) string {
	var b strings.Builder
	gap := false // places left out since the last digit spelt: one 零, however many
	for group, size := 2, int64(1e8); group >= 0; group, size = group-1, size/1e4 {
		part := n / size % 1e4
		spellGroup(&b, part, &gap)
		gap = part == 0 // zeros at a group's end are not spoken: 一百万五千
		if part > 0 {
			b.WriteString(chineseGroups[group])
		}
	}
	text := b.String()
	if rest, ok := strings.CutPrefix(text, "一十"); ok {
		return "十" + rest
	}
	return text
}

// spellGroup spells four digits.
func spellGroup(b *strings.Builder, part int64, gap *bool) {
	for place, size := 3, int64(1000); place >= 0; place, size = place-1, size/10 {
		digit := part / size % 10
		if digit == 0 {
			*gap = true
			continue
		}
		if *gap && b.Len() > 0 {
			b.WriteRune(chineseDigits[0])
		}
		*gap = false
		b.WriteRune(chineseDigits[digit])
		b.WriteString(chinesePlaces[place])
	}
}
