package audit_test

import (
	"strings"
	"testing"

	"banwen/internal/audit"
	"banwen/internal/finding"
	"banwen/internal/source"

	"github.com/stretchr/testify/require"
)

// area writes the file of one area.
func area(indicators, checks string) string {
	return "工作: 甲\n指标:\n" + lines(indicators, "  ") + "校核:\n" + lines(checks, "  - ")
}

// lines puts what stands before each line of a text.
func lines(text, before string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		b.WriteString(before + strings.TrimSpace(line) + "\n")
	}
	return b.String()
}

// Each kind of relation that reports have: the figures as they should be
// pass, and those with one slip fail at the lines named.
func TestKinds(t *testing.T) {
	for _, c := range []struct {
		name, indicators, checks string
		slip                     [2]string // what is typed instead of what
		fail                     []string  // the relations that fail then
	}{
		{
			name: "其中 three levels deep",
			indicators: `患者: 3698人
				3级以上: 684人
				3级以下: 3014人
				住院: 105人
				在家: 568人
				外出: 11人
				服药: 478人
				未服药: 90人`,
			checks: `患者 = 3级以上 + 3级以下
				3级以上 = 住院 + 在家 + 外出
				在家 = 服药 + 未服药`,
			slip: [2]string{"未服药: 90人", "未服药: 91人"},
			fail: []string{"在家 = 服药 + 未服药"},
		},
		{
			name:       "a slip in the middle of a tree shows above and below",
			indicators: "总: 10人\n甲一: 6人\n乙一: 4人\n甲二: 5人\n乙二: 1人\n甲三: 2人\n乙三: 3人",
			checks:     "总 = 甲一 + 乙一\n甲一 = 甲二 + 乙二\n甲二 = 甲三 + 乙三",
			slip:       [2]string{"甲二: 5人", "甲二: 4人"},
			fail:       []string{"甲一 = 甲二 + 乙二", "甲二 = 甲三 + 乙三"},
		},
		{
			name:       "two partitions of one total",
			indicators: "嫌疑人: 121人\n男: 100人\n女: 21人\n本地: 80人\n外地: 41人",
			checks:     "嫌疑人 = 男 + 女\n嫌疑人 = 本地 + 外地\n男 + 女 = 本地 + 外地",
			slip:       [2]string{"外地: 41人", "外地: 14人"},
			fail:       []string{"嫌疑人 = 本地 + 外地", "男 + 女 = 本地 + 外地"},
		},
		{
			name:       "subsets",
			indicators: "在家: 568人\n在家服药: 478人\n类型: 14个\n方面: 3个\n发现问题: 52个",
			checks:     "在家服药 <= 在家\n方面 <= 类型 <= 发现问题",
			slip:       [2]string{"类型: 14个", "类型: 53个"},
			fail:       []string{"类型 ≤ 发现问题"},
		},
		{
			name:       "shares that add up to 99",
			indicators: "甲: 33%\n乙: 33%\n丙: 33%",
			checks:     "甲 + 乙 + 丙 = 100%\n合计(甲, 乙, 丙) = 100%",
			slip:       [2]string{"丙: 33%", "丙: 31%"}, // 97
			fail:       []string{"甲 + 乙 + 丙 = 100%", "合计(甲, 乙, 丙) = 100%"},
		},
		{
			name:       "shares that add up to 101",
			indicators: "甲: 16.7%\n乙: 17%\n丙: 17%\n丁: 50.3%",
			checks:     "甲 + 乙 + 丙 + 丁 = 100%",
			slip:       [2]string{"丁: 50.3%", "丁: 51.4%"},
			fail:       []string{"甲 + 乙 + 丙 + 丁 = 100%"},
		},
		{
			name:       "stock and flow",
			indicators: "期初: 12起\n新收: 30起\n办结: 35起\n期末: 7起",
			checks:     "期初 + 新收 - 办结 = 期末\n办结 <= 期初 + 新收",
			slip:       [2]string{"期末: 7起", "期末: 8起"},
			fail:       []string{"期初 + 新收 - 办结 = 期末"},
		},
		{
			name:       "weighted mean",
			indicators: "甲所: 40人\n乙所: 60人\n甲均: 82.5分\n乙均: 90.0分\n均分: 87.0分",
			checks:     "均分 = (甲所 × 甲均 + 乙所 × 乙均) / (甲所 + 乙所)",
			slip:       [2]string{"均分: 87.0分", "均分: 86.3分"}, // (82.5 + 90) / 2
			fail:       []string{"均分 = (甲所 × 甲均 + 乙所 × 乙均) / (甲所 + 乙所)"},
		},
		{
			name:       "remainders",
			indicators: "高危: 223人\n劝返: 148人\n未劝返: 75人",
			checks:     "高危 - 劝返 = 未劝返\n未劝返 = 高危 - 劝返\n劝返 + 未劝返 - 高危 = 0",
			slip:       [2]string{"未劝返: 75人", "未劝返: 76人"},
			fail:       []string{"高危 - 劝返 = 未劝返", "未劝返 = 高危 - 劝返", "劝返 + 未劝返 - 高危 = 0"},
		},
		{
			name:       "money in 元, 万元 and 亿元, half a unit to either side",
			indicators: "亿: 1.20亿元\n万: 11987.6万元\n元: 119876000元\n差万: 0.5万元",
			checks:     "亿 = 万\n万 = 元\n亿 = 元",
			slip:       [2]string{"万: 11987.6万元", "万: 11949.9万元"},
			fail:       []string{"亿 = 万", "万 = 元"},
		},
		{
			name:       "money at the edge of half a unit",
			indicators: "亿: 1.20亿元\n甲: 119500000元\n乙: 120499999元",
			checks:     "亿 = 甲\n亿 = 乙",
			slip:       [2]string{"乙: 120499999元", "乙: 120500000元"},
			fail:       []string{"亿 = 乙"},
		},
		{
			name:       "counts are exact",
			indicators: "甲: 10000起\n乙: 4999起\n丙: 5001起\n万: 1万起",
			checks:     "甲 = 乙 + 丙\n万 = 甲",
			slip:       [2]string{"丙: 5001起", "丙: 5002起"},
			fail:       []string{"甲 = 乙 + 丙"},
		},
		{
			name:       "余 and 约",
			indicators: "甲: 980余起\n乙: {数: 980起, 约: 是}\n丙: 989起",
			checks:     "甲 = 丙\n乙 = 丙\n甲 <= 丙",
			slip:       [2]string{"丙: 989起", "丙: 990起"},
			fail:       []string{"甲 = 丙", "乙 = 丙"},
		},
		{
			name:       "full-width signs",
			indicators: "总: 10人\n一: 4人\n二: 6人\n半: 5人",
			checks:     "总＝一＋二\n总－一＝二\n（一＋二）÷2＝半\n半×2≤总\n半＊2＞＝总\n合计（一，二）＝总",
			slip:       [2]string{"半: 5人", "半: 6人"},
			fail:       []string{"（一＋二）÷2 = 半", "半×2 ≤ 总"},
		},
		{
			name:       "names that begin with digits or hold signs",
			indicators: "3级以上: 684人\n3级以上（含3级）: 4人\n逮捕、直诉: 333人\n逮捕: 300人\n直诉: 33人\n1－5月: 1人\n1: 688人",
			checks:     "3级以上 + 3级以上（含3级） = 688人\n逮捕、直诉 = 逮捕 + 直诉\n合计(逮捕、直诉) = 333人\n1－5月 = 1人",
			slip:       [2]string{"逮捕、直诉: 333人", "逮捕、直诉: 332人"},
			fail:       []string{"逮捕、直诉 = 逮捕 + 直诉", "合计(逮捕、直诉) = 333人"},
		},
		{
			name:       "products of two units",
			indicators: "总人数: 1035人\n班数: 69个\n每班人数: 15人",
			checks:     "总人数 = 班数 × 每班人数\n69 × 15人 = 1035人",
			slip:       [2]string{"班数: 69个", "班数: 68个"},
			fail:       []string{"总人数 = 班数 × 每班人数"},
		},
		{
			name:       "at least one person a case",
			indicators: "破获案件: 22起\n抓获人员: 22人",
			checks:     "数(破获案件) <= 数(抓获人员)",
			slip:       [2]string{"抓获人员: 22人", "抓获人员: 21人"},
			fail:       []string{"数(破获案件) ≤ 数(抓获人员)"},
		},
	} {
		findings, _ := check(t, folder(area(c.indicators, c.checks)), "r")
		require.Empty(t, told(failed(findings)), c.name)
		require.Contains(t, c.indicators, c.slip[0], c.name)
		findings, _ = check(t, folder(area(strings.Replace(c.indicators, c.slip[0], c.slip[1], 1), c.checks)), "r")
		require.Equal(t, c.fail, relations(failed(findings)), c.name)
	}
}

