package compose_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Every mistake in prose is found where it stands: in line 13 of
// the area's file, from column 3 on.
func TestMistakesInProse(t *testing.T) {
	area := `指标: {破获案件: 22起, 办结: 20起, 金额: 3万元, 零: 0起}
时段: {办结期: 5月}
图表:
  - {名称: 案件, 类型: 柱状图, 指标: [破获案件]}
问题:
  - {标题: 不足, 正文: 内容}
正文: |
  开头。
  `
	for text, want := range map[string][]string{
		"破{{破获案}}、{{办結}}":                  {"13:6: 错误：没有名为“破获案”的指标（是否想写“破获案件”？）", "13:14: 错误：没有名为“办結”的指标（是否想写“办结”？）"},
		"{{甲.破获案}}":                        {"13:5: 错误：没有名为“甲.破获案”的指标（是否想写“甲.破获案件”？）"},
		"{{同比破获案件}}":                       {"13:5: 错误：没有名为“同比破获案件”的指标（“同比”后面要空一格）"},
		"{{数 破获案}}":                        {"13:7: 错误：没有名为“破获案”的指标（是否想写“破获案件”？）"},
		"{{数 破获案件 办结}}":                    {"13:12: 错误：多出的“办结”（删去它；名称里有空格的加引号）"},
		"{{数 “破获案件” 办结}}":                  {"13:14: 错误：多出的“办结”（删去它；名称里有空格的加引号）"},
		"{{数}}":                            {"13:5: 错误：“数”后面要写指标的名称（写成 {{数 指标}}）"},
		"{{率 破获案 办结}}":                     {"13:7: 错误：没有名为“破获案”的指标（是否想写“破获案件”？）"},
		"{{率 破获案件}}":                       {"13:3: 错误：“率”后面要写2个指标（名称之间空一格）"},
		"{{率 办结 破获案件 9}}":                  {"13:15: 错误：“9”不是小数位数（写0到6的一个数，如 {{率 甲 乙 1}}）"},
		"{{率 办结 零}}":                       {"13:3: 错误：“零”是0，不能算“办结”占它的率（改正数，或不写这个率）"},
		"{{同比 办结}}":                        {"13:3: 错误：“办结”没有去年同期数（写上“去年同期”或“同比”）"},
		"{{同比 办结 \"增加\"}}":                 {"13:11: 错误：“同比”要么不写词，要么写两个词（写成 {{同比 指标 \"增加\" \"减少\"}}）"},
		"{{完成率 办结}}":                       {"13:3: 错误：“办结”没有计划数（写上“计划”）"},
		"{{图表 \"案什\"}}":                    {"13:8: 错误：没有名为“案什”的图表（是否想写“案件”？）"},
		"见{{图表 \"案件\"}}":                   {"13:4: 错误：“图表”要单独写一行（前后换行）"},
		"{{正文}}":                           {"13:5: 错误：这里不能放“正文”全文（只能写在模板文件里）"},
		"{{结语前言.下半年计划}}":                   {"13:5: 错误：没有名为“结语前言.下半年计划”的指标"},
		"{{如果 破获案 > 3}}多{{结束}}":            {"13:8: 错误：没有名为“破获案”的指标（是否想写“破获案件”？）"},
		"{{如果 办结 > 金额}}多{{结束}}":            {"13:8: 错误：“办结”的单位是起，“金额”的单位是万元，不能比较（比较同一单位的数）"},
		"{{如果 办结 > 3}}多{{否则}}{{办吉}}{{结束}}": {"13:25: 错误：没有名为“办吉”的指标（是否想写“办结”？）"},
		"{{每个 工做}}甲{{结束}}":                 {"13:8: 错误：“每个”后面不能是“工做”，可写工作、问题、计划、指标（是否想写“工作”？）"},
		"**粗":                              {"13:3: 错误：** 没有成对（加粗的文字前后都写 **，不跨段）"},
		"# ":                               {"13:3: 错误：标题是空的（在 # 后面写上标题）"},
		"### 深":                            {"13:3: 错误：标题最多4级（减少 #）"},
		"| 甲 | 乙 |":                        {"13:3: 错误：表格的第二行不对，应有2栏（第二行写 |---|，一栏一个；居中写 :--:，靠右写 --:）"},
		"# 。":                              {"13:3: 错误：标题是空的（在 # 后面写上标题）"},
		"|\n  |":                           {"13:3: 错误：表格的第二行不对，应有0栏（第二行写 |---|，一栏一个；居中写 :--:，靠右写 --:）"},
		"| 甲 |\n  |--|\n  | {{图表 案件}} |":   {"15:5: 错误：“图表”要单独写一行（前后换行）"},
		"| 甲 | 乙 |\n  |--|--|\n  | 1 |":    {"15:3: 错误：表格这一行有1栏，表头有2栏（各行的栏数要一样）"},
	} {
		d, diags := given{area: area + text + "\n"}.compose(t)
		require.Nil(t, d, text)
		var got []string
		for _, m := range messages(diags) {
			got = append(got, strings.TrimPrefix(m, "areas/a.yaml:"))
		}
		require.Equal(t, want, got, text)
	}
}

