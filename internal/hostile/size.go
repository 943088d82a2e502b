package hostile

import (
	"fmt"
	"strings"
)

// mega is a million bytes, less than what a line may have.
const mega = 1_000_000

// sizeCases are reports that are too large, in one way each.
func sizeCases() []Case {
	long := strings.Repeat("文", mega/3)
	return []Case{
		{Name: "50 MB area", Want: `areas/a.yaml: 错误：文件超过 8 MB`, files: func() files {
			return files{areaName: []byte(strings.Repeat("工作: 甲\n", 50<<20/12))}
		}},
		{Name: "50 MB report.yaml", Want: `report.yaml: 错误：文件超过 8 MB`, files: func() files {
			return files{reportName: []byte(strings.Repeat("工作: 甲\n", 50<<20/12))}
		}},
		{Name: "50 files of 1 MB", Want: `错误：连这个文件，报告的数据超过 16 MB`, files: func() files {
			f := report(reportHead + "工作: [" + strings.TrimSuffix(numbered(50, "b#, "), ", ") + "]\n")()
			for i := range 50 {
				f[fmt.Sprintf("areas/b%d.yaml", i)] = []byte(fmt.Sprintf("工作: 乙%d\n标题: 甲\n正文: |\n", i) + strings.Repeat("  文字文字文字文字文字文字文字文字文字\n", 18_000))
			}
			return f
		}},
		{Name: "50 MB template", Want: `report.yaml:4:5: 错误：模板“t”的 document.txt .*超过`, files: func() files {
			f := layout(layoutHead)()
			f[layoutName] = []byte(strings.Repeat("甲乙丙丁\n", 50<<20/13))
			return f
		}},
		{Name: "50 MB profile", Want: `report.yaml:4:5: 错误：版式`, files: func() files {
			return files{
				reportName:        []byte(reportHead + "版式: p\n工作: [a]\n"),
				"profiles/p.yaml": []byte(strings.Repeat("甲: 乙\n", 50<<20/9)),
			}
		}},
		{Name: "8 MB of text in 8 lines", Want: `错误：.*(太长|太多)`, files: body("正文: |\n" + strings.Repeat("  "+strings.Repeat("文", 340_000)+"\n", 8))},
		{Name: "8 MB of text in 200,000 lines", Want: `错误：.*(太长|太多)`, files: body("正文: |\n" + strings.Repeat("  文字文字文字文字文字文\n", 200_000))},
		{Name: "line of 8 MB", Want: `areas/a.yaml:3:1: 错误：这一行太长，超过 1 MB`, files: body("正文: " + strings.Repeat("文", 2_700_000) + "\n")},
		{Name: "lines without end", Want: `areas/a.yaml:1:1: 错误：文件超过 300000 行`, files: area(strings.Repeat("\n", 1_000_000))},
		{Name: "title of 1 MB", Want: `report.yaml:2:5: 错误：“标题”太长，有 333333 个字，最多 10000 个`, files: report("单位: 某局\n标题: " + long + "\n期间: 2023上半年\n工作: [a]\n")},
		{Name: "organ of 1 MB", Want: `report.yaml:1:5: 错误：“单位”太长`, files: report("单位: " + long + "\n标题: 总结\n期间: 2023上半年\n成文日期: 2023-06-30\n工作: [a]\n")},
		{Name: "area name of 1 MB", Want: `areas/a.yaml:1:5: 错误：“工作”太长，有 333333 个字，最多 10000 个`, files: area("工作: " + long + "\n标题: 甲\n正文: 乙\n")},
		{Name: "heading of 1 MB", Want: `areas/a.yaml:2:5: 错误：“标题”太长`, files: area("工作: 甲\n标题: " + long + "\n正文: 乙\n")},
		{Name: "indicator name of 1 MB", Want: `areas/a.yaml:4:3: 错误：冒号前面的名称太长，有 333333 个字`, files: body("指标:\n  " + long + ": 1起\n正文: 共{{" + long + "}}。\n")},
		{Name: "key of 1 MB", Want: `areas/a.yaml:3:1: 错误：冒号前面的名称太长，有 333333 个字`, files: body(long + ": 1\n正文: 甲\n")},
		{Name: "number of 1 MB", Want: `areas/a.yaml:4:6: 错误：“甲”太长`, files: body("指标:\n  甲: " + strings.Repeat("1", mega) + "起\n正文: 甲\n")},
		{Name: "unit of 1 MB", Want: `areas/a.yaml:4:6: 错误：“甲”太长`, files: body("指标:\n  甲: 1" + strings.Repeat("起", mega/3) + "\n正文: 甲\n")},
		{Name: "formula of 1 MB", Want: `areas/a.yaml:5:\d+: 错误：“公式”太长`, files: body("指标:\n  甲: 1起\n  乙: {公式: " + strings.Repeat("甲+", 250_000) + "甲}\n正文: 甲\n")},
		{Name: "choice of 1 MB", Want: `areas/a.yaml:4:\d+: 错误：“类型”太长`, files: body("图表:\n  - {名称: 图, 类型: " + long + ", 指标: [甲]}\n正文: 甲\n")},
		{Name: "template name of 1 MB", Want: `report.yaml:4:5: 错误：“模板”太长`, files: report(reportHead + "模板: " + long + "\n工作: [a]\n")},
		{Name: "profile name of 1 MB", Want: `report.yaml:4:5: 错误：“版式”太长`, files: report(reportHead + "版式: " + long + "\n工作: [a]\n")},
		{Name: "before of 1 MB", Want: `report.yaml:4:5: 错误：“上期”太长`, files: report(reportHead + "上期: ../" + long + "\n工作: [a]\n")},
		{Name: "area id of 1 MB", Want: `report.yaml:4:6: 错误：“工作”第1项太长`, files: report(reportHead + "工作: [" + long + "]\n")},
		{Name: "unknown name of 1 MB in prose", Want: `areas/a.yaml:3:\d+: 错误：没有名为“文+…”的指标`, files: body("正文: 共{{" + long + "}}。\n")},
		{Name: "100,000 areas listed", Want: `report.yaml:4:\d+: 错误：没有文件 areas/b0.yaml`, files: report(reportHead + "工作: [" + strings.TrimSuffix(numbered(100_000, "b#, "), ", ") + "]\n")},
		{Name: "50,000 areas listed, 1,000 there", Want: `report.yaml:5:5: 错误：没有文件 areas/项目目0.yaml`, files: func() files {
			f := report(reportHead + "工作:\n" + numbered(50_000, "  - 项目目#\n"))()
			for i := range 1_000 {
				f[fmt.Sprintf("areas/项目名称%d.yaml", i)] = []byte("工作: 甲" + fmt.Sprint(i) + "\n")
			}
			return f
		}},
		{Name: "one area listed 100,000 times", Want: `report.yaml:4:\d+: 错误：“a”列了两次`, files: report(reportHead + "工作: [" + strings.Repeat("a, ", 100_000) + "a]\n")},
		{Name: "chart of 10,000 categories", Want: `错误：图表“图”：柱状图最多12个分类，现有10000个`, files: body("指标:\n" + numbered(10_000, "  甲#: 1起\n") + "图表:\n  - {名称: 图, 类型: 柱状图, 指标: [" + strings.TrimSuffix(numbered(10_000, "甲#, "), ", ") + "]}\n正文: 甲\n")},
		{Name: "pie of 10,000 slices", Want: `错误：图表“图”：饼图最多分12块，现有10000块`, files: body("指标:\n" + numbered(10_000, "  甲#: 1起\n") + "图表:\n  - {名称: 图, 类型: 饼图, 指标: [" + strings.TrimSuffix(numbered(10_000, "甲#, "), ", ") + "]}\n正文: 甲\n")},
		{Name: "chart of 5,000 series", Want: `错误：图表“图”：柱状图最多6组数，现有5000组`, files: body("指标: {甲: 1起}\n图表:\n  - 名称: 图\n    类型: 柱状图\n    系列:\n" + numbered(5_000, "      - {名称: 系#, 指标: [甲]}\n") + "正文: 甲\n")},
		{Name: "5,000 charts", Want: `areas/a.yaml:\d+:10: 错误：内容太多，连同图表超过 4 MB`, files: body("指标: {甲: 1起, 乙: 2起}\n图表:\n" + numbered(5_000, "  - {名称: 图#, 类型: 柱状图, 指标: [甲, 乙]}\n") + "正文: 甲\n")},
		{Name: "table of 5,000 series", Want: `错误：表格有5002栏，最多63栏`, files: body("指标: {甲: 1起}\n图表:\n  - 名称: 图\n    类型: 柱状图\n    系列:\n" + numbered(5_000, "      - {名称: 系#, 指标: [甲]}\n") + "正文: |\n  文\n\n  {{表格 \"图\"}}\n")},
		{Name: "table of 1,000 columns", Want: `areas/a.yaml:4:\d+: 错误：表格有1000栏，最多63栏`, files: body("正文: |\n  " + strings.Repeat("|甲", 1_000) + "|\n  " + strings.Repeat("|---", 1_000) + "|\n" + strings.Repeat("  "+strings.Repeat("|1", 1_000)+"|\n", 100))},
		{Name: "table of 50,000 lines", Want: `错误：.*(太长|太多)`, files: body("正文: |\n  |甲|乙|\n  |---|---|\n" + strings.Repeat("  |一|二|\n", 50_000))},
	}
}
