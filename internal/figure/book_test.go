package figure_test

import (
	"fmt"
	"strings"
	"testing"

	"banwen/internal/diag"
	"banwen/internal/figure"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// indicators writes test data as lines "名称: 22起", "名称: = 甲 + 乙 | 格式 |
// 单位" or "名称: 待补"; "[工作]" begins another area. A name stands in column
// 1, a formula at its =+1, all in data.yaml.
func indicators(t testing.TB, text string) []figure.Indicator {
	t.Helper()
	var list []figure.Indicator
	area := "禁毒"
	for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
		line = strings.TrimLeft(line, "\t")
		if strings.HasPrefix(line, "[") {
			area = strings.Trim(line, "[]")
			continue
		}
		pos := diag.Pos{File: "data.yaml", Line: i + 1, Col: 1}
		name, rest, found := strings.Cut(line, ": ")
		require.True(t, found, line)
		ind := figure.Indicator{Key: figure.Key{Area: area, Name: name}, Pos: pos, ChangeDigits: 1}
		given, formula, hasFormula := strings.Cut(rest, "= ")
		if hasFormula {
			text, rest, _ := strings.Cut(formula, " |")
			format, unit, _ := strings.Cut(rest, "|")
			pos.Col = len([]rune(name)) + 5
			if given != "" {
				pos.Col += len([]rune(given))
			}
			ind.Formula = &figure.Expression{Text: text, Pos: pos}
			ind.Format, ind.FormatPos = strings.TrimSpace(format), diag.Pos{File: "format"}
			ind.Unit, ind.UnitPos = strings.TrimSpace(unit), diag.Pos{File: "unit"}
		}
		switch given = strings.TrimSpace(given); given {
		case "":
		case "待补":
			ind.Pending = true
		default:
			ind.Given = &figure.Entry{Quantity: quantity(t, given), Pos: pos}
		}
		list = append(list, ind)
	}
	return list
}

// book makes a book that must be without mistakes.
func book(t testing.TB, text string, options figure.Options) *figure.Book {
	t.Helper()
	b, diags := figure.NewBook(indicators(t, text), nil, options)
	require.Empty(t, diags)
	return b
}

func value(t testing.TB, b *figure.Book, name string) *figure.Value {
	t.Helper()
	v, ok := b.Find("禁毒", name)
	require.True(t, ok, name)
	return v
}

// mistakes lists what NewBook finds wrong.
func mistakes(t testing.TB, text string) []string {
	t.Helper()
	_, diags := figure.NewBook(indicators(t, text), nil, figure.Options{})
	var list []string
	for _, d := range diags {
		list = append(list, d.String())
	}
	return list
}

func TestFind(t *testing.T) {
	b := book(t, `
		立案: 22起
		3级以上（含3级）: 684名
		[反诈]
		立案: 190起`, figure.Options{})
	for _, c := range []struct{ area, name, want string }{
		{"禁毒", "立案", "22起"}, {"反诈", "立案", "190起"}, {"禁毒", "反诈.立案", "190起"}, {"反诈", "反诈.立案", "190起"},
		{"禁毒", "反诈．立案", "190起"}, {"信访", "禁毒.立案", "22起"}, {"禁毒", "3级以上（含3级）", "684名"},
	} {
		v, ok := b.Find(c.area, c.name)
		require.True(t, ok, c.name)
		require.Equal(t, c.want, b.Print(v.Quantity))
	}
	for _, name := range []string{"", "立", "立案数", "反诈.", ".立案", "反诈.立", "信访.立案"} {
		_, ok := b.Find("禁毒", name)
		require.False(t, ok, name)
	}
	require.Equal(t, []string{"立案", "禁毒.立案", "禁毒.3级以上（含3级）", "反诈.立案"}, b.Names("反诈"))
	require.Len(t, b.All(), 3)
	require.Equal(t, figure.Key{Area: "反诈", Name: "立案"}, b.All()[2].Key)
}

