package source_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"banwen/internal/diag"
	"banwen/internal/source"

	"github.com/stretchr/testify/require"
)

const (
	wholeReport = `单位: xx县公安局
标题: 县公安局{{期间}}工作总结
期间: 2023上半年
模板: brief
版式: redhead
成文日期: 2023-06-30
导语: |
  在县委领导下，…
结语前言:
  下半年计划: 下一步，…
上期: ../2022-h1
前期: ../2022-h2
字数上限: 4000
用词表: ours
豁免:
  - {指纹: 123456789012, 理由: 原文如此, 确认人: 张三, 日期: 2023-06-30}
舍入: 截断
百分号: 半角
发文机关标志: xx县公安局文件
发文字号: x公报〔2023〕12号
签发人: 张三、李四
份号: 000001
密级: 机密★1年
紧急程度: 特急
主送: 县委、县政府
附件:
  - {标题: 情况表, 正文: 见表。}
附注: 此件公开发布
抄送: 市公安局
印发机关: xx县公安局办公室
印发日期: 2023-07-01
用印: 是
工作: [traffic, anti-drug]
`
	wholeArea = `工作: 禁毒
责任单位: 禁毒大队
统计期: 1月至6月20日
时段: {考评期: 第一季度}
标题: 严打涉毒违法犯罪
指标:
  破获毒品案件: 22起
  缴获毒品: {数: 18.90克, 约: 是, 来源: 系统, 口径: 全县, 截至: 2023年6月, 计划: 30克}
  未办结: {公式: 甲 - 乙, 格式: 整数, 单位: 起}
  抓获: {数: 121, 单位: 人, 去年同期: 100, 上期: 90人, 同比位数: 0}
  起诉: {数: 35人, 同比: -3人, 环比: "增加3人，上升9.4%"}
  查处: {待补: true}
  强戒: 待补
校核:
  - 抓获 = 起诉 + 查处
  - {关系: 甲 <= 乙, 名称: 子集, 容差: 1起, 说明: 含住院, 豁免: {理由: 口径不同, 确认人: 张三, 日期: 2023-06-30}}
正文: |
  共破案{{破获毒品案件}}。
图表:
  - 名称: 涉毒
    类型: 柱状图
    系列:
      - {名称: 现场, 指标: [抓获, 起诉]}
    类别: [甲, 乙]
    对比: 去年同期
    说明: 推算
表格:
  - {名称: 情况, 指标: [抓获, 起诉], 列: [数, 同比], 行名: [甲, 乙], 项目: 类, 横排: 是, 说明: 无}
问题:
  - 标题: 态势严峻
    正文: 今年来，…
    顺序: 2
计划:
  - 标题: 加大力度
    对应问题: [态势严峻]
落实: [强化打击]
豁免:
  - {指纹: 3f2a91c04b7d, 理由: 同上, 确认人: 李四, 日期: 2023-06-30}
`
)