func relations(findings []finding.Finding) []string {
	var list []string
	for _, f := range findings {
		list = append(list, f.Relation)
	}
	return list
}

// With 舍入: 截断 a figure stands for what is cut off to it.
func TestTruncated(t *testing.T) {
	files := folder(area("一: 2人\n三: 3人\n占比: 66.6%\n亿: 1.2亿元\n元: 129999999元", "一 / 三 = 占比\n一 / 三 = 66%\n亿 = 元"))
	findings, _ := check(t, files, "r")
	require.Equal(t, []string{"一 / 三 = 占比", "一 / 三 = 66%", "亿 = 元"}, relations(failed(findings)))
	files["r/report.yaml"].Data = append(files["r/report.yaml"].Data, "舍入: 截断\n"...)
	findings, _ = check(t, files, "r")
	require.Empty(t, told(failed(findings)))
	require.Len(t, findings, 3)
}

// A mistake in a line is told at its place in the line; one in a formula, such
// as a cycle, is told once.
func TestPlaces(t *testing.T) {
	report, diags := source.Load(folder(area("总: 10人\n一: 4人\n案: 6起\n占比: 50%", `总 = 一 + 二
		{名称: 分项, 关系: 总 = 一 + 案}
		"总＝（一＋案）"
		总 = 一 ＋ × 案
		一 = 占比
		总 = 一 + 3
		总 一 = 案`)), "r")
	require.Empty(t, diags)
	findings, diags := audit.Check(report, newBook(t, report))
	require.Empty(t, findings)
	var list []string
	for _, d := range diags {
		list = append(list, d.String())
	}
	require.Equal(t, []string{
		"areas/a.yaml:8:13: 错误：没有“二”这个指标（是否想写“总”？）",
		"areas/a.yaml:9:26: 错误：“一”单位是人，“案”单位是起，不能相加（检查指标和单位）",
		"areas/a.yaml:10:11: 错误：“一”单位是人，“案”单位是起，不能相加（检查指标和单位）",
		"areas/a.yaml:11:13: 错误：“×”前面缺少指标（补上指标，或去掉多余的运算符）",
		"areas/a.yaml:12:9: 错误：“一”单位是人，“占比”单位是%，不能相比（检查指标和单位）",
		"areas/a.yaml:13:13: 错误：“一”单位是人，“3”没有单位，不能相加（检查指标和单位）",
		"areas/a.yaml:14:7: 错误：“一”前面缺少运算符（可用 + - × ÷）",
	}, list)
}