func TestFormulas(t *testing.T) {
	const data = `
		甲: 22起
		乙: 121起
		丙: 10起
		人: 35人
		钱: 980.48万元
		零钱: 5000元
		大钱: 1.2亿元
		毒: 19.057克
		整公斤: 2公斤
		率: 57.89%
		另率: 55.1%
		千分: 5‰
		数: 2.50
		小时: 90分钟
		地: 15亩
		公顷: 1公顷
		人均: 5元/人
		合计: 7起
		3级以上患者: 684名
		3级以上: 1名
		查－办: 4起
		查: 5起
		办: 2起
		甲、乙: 143起
		在家（含3级）: 568人
		中 文: 8起
		100: 77起
		[反诈]
		甲: 190起
		整（一）: 3起
		[命案.防控]
		数: 1起`
	for _, c := range []struct{ formula, want string }{
		// Operators, half-width and full-width, and what binds first.
		{"甲 + 乙", "143起"}, {"甲＋乙－丙", "133起"}, {"乙-甲-丙", "89起"}, {"甲 + 丙 × 2", "42起"}, {"（甲＋丙）＊2", "64起"},
		{"(甲+丙)*2", "64起"}, {"-甲 + 乙", "99起"}, {"甲 - -丙", "32起"}, {"乙 / 2", "60.5起"}, {"乙÷2", "60.5起"}, {"甲／4／2", "2.75起"},
		{"2 * 3 + 4", "10"}, {"数 × 2", "5"}, {"数 + 1", "3.50"}, {"+甲", "22起"}, {"((((甲))))", "22起"},
		// Functions.
		{"合计(甲, 乙, 丙)", "153起"}, {"合计（甲，乙、丙）", "153起"}, {"平均(甲, 丙)", "16起"}, {"最大(甲,乙,丙)", "121起"},
		{"最小（甲；乙；丙）", "10起"}, {"合计 (甲, 合计(乙, 丙))", "153起"}, {"最大(零钱, 钱)", "9804800元"},
		{"合计(钱, 零钱)", "980.98万元"}, {"合计 + 甲", "29起"}, {"合计(合计, 甲)", "29起"},
		// Names that hold signs, brackets, digits; the longest wins.
		{"3级以上患者 + 3级以上", "685名"}, {"3级以上 × 3", "3名"}, {"查－办", "4起"}, {"查 － 办", "3起"}, {"查-办", "3起"}, {"查－办－办", "2起"},
		{"甲、乙 + 甲", "165起"}, {"合计(甲、乙)", "143起"}, {"合计(甲、丙)", "32起"}, {"在家（含3级） + 人", "603人"}, {"(在家（含3级）)", "568人"},
		{"中 文 + 甲", "30起"}, {"乙 - 100 × 甲 / 甲 × 丙 / 丙 × 甲 / 22", "21起"},
		// Other areas.
		{"反诈.甲 + 甲", "212起"}, {"反诈．甲＋甲", "212起"}, {"禁毒.甲", "22起"}, {"反诈．整（一）＋反诈.甲", "193起"}, {"命案．防控．数 × 3", "3起"},
		// Units.
		{"钱 + 零钱", "980.98万元"}, {"零钱 + 钱", "9809800元"}, {"大钱 - 钱", "1.101952亿元"}, {"毒 + 整公斤", "2019.057克"},
		{"整公斤 - 毒", "1.980943公斤"}, {"人 + 3级以上", "36人"}, {"小时 / 2", "45分钟"}, {"地 - 公顷", "0亩"}, {"公顷 + 地", "2公顷"},
		{"钱 - 100万元", "880.48万元"}, {"甲 + 3起", "25起"}, {"0.5万起 + 甲", "0.5022万起"},
		// Percentages.
		{"率 - 另率", "2.79个百分点"}, {"率 + 另率", "112.99％"}, {"100% - 率", "42.11％"}, {"100% - 率 - 另率", "-12.99％"}, {"率 - 1.5百分点", "56.39％"},
		{"1 - 率", "0.4211"}, {"人 × 50%", "17.5人"}, {"50% × 人", "17.5人"}, {"甲 / 50%", "44起"}, {"率 / 率", "1"}, {"率 * 率", "33.512521％"},
		{"率 × 2", "115.78％"}, {"率 + 千分", "58.39％"}, {"率 - 千分", "57.39个百分点"}, {"丙 / 甲 × 100% | 百分比2", "45.45％"},
		{"丙 / 甲 | 百分比2", "45.45％"}, {"丙 / 甲 | 百分比0", "45％"}, {"丙 / 甲 * 100 | 小数1", "45.5"}, {"丙 / 甲 | 小数3", "0.455"}, {"甲 / 丙", "2.2"},
		{"丙 / 甲 | 百分比2 | %", "45.45％"}, {"甲 / 丙 | | %", "220％"}, {"率 - 另率 | 百分比1", "2.8％"}, {"率 - 另率 | | %", "2.79％"}, {"率 | | 无", "0.5789"},
		{"率 / 另率 | 百分比1", "105.1％"},
		// Formats and units by hand.
		{"钱 + 零钱 | 元0", "9809800元"}, {"钱 | 亿元4", "0.0980亿元"}, {"钱 | 亿元２", "0.10亿元"}, {"钱 | 整数", "980万元"}, {"钱 | 小数1", "980.5万元"},
		{"整公斤 | 吨3", "0.002吨"}, {"甲 | 百分比2 | 无", "2200.00％"}, {"零钱 / 人 | 小数2 | 元/人", "142.86元/人"}, {"零钱 / 人 | 小数1 | 元", "142.9元"},
		{"人均 × 人 | | 元", "175元"}, {"3 × 4 | | 起", "12起"}, {"甲 × 丙 | | 无", "220"}, {"零钱 / 人 + 人均 | 小数2 | 元/人", "147.86元/人"},
		{"零钱 / 3 * 3", "5000元"}, {"甲 / 3 * 3", "22起"}, {"1/3 + 1/3 + 1/3", "1"}, {"甲 / 7 | 整数", "3起"}, {"5 / 2 | 整数", "3"}, {"-5 / 2 | 整数", "-3"},
		{"甲 | 小数2", "22.00起"},
	} {
		b, diags := figure.NewBook(indicators(t, "结果: = "+c.formula+data), nil, figure.Options{})
		assert.Empty(t, diags, c.formula)
		assert.Equal(t, c.want, b.Print(value(t, b, "结果").Quantity), c.formula)
	}
}

