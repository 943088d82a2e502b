package figure

// defaultPercentSign is how % prints in Chinese text.
const defaultPercentSign = "％"

// Print gives the quantity as it stands in prose: 22起, 18.90万元, 66.37％, 980.48万余元.
func (b *Book) Print(q Quantity) string {
	before, after := b.unitWords(q)
	return b.PrintNumber(q) + before + after
}

// PrintNumber gives the number alone, as typed: 18.90.
func (b *Book) PrintNumber(q Quantity) string {
	return b.options.round(q.Number, q.Decimals).StringFixed(q.Decimals)
}

// unitWords gives the unit as printed. An approximate figure's 余 stands
// before the unit itself, after 万 and 亿: 万余 + 元.
func (b *Book) unitWords(q Quantity) (before, after string) {
	scale, base := splitScale(q.Unit.Name)
	if base == percent {
		base = b.percentSign()
	}
	if q.Approx {
		scale += "余"
	}
	return scale, base
}

func (b *Book) percentSign() string {
	if b.options.PercentSign == "" {
		return defaultPercentSign
	}
	return b.options.PercentSign
}

// PrintChinese gives the quantity with its number in Chinese numerals: 两年,
// 五个, 十二万起, 百分之五. A whole number only; else an error.
func (b *Book) PrintChinese(q Quantity) (string, error) {
	numeral, err := chineseNumeral(q.Number)
	if err != nil {
		return "", err
	}
	if q.Unit.Name == percent {
		return "百分之" + numeral, nil
	}
	before, after := b.unitWords(q)
	unit := before + after
	if numeral == "二" && unit != "" && !staysEr[unit] {
		numeral = "两"
	}
	return numeral + unit, nil
}

// PrintChineseNumber gives the number alone in Chinese numerals, as in 第一
// or 零发生: 2 is 二 here. A whole number only; else an error.
func (b *Book) PrintChineseNumber(q Quantity) (string, error) {
	return chineseNumeral(q.Number)
}

// staysEr are the units before which 2 is 二, not 两: those that count places
// in an order (二级, 二月), and 两 itself.
var staysEr = map[string]bool{"月": true, "日": true, "号": true, "级": true, "等": true, "季度": true, "两": true}