func TestLoad(t *testing.T) {
	report, diags := source.Load(fstest.MapFS{
		"2023-h1/report.yaml":          {Data: []byte(wholeReport)},
		"2023-h1/areas/anti-drug.yaml": {Data: []byte(wholeArea)},
		"2023-h1/areas/traffic.yaml":   {Data: []byte("工作: 交通\n")},
		"2022-h1/report.yaml":          {Data: []byte("单位: 甲\n标题: 乙\n期间: 2022年上半年\n上期: ../2021-h1\n工作: [drugs]\n")},
		"2022-h1/areas/drugs.yaml":     {Data: []byte("工作: 禁毒\n指标: {破获毒品案件: 20起}\n")},
		"2022-h2/report.yaml":          {Data: []byte("单位: 甲\n标题: 乙\n期间: 2022下半年\n工作: [drugs]\n")},
		"2022-h2/areas/drugs.yaml":     {Data: []byte("工作: 禁毒\n计划: [{标题: 强化打击}]\n")},
	}, "2023-h1")
	require.Empty(t, diags)

	require.Equal(t, "县公安局{{期间}}工作总结", report.Title.Value)
	require.Equal(t, "2023年上半年", report.Period.String())
	require.Equal(t, "brief", report.Template.Value)
	require.Equal(t, "redhead", report.Profile.Value)
	require.Equal(t, "2023年6月30日", report.Date.Chinese())
	require.Equal(t, diag.Pos{File: "report.yaml", Line: 6, Col: 7}, report.Date.Pos)
	require.Equal(t, "在县委领导下，…", report.Lead.Value)
	require.Equal(t, "下一步，…", report.Leads["下半年计划"].Value)
	require.True(t, report.Options.Truncate)
	require.Equal(t, "%", report.Options.PercentSign)

	require.Equal(t, "2022年上半年", report.Before.Period.String())
	require.Nil(t, report.Before.Before, "上期 of 上期 is not read")
	before := report.Before.Areas[0].Indicators[0]
	require.Equal(t, diag.Pos{File: "../2022-h1/areas/drugs.yaml", Line: 2, Col: 6}, before.Pos)

	require.Equal(t, "强化打击", report.Earlier.Areas[0].Plans[0].Title.Value)
	require.Equal(t, 4000, report.Length)
	require.Equal(t, "x公报〔2023〕12号", report.Formal.Number.Value)
	require.Equal(t, "情况表", report.Formal.Attachments[0].Title.Value)
	require.Equal(t, "2023年7月1日", report.Formal.Issued.Chinese())
	require.True(t, report.Formal.Sealed)
	require.Equal(t, "ours", report.Words.Value)
	require.Equal(t, "123456789012", report.Waivers[0].Fingerprint.Value)

	require.Len(t, report.Areas, 2)
	require.Equal(t, "traffic", report.Areas[0].ID)
	require.False(t, report.Areas[0].Title.Given())
	area := report.Areas[1]
	require.Equal(t, "areas/anti-drug.yaml", area.File)
	require.Equal(t, "禁毒大队", area.Department.Value)
	require.Equal(t, "1月至6月20日", area.Span.Value)
	require.Equal(t, "考评期", area.Spans[0].Name.Value)
	require.Equal(t, "第一季度", area.Spans[0].Text.Value)
	require.Equal(t, "共破案{{破获毒品案件}}。", area.Body.Value)

	require.Len(t, area.Checks, 2)
	require.Equal(t, "抓获 = 起诉 + 查处", area.Checks[0].Relation.Value)
	require.Equal(t, "甲 <= 乙", area.Checks[1].Relation.Value)
	require.Equal(t, "张三", area.Checks[1].Waiver.Who.Value)

	chart := area.Charts[0]
	require.Equal(t, "柱状图", chart.Kind.Value)
	require.Equal(t, "去年同期", chart.Compare.Value)
	require.Equal(t, "起诉", chart.Series[0].Indicators[1].Value)
	require.Equal(t, "乙", chart.Categories[1].Value)
	require.Equal(t, "同比", area.Tables[0].Columns[1].Value)
	require.True(t, area.Tables[0].Wide)
	require.Equal(t, 2, area.Problems[0].Order)
	require.Equal(t, "态势严峻", area.Plans[0].Answers[0].Value)
	require.Equal(t, "强化打击", area.Settled[0].Value)
	require.Equal(t, "李四", area.Waivers[0].Who.Value)
}

// A report may be taken from another: its areas, and what it does not say itself.
func TestLoadTakenFromAnother(t *testing.T) {
	files := fstest.MapFS{
		"report/report.yaml":   {Data: []byte("取自: ../summary\n标题: 工作报告\n版式: redhead\n")},
		"summary/report.yaml":  {Data: []byte("单位: xx县公安局\n标题: 工作总结\n期间: 2023上半年\n导语: 今年来，…\n工作: [b, a]\n")},
		"summary/areas/a.yaml": {Data: []byte("工作: 禁毒\n指标: {破获: 22起}\n")},
		"summary/areas/b.yaml": {Data: []byte("工作: 交通\n")},
	}
	report, diags := source.Load(files, "report")
	require.Empty(t, diags)
	require.Equal(t, "工作报告", report.Title.Value)
	require.Equal(t, "redhead", report.Profile.Value)
	require.Equal(t, "xx县公安局", report.Organ.Value)
	require.Equal(t, diag.Pos{File: "../summary/report.yaml", Line: 4, Col: 5}, report.Lead.Pos())
	require.Equal(t, "交通", report.Areas[0].Name.Value)
	require.Equal(t, "../summary/areas/a.yaml", report.Areas[1].File)
	require.Equal(t, "禁毒.破获", report.Areas[1].Indicators[0].Key.String())

	files["report/report.yaml"].Data = []byte("取自: ../summary\n工作: [a]\n")
	report, diags = source.Load(files, "report")
	require.Len(t, diags, 1, "b is not used")
	require.Len(t, report.Areas, 1)
}