func TestFormulaMistakes(t *testing.T) {
	const data = `
		破获案件: 22起
		抓获: 121人
		钱: 5万元
		零: 0起
		率: 50%
		名: 5元/人
		[反诈]
		立案数: 3起`
	at := func(col int) string { return fmt.Sprintf("data.yaml:1:%d: 错误：", col+6) }
	for _, c := range []struct {
		formula string
		want    string
	}{
		{"破获案 + 抓获", at(1) + "没有“破获案”这个指标（是否想写“破获案件”？）"},
		{"破获案件 + 立案数", at(8) + "没有“立案数”这个指标（别的工作的指标写成“反诈.立案数”）"},
		{"破获案件 + 反诈.立案", at(8) + "没有“反诈.立案”这个指标（是否想写“反诈.立案数”？）"},
		{"破获案件数", at(1) + "没有“破获案件数”这个指标（是否想写“破获案件”？）"},
		{"求和(抓获, 抓获)", at(1) + "没有“求和(抓获, 抓获)”这个指标（可用的函数：合计、平均、最大、最小、数）"},
		{"3级以上 + 抓获", at(1) + "没有“3级以上”这个指标"},
		{"破获案件 抓获", at(6) + "“抓获”前面缺少运算符（可用 + - × ÷）"},
		{"破获案件 = 抓获", at(6) + "公式里不能有“=”（公式只写等号右边）"},
		{"=破获案件", at(1) + "公式里不能有“=”（公式只写等号右边）"},
		{"破获案件 +", at(7) + "公式没有写完（补上指标，或去掉多余的运算符）"},
		{"* 破获案件", at(1) + "“*”前面缺少指标（补上指标，或去掉多余的运算符）"},
		{"破获案件 + × 抓获", at(8) + "“×”前面缺少指标（补上指标，或去掉多余的运算符）"},
		{"(破获案件", at(1) + "括号没有合上（补上“）”）"},
		{"破获案件)", at(5) + "多了“)”（去掉它，或补上“（”）"},
		{"合计()", at(4) + "多了“)”（去掉它，或补上“（”）"},
		{"合计(破获案件", at(3) + "括号没有合上（补上“）”）"},
		{"破获案件、抓获", at(5) + "这里不能用“、”（几个数相加写“合计(甲, 乙)”或用“+”）"},
		{"", at(1) + "公式是空的（写上指标和运算符，如“甲 + 乙”）"},
		{"   ", at(4) + "公式是空的（写上指标和运算符，如“甲 + 乙”）"},
		{"破获案件 \x00", at(1) + "第6个字是看不见的字符U+0000（删去重新输入）"},
		{strings.Repeat("(", 300) + "抓获", at(201) + "括号套得太深（分成几个公式）"},
		{strings.Repeat("-", 300) + "抓获", at(201) + "括号套得太深（分成几个公式）"},
		{strings.Repeat("抓获+", 30000) + "抓获", at(1) + "公式太长（分成几个公式）"},
		{"007 + 1", at(1) + "“007”：数的前面多了0（去掉前面的0）"},
		{"破获案件 + 抓获", at(8) + "“破获案件”单位是起，“抓获”单位是人，不能相加（检查指标和单位）"},
		{"破获案件 - 率", at(8) + "“破获案件”单位是起，“率”单位是%，不能相减（检查指标和单位）"},
		{"破获案件 + 3", at(8) + "“破获案件”单位是起，“3”没有单位，不能相加（检查指标和单位）"},
		{"合计(破获案件, 零, 抓获)", at(13) + "“破获案件”单位是起，“抓获”单位是人，不能相加（检查指标和单位）"},
		{"最大(破获案件, 抓获)", at(10) + "“破获案件”单位是起，“抓获”单位是人，不能相比（检查指标和单位）"},
		{"破获案件 / 零 | 百分比2", at(8) + "“零”是0，不能作除数（改正数，或去掉这个公式）"},
		{"1 / (破获案件 - 破获案件)", at(6) + "“破获案件 - 破获案件”是0，不能作除数（改正数，或去掉这个公式）"},
		{"破获案件 / 抓获 | 百分比2", "format: 错误：“结果”的公式算出的单位是起/人，不能按“百分比2”印（检查公式和格式，或写明“单位”）"},
		{"钱 / 抓获", at(1) + "公式算出的单位是“万元/人”，没有现成的单位（写明单位，如“单位: 元/人”）"},
		{"破获案件 × 抓获", at(1) + "公式算出的单位是“起·人”，没有现成的单位（写明单位，如“单位: 元/人”）"},
		{"破获案件 / 3", at(1) + "除不尽，不知道印几位小数（写明格式，如“格式: 小数2”）"},
		{"破获案件 / (破获案件 - 1起)", at(1) + "除不尽，不知道印几位小数（写明格式，如“格式: 百分比2”）"},
		{"零 / 破获案件 * 100 | 百分比2", at(1) + "百分比已经含有×100（去掉×100，或写成×100%）"},
		{"破获案件 | 百分比", "format: 错误：“结果”的公式算出的单位是起，不能按“百分比”印（检查公式和格式，或写明“单位”）"},
		{"破获案件 | 万元2", "format: 错误：“结果”的公式算出的单位是起，不能按“万元2”印（检查公式和格式，或写明“单位”）"},
		{"破获案件 | 百分笔2", "format: 错误：没有“百分笔2”这种格式（是否想写“百分比2”？）"},
		{"破获案件 | 两位", "format: 错误：没有“两位”这种格式（可写百分比2、小数1、整数、万元2、亿元2、元2）"},
		{"破获案件 | 小数", "format: 错误：没有“小数”这种格式（是否想写“小数1”？）"},
		{"破获案件 | 小数99", "format: 错误：“格式: 小数99”的小数位太多（最多8位）"},
		{"破获案件 | | 人", "unit: 错误：“结果”的公式算出的单位是起，不能换成“人”（检查公式和单位）"},
		{"破获案件 | | 5人", "unit: 错误：单位“5人”里不能有“5”（单位只写“起”“人次”“万元”这样的词）"},
		{"999999999999999999起 * 999999999999999999", at(1) + "算出的数太大（检查公式，或换万、亿作单位）"},
		{"结果 + 1", at(1) + "公式互相引用：结果 → 结果（其中一个改写为“数”）"},
	} {
		assert.Equal(t, []string{c.want}, mistakes(t, "结果: = "+c.formula+data), brief(c.formula))
	}
}