// Mistakes of several kinds in several files are reported at once.
func TestAllMistakesAtOnce(t *testing.T) {
	d, diags := given{
		report: plainReport + "导语: |\n  开头{{甲.立按}}。\n结语前言: {上半年计划: 内容}\n",
		area: `指标: {立案: 22起, 抓获: 5人}
正文: 内容
问题:
  - {标题: "立案{{立案", 正文: 内容}
图表:
  - {名称: 甲图, 类型: 饼图, 指标: [立案], 对比: 去年同期}
  - {名称: 乙图, 类型: 柱状图, 指标: [立按]}
  - {名称: 丙图, 类型: 柱状图, 指标: [立案, 抓获]}
`}.compose(t)
	require.Nil(t, d)
	require.Equal(t, []string{
		"areas/a.yaml:8:13: 错误：{{ 没有对应的 }}（在同一行补上 }}）",
		"areas/a.yaml:10:27: 错误：“立案”没有去年同期数（写上“去年同期”）",
		"areas/a.yaml:11:28: 错误：没有名为“立按”的指标（是否想写“立案”？）",
		"areas/a.yaml:12:10: 错误：图表“丙图”里的单位不同：起、人（分成几张图，或改用有系列的柱状图）",
		"report.yaml:8:7: 错误：没有名为“甲.立按”的指标（是否想写“甲.立案”？）",
		"report.yaml:9:15: 错误：模板里没有用到“结语前言”中的“上半年计划”（是否想写“下半年计划”？）",
	}, messages(diags))
}

func TestMistakesInTemplate(t *testing.T) {
	area := "指标: {立案: 22起}\n正文: 内容\n"
	for layout, want := range map[string][]string{
		"# {{标提}}\n{{每个 工作}}\n{{正文}}\n{{结束}}":          {"r:1:5: 错误：没有名为“标提”的指标（是否想写“标题”？）"},
		"# {{标题}}\n{{每个 工作}}\n{{正文}}\n":                {"r:2:1: 错误：“每个”没有结束（补上 {{结束}}）"},
		"{{每个 工作}}\n{{正文}}\n{{结束}}":                    {"r: 错误：模板里没有标题行（在开头写一行 # {{标题}}）"},
		"# {{标题}}\n{{导语}}\n{{每个 工作}}{{正文}}{{结束}}":      {"r:2:3: 错误：“导语”是空的（在 report.yaml 里写上“导语”）"},
		"# 甲\n# 乙\n{{每个 工作}}{{正文}}{{结束}}":              {"r:2:1: 错误：文件的标题写了两次（文中的标题写 ##）"},
		"# 甲\n全文{{每个 工作}}{{正文}}{{结束}}":                 {"areas/a.yaml:6:5: 警告：模板没有用到这段“正文”（检查模板里的 {{每个 …}} 和 {{如果 …}}）", "r:2:12: 错误：“正文”要单独写一行（前后换行）"},
		"\ufeff# 甲\r\n{{立案}}\r\n{{每个 工作}}{{正文}}{{结束}}": {"r:2:3: 错误：没有名为“立案”的指标（别的工作的指标写成“甲.立案”）"},
		"# 甲\n{{每个 工作}}{{每个 工作}}{{每个 工作}}{{正文}}": {
			"r:2:1: 错误：“每个”没有结束（补上 {{结束}}）", "r:2:10: 错误：“每个”没有结束（补上 {{结束}}）", "r:2:19: 错误：“每个”没有结束（补上 {{结束}}）",
		},
	} {
		d, diags := given{area: area, layout: layout}.compose(t)
		require.Nil(t, d, layout)
		var got []string
		for _, m := range messages(diags) {
			got = append(got, strings.Replace(m, "templates/half-year-summary/document.txt", "r", 1))
		}
		require.Equal(t, want, got, layout)
	}
}

// A text that comes to itself again, directly or by a detour, is a mistake.
func TestCircularTexts(t *testing.T) {
	_, diags := given{
		report: strings.Replace(plainReport, "标题: 工作总结", "标题: 总结{{标题}}", 1),
		area:   "正文: 内容\n问题:\n  - {标题: \"甲{{每个 问题}}{{标题}}{{结束}}\", 正文: 内容}\n",
	}.compose(t)
	require.Equal(t, []string{
		"areas/a.yaml:7:11: 错误：“标题”里又用到了自己（删去引用自己的那一处）",
		"report.yaml:2:5: 错误：“标题”里又用到了自己（删去引用自己的那一处）",
	}, messages(diags))
}

