package hostile

import (
	"fmt"
	"strings"
)

// numberCases are numbers that are none, or of no human size, wherever a
// number may stand.
func numberCases() []Case {
	long := strings.Repeat("9", 400)
	numbers := []string{"1e999999999", "1e3", long, "-" + long, "0." + long, "NaN", ".inf", "-.inf", "-.nan", "0x41", "0b1", "0o17", "1_000", "Infinity", "٣", "+-1", "1e-999999999"}
	rows := func(format string) string {
		var b strings.Builder
		for i, n := range numbers {
			b.WriteString(strings.ReplaceAll(strings.ReplaceAll(format, "@", n), "#", string(rune('a'+i))))
		}
		return b.String()
	}
	end := "正文: 工作有序推进。\n"
	return []Case{
		{Name: "numbers, 数", Want: `areas/a.yaml:4:7: 错误：“1e999999999起”：数不能用科学计数法`, files: body("指标:\n" + rows("  甲#: @起\n") + end)},
		{Name: "numbers, 数 without unit", Want: `areas/a.yaml:4:\d+: 错误：“1e999999999”：数不能用科学计数法`, files: body("指标:\n" + rows("  甲#: {数: @, 单位: 无}\n") + end)},
		{Name: "numbers, 去年同期", Want: `areas/a.yaml:4:\d+: 错误：“1e999999999起”：数不能用科学计数法`, files: body("指标:\n" + rows("  甲#: {数: 1起, 去年同期: @起}\n") + end)},
		{Name: "numbers, 同比", Want: `areas/a.yaml:4:\d+: 错误：“1e999999999%”：数不能用科学计数法`, files: body("指标:\n" + rows("  甲#: {数: 1起, 同比: +@%}\n") + end)},
		{Name: "numbers, 同比位数", Want: `areas/a.yaml:4:\d+: 错误：“同比位数”应是0到6的整数`, files: body("指标:\n" + rows("  甲#: {数: 1起, 同比位数: @}\n") + end)},
		{Name: "numbers, 公式", Want: `areas/a.yaml:5:\d+: 错误：没有“1e999999999”这个指标`, files: body("指标:\n  甲: 1起\n" + rows("  乙#: {公式: 甲 * @}\n") + end)},
		{Name: "numbers, 校核", Want: `areas/a.yaml:6:\d+: 错误：没有“1e999999999”这个指标`, files: body("指标:\n  甲: 1起\n校核:\n" + rows("  - 甲 = @\n") + end)},
		{Name: "numbers, 容差", Want: `areas/a.yaml:6:\d+: 错误：“1e999999999起”：数不能用科学计数法`, files: body("指标:\n  甲: 1起\n校核:\n" + rows("  - {关系: 甲 = 2起, 容差: @起}\n") + end)},
		{Name: "numbers, 顺序", Want: `areas/a.yaml:5:\d+: 错误：“顺序”应是1到9999的整数`, files: body(end + "问题:\n" + rows("  - {标题: 问#, 正文: 文, 顺序: @}\n"))},
		{Name: "numbers, 格式", Want: `areas/a.yaml:5:\d+: 错误：`, files: body("指标:\n  甲: 1起\n" + rows("  乙#: {公式: 甲 + 1起, 格式: 小数@}\n") + end)},
		{Name: "numbers, 期间", Want: `report.yaml:3:5: 错误：期间“1e999999999”看不懂`, files: report("单位: 某局\n标题: 总结\n期间: 1e999999999\n工作: [a]\n")},
		{Name: "numbers, 成文日期", Want: `report.yaml:4:7: 错误：日期“9999999-99-99”看不懂`, files: report(reportHead + "成文日期: 9999999-99-99\n工作: [a]\n")},
		{Name: "numbers in prose", Want: `areas/a.yaml:6:\d+: 错误：.*1e999999999`, files: body("指标:\n  甲: 1起\n正文: |\n" + rows("  {{如果 甲 > @}}多{{结束}}{{率 甲 甲 @}}。\n"))},
		{Name: "products of products", Want: `areas/a.yaml:\d+:\d+: 错误：算出的数太大`, files: body("指标:\n  甲0: {数: 999999999999999999, 单位: 无}\n" + chain(60, "甲%d * 甲%d") + end)},
		{Name: "brackets in a formula, 10,000", Want: `areas/a.yaml:5:11: 错误：“公式”太长，有 20001 个字`, files: body("指标:\n  甲: 1起\n  乙: {公式: " + strings.Repeat("(", depth) + "甲" + strings.Repeat(")", depth) + "}\n" + end)},
		{Name: "brackets in a formula, 4,000", Want: `areas/a.yaml:5:\d+: 错误：括号套得太深`, files: body("指标:\n  甲: 1起\n  乙: {公式: " + strings.Repeat("(", 4_000) + "甲" + strings.Repeat(")", 4_000) + "}\n" + end)},
		{Name: "signs in a formula", Want: `areas/a.yaml:5:\d+: 错误：括号套得太深`, files: body("指标:\n  甲: 1起\n  乙: {公式: 甲" + strings.Repeat("-", depth/2) + "甲}\n" + end)},
		{Name: "long chain of formulas", files: body("指标:\n  甲0: 1人\n" + links(20_000) + end)},
		{Name: "long cycle of formulas", Want: `areas/a.yaml:4:\d+: 错误：公式互相引用：甲0 → .*… → 甲0`, files: body("指标:\n  甲0: {公式: 甲20000 + 1人}\n" + links(20_000) + end)},
	}
}

// chain is n formulas, each of which takes the one before twice.
func chain(n int, formula string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "  甲%d: {公式: "+formula+"}\n", i+1, i, i)
	}
	return b.String()
}

// links is n formulas, each of which adds to the one before.
func links(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "  甲%d: {公式: 甲%d + 1人}\n", i+1, i)
	}
	return b.String()
}