func brief(s string) string { return s[:min(len(s), 60)] }

func TestAllMistakesAtOnce(t *testing.T) {
	require.Equal(t, []string{
		"data.yaml:2:7: 错误：没有“甲乙丙”这个指标",
		"data.yaml:2:13: 错误：没有“壬癸”这个指标",
		"data.yaml:3:6: 错误：公式互相引用：丙 → 己 → 反诈.庚 → 丙（其中一个改写为“数”）",
		"data.yaml:6:1: 错误：指标“甲”重复了（第一处在data.yaml:1:1）",
	}, mistakes(t, `
		甲: 1起
		乙一: = 甲乙丙 + 壬癸
		丙: = 己 + 甲
		己: = 反诈.庚
		又: = 乙一 + 丙
		甲: 5起
		[反诈]
		庚: = 禁毒.丙 + 禁毒.甲`))
}

func TestLongCycleIsTold(t *testing.T) {
	var b strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&b, "环%d号: = 环%d号\n", i, (i+1)%1000)
	}
	require.Equal(t, []string{
		"data.yaml:1:8: 错误：公式互相引用：环0号 → 环1号 → 环2号 → 环3号 → 环4号 → 环5号 → 环6号 → … → 环0号（其中一个改写为“数”）",
	}, mistakes(t, b.String()))
}

