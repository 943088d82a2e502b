package hostile

import "strings"

// mistakeCases are honest mistakes, by the ten thousand.
func mistakeCases() []Case {
	end := "正文: 工作有序推进。\n"
	indicators := "指标:\n" + numbered(20_000, "  破获第#号毒品案件数: 1起\n")
	return []Case{
		{Name: "20,000 names misspelt in prose", Want: `没有名为“破获第0号毒品案数”的指标\n  提示：是否想写“破获第0号毒品案件数”？`, files: body(indicators + "正文: |\n" + numbered(20_000, "  共{{破获第#号毒品案数}}。\n"))},
		{Name: "15,000 names misspelt in formulas", Want: `没有“破获第0号毒品案数”这个指标\n  提示：是否想写“破获第0号毒品案件数”？`, files: body(indicators + numbered(15_000, "  乙#: {公式: 破获第#号毒品案数 + 1起}\n") + end)},
		{Name: "20,000 names misspelt in 校核", Want: `没有“破获第0号毒品案数”这个指标\n  提示：是否想写“破获第0号毒品案件数”？`, files: body(indicators + "校核:\n" + numbered(20_000, "  - 破获第#号毒品案数 = 1起\n") + end)},
		{Name: "20,000 names misspelt in charts", Want: `没有名为“破获第0号毒品案数”的指标\n  提示：是否想写“破获第0号毒品案件数”？`, files: body(indicators + "图表:\n" + numbered(2_000, "  - {名称: 图#, 类型: 柱状图, 指标: [破获第#号毒品案数, 破获第#号毒品案数, 破获第#号毒品案数, 破获第#号毒品案数, 破获第#号毒品案数, 破获第#号毒品案数, 破获第#号毒品案数, 破获第#号毒品案数, 破获第#号毒品案数, 破获第#号毒品案数]}\n") + end)},
		{Name: "20,000 conditions on names that are not there", files: body(indicators + "正文: |\n" + numbered(20_000, "  文{{如果 有 破获第#号毒品案数}}甲{{结束}}\n"))},
		{Name: "20,000 charts misnamed in prose", Want: `没有名为“涉毒人员图0号图”的图表`, files: body("指标: {甲: 1起, 乙: 2起}\n图表:\n" + numbered(2_000, "  - {名称: 涉毒人员图第#号, 类型: 柱状图, 指标: [甲, 乙]}\n") + "正文: |\n" + numbered(20_000, "  {{图表 \"涉毒人员图#号图\"}}\n"))},
		{Name: "20,000 answers to problems that are not there", Want: `没有标题为“没有的问题0”的问题`, files: body(end + "问题:\n" + numbered(10_000, "  - {标题: 有的问题第#, 正文: 文}\n") + "计划:\n  - 标题: 计\n    正文: 文\n    对应问题: [" + strings.TrimSuffix(numbered(20_000, "没有的问题#, "), ", ") + "]\n")},
		{Name: "20,000 misspelt keys of 结语前言", Want: `report.yaml:5:\d+: 错误：模板里没有用到“结语前言”中的“下半年计戈0”`, files: report(reportHead + "结语前言:\n" + numbered(20_000, "  下半年计戈#: 文\n") + "工作: [a]\n")},
		{Name: "100,000 bad numbers", Want: `错误超过 10000 处，后面的没有再查`, files: body("指标:\n" + numbered(100_000, "  甲#: 一起\n") + end)},
		{Name: "58,000 misspelt keys", Want: `areas/a.yaml:3:1: 错误：一项工作里没有“责任单拉0”这个键`, files: body(numbered(58_000, "责任单拉#: 甲\n") + end)},
		{Name: "100,000 braces in prose", Want: `areas/a.yaml:103:4: 错误：多出的花括号“}”`, files: body("正文: |\n" + strings.Repeat("  甲}乙\n", 100_000))},
		{Name: "260,000 bad numbers in two areas", Want: `a.yaml:\d+:\d+: 错误：数据太多，连这个文件超过 500000 项`, files: func() files {
			f := body("指标:\n" + numbered(130_000, "  甲#: 一起\n") + end)()
			f["areas/b.yaml"] = []byte("工作: 乙\n指标:\n" + numbered(130_000, "  甲#: 一起\n"))
			f[reportName] = []byte(reportHead + "工作: [b, a]\n")
			return f
		}},
		{Name: "100,000 bad lines of YAML", Want: `areas/a.yaml:3:1: 错误：这一行不是“键: 值”`, files: body(strings.Repeat("甲\n\n", 100_000))},
		{Name: "20,000 violations", Want: ``, files: body("指标: {甲: 1起}\n校核:\n" + strings.Repeat("  - 甲 = 2起\n", 20_000) + end)},
		{Name: "100,000 lines in a table of the wrong width", Want: `areas/a.yaml:4:3: 错误：内容太多`, files: body("正文: |\n  |甲|乙|\n  |---|---|\n" + strings.Repeat("  |一|\n", 100_000))},
	}
}