// What the template leaves out is told; what it has no place for is refused.
func TestNothingIsLostSilently(t *testing.T) {
	d, diags := given{
		area:   "正文: 内容\n问题:\n  - {标题: 不足, 正文: 内容}\n",
		layout: "# {{标题}}\n{{每个 工作}}\n{{正文}}\n{{结束}}",
	}.compose(t)
	require.NotNil(t, d)
	require.Equal(t, []string{"areas/a.yaml:7:18: 警告：模板没有用到这段“正文”（检查模板里的 {{每个 …}} 和 {{如果 …}}）"}, messages(diags))

	chart := "指标: {立案: 22起}\n图表:\n  - {名称: 图, 类型: 柱状图, 指标: [立案]}\n"
	d, diags = given{area: "正文: 内容\n", others: map[string]string{
		"areas/b.yaml": "工作: 乙\n责任单位: 乙大队\n" + chart,
	}, report: strings.Replace(plainReport, "[a]", "[a, b]", 1)}.compose(t)
	require.Nil(t, d)
	require.Equal(t, []string{"areas/b.yaml:5:10: 错误：图表“图”没有放进文中（在问题或计划里写 {{图表 \"图\"}}）"}, messages(diags))

	d, diags = given{area: "指标: {立案: 22起}\n正文: \"{{如果 立案 > 30}}多{{结束}}\"\n"}.compose(t)
	require.Nil(t, d)
	require.Equal(t, []string{"areas/a.yaml:6:6: 错误：“正文”什么也没有印出来（检查里面的 {{如果 …}}）"}, messages(diags))
}

// Of names equally near the same one is hinted at every time.
func TestHintsRepeat(t *testing.T) {
	report := plainReport + "结语前言: {甲月计划: 内容, 乙月计划: 内容, 丙月计划: 内容, 丁月计划: 内容}\n"
	layout := "# {{标题}}\n{{每个 工作}}\n{{正文}}\n{{结束}}\n{{结语前言.甲月计划}}\n{{结语前言.乙月计划}}\n{{结语前言.丙月计划}}\n{{结语前言.丁月计划}}\n{{结语前言戊月计划}}\n"
	_, first := given{report: report, area: "正文: 内容\n", layout: layout}.compose(t)
	require.Contains(t, messages(first)[0], "是否想写")
	for range 20 {
		_, again := given{report: report, area: "正文: 内容\n", layout: layout}.compose(t)
		require.Equal(t, messages(first), messages(again))
	}
}

// A misspelt name in 如果 有 is not an error, but someone should look.
func TestNearlyExistingNameIsToldOf(t *testing.T) {
	d, diags := given{area: "指标: {破获案件: 22起}\n正文: \"甲{{如果 有 破获案}}多{{结束}}\"\n"}.compose(t)
	require.NotNil(t, d)
	require.Equal(t, []string{"areas/a.yaml:6:14: 警告：没有“破获案”，这里按“没有”处理（是否想写“破获案件”？）"}, messages(diags))
}

func TestEndlessLoopsEnd(t *testing.T) {
	var ids, areas = []string{"a"}, map[string]string{}
	for _, id := range strings.Split("bcdefghijklmnopqrstuvwxyz", "") {
		ids = append(ids, id)
		areas["areas/"+id+".yaml"] = "工作: 工作" + id + "\n责任单位: 大队\n标题: 题\n正文: 文\n"
	}
	loops := strings.Repeat("{{每个 工作}}", 6) + "甲" + strings.Repeat("{{结束}}", 6)
	d, diags := given{
		report: strings.Replace(plainReport, "[a]", "["+strings.Join(ids, ", ")+"]", 1), others: areas,
		area: "正文: 内容\n", layout: "# {{标题}}\n{{每个 工作}}\n{{正文}}\n{{结束}}\n" + loops,
	}.compose(t)
	require.Nil(t, d)
	require.Equal(t, []string{"templates/half-year-summary/document.txt:5:1: 错误：循环太多或内容太长，算不完（减少套在一起的 {{每个 …}}）"}, messages(diags))
}

func TestEndlessLoopInProseIsToldWhereItStands(t *testing.T) {
	var indicators strings.Builder
	for i := range 20 {
		fmt.Fprintf(&indicators, "  第%d项: 1起\n", i)
	}
	loops := strings.Repeat("{{每个 指标}}", 6) + "甲" + strings.Repeat("{{结束}}", 6)
	d, diags := given{area: "指标:\n" + indicators.String() + "正文: |\n  第一段。\n  又" + loops + "\n"}.compose(t)
	require.Nil(t, d)
	require.Equal(t, []string{"areas/a.yaml:28:4: 错误：循环太多或内容太长，算不完（减少套在一起的 {{每个 …}}）"}, messages(diags))
}

func TestTooLongATextIsToldWhereItBegins(t *testing.T) {
	d, diags := given{area: "指标: {甲: 1起}\n正文: |\n  " + strings.Repeat(strings.Repeat("{{甲}}", 10_000)+"\n  ", 31) + "\n"}.compose(t)
	require.Nil(t, d)
	require.Len(t, diags, 1)
	require.Contains(t, diags[0].String(), "areas/a.yaml:7:3: 错误：循环太多或内容太长")
}