func TestGivenAndFormula(t *testing.T) {
	b := book(t, `
		总数: 223人
		劝返: 148人
		未劝返: 76人 = 总数 - 劝返
		劝返率: 66.37% = 劝返 / 总数
		照应甲: 5起 = 照应乙
		照应乙: 5起 = 照应甲`, figure.Options{})
	left := value(t, b, "未劝返")
	require.Equal(t, "76人", b.Print(left.Quantity))
	require.Equal(t, "76", left.Exact.String())
	require.Equal(t, "75人", b.Print(*left.Computed))
	rate := value(t, b, "劝返率")
	require.Equal(t, "66.37％", b.Print(*rate.Computed))
	require.Equal(t, "66.3677130044843", rate.Computed.Number.Truncate(13).String())
	require.Equal(t, "66.37", rate.Exact.String())
	require.Nil(t, value(t, b, "总数").Computed)
	require.Equal(t, "5起", b.Print(*value(t, b, "照应甲").Computed))

	require.Equal(t, []string{"data.yaml:2:9: 错误：“乙”的公式算出的单位是起，不能换成“人”（检查公式和单位）"},
		mistakes(t, "甲: 3起\n乙: 3人 = 甲"))
}

func TestInputsAndTerm(t *testing.T) {
	b := book(t, `
		甲: 22起
		乙: 121起
		丙: = (乙 - 甲) / 乙 + 0 × 甲 / 甲 | 百分比1`, figure.Options{})
	v := value(t, b, "丙")
	require.Equal(t, []*figure.Value{value(t, b, "乙"), value(t, b, "甲")}, v.Inputs)
	require.Equal(t, figure.OpAdd, v.Term.Op)
	require.Equal(t, figure.OpDivide, v.Term.Operands[0].Op)
	require.Equal(t, figure.OpSubtract, v.Term.Operands[0].Operands[0].Op)
	require.Same(t, value(t, b, "乙"), v.Term.Operands[0].Operands[1].Value)
	require.Equal(t, "81.8％", b.Print(v.Quantity))
	require.Equal(t, "81.8181818181818181", v.Exact.Truncate(16).String())
}