func TestLoadIndicators(t *testing.T) {
	report, diags := source.Load(folder(strings.Replace(wholeArea, "落实: [强化打击]\n", "", 1)), ".")
	require.Empty(t, diags)
	in := report.Areas[0].Indicators
	require.Len(t, in, 7)

	require.Equal(t, "禁毒.破获毒品案件", in[0].Key.String())
	require.Equal(t, diag.Pos{File: "areas/a.yaml", Line: 7, Col: 3}, in[0].Pos)
	require.Equal(t, "22", in[0].Given.Number.String())
	require.Equal(t, "起", in[0].Given.Unit.Name)
	require.Equal(t, diag.Pos{File: "areas/a.yaml", Line: 7, Col: 11}, in[0].Given.Pos)
	require.EqualValues(t, 1, in[0].ChangeDigits)

	require.EqualValues(t, 2, in[1].Given.Decimals)
	require.True(t, in[1].Approx)
	require.Equal(t, "30", in[1].Target.Number.String())
	require.Equal(t, []string{"系统", "全县", "2023年6月"}, []string{in[1].Source, in[1].Definition, in[1].AsOf})

	require.Nil(t, in[2].Given)
	require.Equal(t, "甲 - 乙", in[2].Formula.Text)
	require.Equal(t, diag.Pos{File: "areas/a.yaml", Line: 9, Col: 13}, in[2].Formula.Pos)
	require.Equal(t, "整数", in[2].Format)
	require.Equal(t, diag.Pos{File: "areas/a.yaml", Line: 9, Col: 24}, in[2].FormatPos)

	require.Equal(t, "人", in[3].Given.Unit.Name)
	require.Equal(t, "人", in[3].LastYear.Unit.Name)
	require.Equal(t, "90", in[3].Previous.Number.String())
	require.EqualValues(t, 0, in[3].ChangeDigits)

	require.Equal(t, -1, in[4].GivenChange.Direction)
	require.Equal(t, diag.Pos{File: "areas/a.yaml", Line: 11, Col: 20}, in[4].GivenChange.Pos)
	require.Equal(t, "9.4", in[4].GivenStep.Number.String())
	require.Equal(t, "3", in[4].GivenStep.Amount.Number.String())
	require.Equal(t, diag.Pos{File: "areas/a.yaml", Line: 11, Col: 30}, in[4].GivenStep.Amount.Pos)
	require.True(t, in[5].Pending)
	require.True(t, in[6].Pending)
}

func TestDefaults(t *testing.T) {
	report, diags := source.Load(folder("工作: 禁毒\n"), ".")
	require.Empty(t, diags)
	require.Equal(t, "half-year-summary", report.Template.Value)
	require.Equal(t, "plain", report.Profile.Value)
	require.Equal(t, "％", report.Options.PercentSign)
	require.Nil(t, report.Date)
	require.Nil(t, report.Before)
}

// What is wrong with an indicator is told once: it stays there for the prose
// and formulas that refer to it, also under a key that is misspelt.
func TestWrongIndicatorStays(t *testing.T) {
	report, diags := source.Load(folder("工作: 禁毒\n指票:\n  破获: 22\n  抓获: 1人\n"), ".")
	require.Len(t, diags, 2)
	in := report.Areas[0].Indicators
	require.Len(t, in, 2)
	require.True(t, in[0].Refused.Value)
	require.Zero(t, in[1].Refused)
}