func TestPending(t *testing.T) {
	b := book(t, `
		甲: 待补
		乙: 5起
		丙: = 甲 + 乙
		丁: = 丙 × 2
		戊: 9起 = 甲 + 乙
		己: = 戊 + 乙`, figure.Options{})
	for name, pending := range map[string]bool{"甲": true, "乙": false, "丙": true, "丁": true, "戊": false, "己": false} {
		require.Equal(t, pending, value(t, b, name).Pending, name)
	}
	require.Nil(t, value(t, b, "戊").Computed)
	require.Equal(t, "14起", b.Print(value(t, b, "己").Quantity))
	require.Len(t, value(t, b, "丙").Inputs, 2)
	_, err := b.YearOnYear(value(t, b, "丙"), figure.DefaultWords)
	require.EqualError(t, err, "“丙”待补，还不能计算（补上数，去掉“待补”）")
	_, err = b.Rate(value(t, b, "乙"), value(t, b, "甲"), 1)
	require.EqualError(t, err, "“甲”待补，还不能计算（补上数，去掉“待补”）")
}

func TestNothingGiven(t *testing.T) {
	ind := figure.Indicator{Key: figure.Key{Area: "禁毒", Name: "甲"}, Pos: diag.Pos{File: "data.yaml", Line: 1, Col: 1}, ChangeDigits: 1}
	b, diags := figure.NewBook([]figure.Indicator{ind}, nil, figure.Options{})
	require.Len(t, diags, 1)
	require.Equal(t, "data.yaml:1:1: 错误：指标“甲”没有数（写上“数”或“公式”，还没有的写“待补: true”）", diags[0].String())
	require.True(t, value(t, b, "甲").Failed)

	ind.Given, ind.Format = &figure.Entry{Quantity: quantity(t, "3起")}, "整数"
	_, diags = figure.NewBook([]figure.Indicator{ind}, nil, figure.Options{})
	require.Len(t, diags, 1)
	require.Equal(t, "data.yaml:1:1: 错误：“格式”只用于公式的结果（去掉“格式”，把数写成要印的样子）", diags[0].String())
}

func TestApprox(t *testing.T) {
	list := indicators(t, "甲: 980.48万元\n乙: 100起\n丙: = 乙 × 3")
	for i := range list {
		list[i].Approx = true
	}
	b, diags := figure.NewBook(list, nil, figure.Options{})
	require.Empty(t, diags)
	for name, want := range map[string]string{"甲": "980.48万余元", "乙": "100余起", "丙": "300余起"} {
		require.Equal(t, want, b.Print(value(t, b, name).Quantity))
	}
}

func TestRounding(t *testing.T) {
	const data = `
		甲: 1件
		三: 3件
		八: 8件
		负: -1件
		三分: = 甲 / 三 × 2 | 百分比1
		八分: = 甲 / 八 | 百分比1
		八舍: = 甲 / 八 | 百分比0
		负八: = 负 / 八 | 小数2
		还原: = 三分 × 三 / 2 | 整数`
	up := book(t, data, figure.Options{})
	down := book(t, data, figure.Options{Truncate: true, PercentSign: "%"})
	for name, want := range map[string][2]string{
		"三分": {"66.7％", "66.6%"}, "八分": {"12.5％", "12.5%"}, "八舍": {"13％", "12%"}, "负八": {"-0.13", "-0.12"},
		"还原": {"1件", "1件"}, // two thirds, used again, are still two thirds: cutting them off loses nothing
	} {
		require.Equal(t, want[0], up.Print(value(t, up, name).Quantity), name)
		require.Equal(t, want[1], down.Print(value(t, down, name).Quantity), name)
	}
	require.Equal(t, "％", up.Options().PercentSign)
}
