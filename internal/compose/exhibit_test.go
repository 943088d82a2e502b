package compose_test

import (
	"fmt"
	"strings"
	"testing"

	"banwen/internal/doc"

	"github.com/stretchr/testify/require"
)

const exhibits = `指标:
  立案: {数: 437起, 去年同期: 481起}
  破案: {数: 303起, 去年同期: 293起}
  大额: 1.2亿元
  小额: 980.48万元
  抓获: 5人
图表:
  - {名称: 案件, 标题: 案件情况, 类型: 柱状图, 指标: [立案, 破案], 对比: 去年同期, 说明: 初步数}
  - {名称: 资金, 类型: 条形图, 指标: [小额, 大额], 类别: [小, 大]}
`

func TestChartsStandWhereTheTextSays(t *testing.T) {
	d, diags := given{area: exhibits + `正文: |
  第一段
  {{图表 "资金"}}
  第二段
`}.compose(t)
	require.Empty(t, messages(diags))
	require.Equal(t, "一、2023年上半年工作开展情况¶\n（一）做好甲工作。第一段\n[图1　资金]\n第二段\n[图2　案件情况]\n", outlineOf(d))
}

// Figures in units that convert are compared in one of them, and each is
// labelled as it is printed elsewhere.
func TestChartPutsFiguresInOneUnit(t *testing.T) {
	d, diags := given{area: exhibits + "正文: 内容\n"}.compose(t)
	require.Empty(t, messages(diags))
	c := d.Blocks[3].(*doc.Chart)
	require.Equal(t, "万元", c.Unit)
	require.Equal(t, []string{"大", "小"}, c.Categories)
	require.Equal(t, "12000", c.Series[0].Points[0].Value)
	require.Equal(t, "1.2亿元", c.Series[0].Points[0].Label)
	require.Equal(t, "980.48万元", c.Series[0].Points[1].Label)
}

func TestTableOfAChartsFigures(t *testing.T) {
	d, diags := given{area: exhibits + `正文: |
  第一段
  {{表格 "案件"}}
  {{表格 "资金"}}
  {{图表 资金}}
`}.compose(t)
	require.Empty(t, messages(diags))
	require.Equal(t, `一、2023年上半年工作开展情况¶
（一）做好甲工作。第一段
[表1　案件情况]
|项目|今年|去年同期|同比
|立案|437|481|下降9.1％
|破案|303|293|上升3.4％
[表2　资金]
|项目|数量
|小|980.48万元
|大|1.2亿元
[图1　资金]
`, outlineOf(d))
	table := d.Blocks[2].(*doc.Table)
	require.Equal(t, "起", table.Unit)
	require.Equal(t, "数据来源：甲大队；统计期：1—5月；初步数", table.Note)
	require.Equal(t, "table/a/案件", table.ID)
	require.Equal(t, "去年同期481起", table.Rows[0][3].Runs[0].Origin.Base)
	require.Equal(t, "甲.立案（去年同期）", table.Rows[0][2].Runs[0].Origin.Name)
}

func TestTableInProse(t *testing.T) {
	d, diags := given{area: exhibits + `正文: |
  第一段
  | 项目 | **数** | 备注 |
  |:--|--:|:-:|
  | 立案 | {{立案}} | {{原文 "|"}} |
  | 破案 | {{数 破案}} |  |

  第二段
`}.compose(t)
	require.Empty(t, messages(diags))
	table := d.Blocks[2].(*doc.Table)
	require.Equal(t, []doc.Align{doc.AlignLeft, doc.AlignRight, doc.AlignCenter}, table.Columns)
	require.Equal(t, "area/a/t1", table.ID)
	require.True(t, table.Header[1].Runs[0].Bold)
	require.Equal(t, "甲.立案", table.Rows[0][1].Runs[0].Origin.Name)
	require.Contains(t, outlineOf(d), "[]\n|项目|数|备注\n|立案|437起||\n|破案|303|\n第二段\n")
}

// 截至 comes from what a figure is computed from, however formulas share their
// inputs; formulas that check typed numbers may name each other.
func TestChartSaysUpToWhichDay(t *testing.T) {
	var fibonacci strings.Builder
	for i := 2; i < 64; i++ {
		fmt.Fprintf(&fibonacci, "  第%d月: {公式: 第%d月 + 第%d月}\n", i, i-1, i-2)
	}
	for chart, want := range map[string]string{
		"第63月": "截至6月20日", "第63月, 甲": "统计期：1—5月", "甲, 乙": "统计期：1—5月",
	} {
		d, diags := given{area: `指标:
  甲: {数: 3人, 公式: 乙 - 丙}
  乙: {数: 5人, 公式: 甲 + 丙}
  丙: 2人
  第0月: {数: 1人, 截至: 6月20日}
  第1月: {数: 1人, 截至: 6月20日}
` + fibonacci.String() + "图表:\n  - {名称: 图, 类型: 条形图, 指标: [" + chart + "]}\n正文: 内容\n"}.compose(t)
		require.Empty(t, messages(diags))
		require.Equal(t, "数据来源：甲大队；"+want, d.Blocks[2].(*doc.Chart).Note, chart)
	}
}

func TestChartPlacedTwiceIsRefused(t *testing.T) {
	_, diags := given{area: exhibits + `正文: |
  第一段
  {{图表 "资金"}}
  {{图表 "甲.资金"}}
`}.compose(t)
	require.Equal(t, []string{`areas/a.yaml:17:8: 错误：图表“资金”放了两次（删去一处）`}, messages(diags))
}

func TestChartNamesTheDepartmentsItsFiguresAreFrom(t *testing.T) {
	d, diags := given{
		report: strings.Replace(plainReport, "工作: [a]", "工作: [a, b]", 1),
		area: `指标: {办结: 3件}
图表:
  - {名称: 图, 类型: 条形图, 指标: [办结, 乙.受理]}
  - {名称: 别的, 类型: 条形图, 指标: [乙.受理]}
正文: 内容
`,
		others: map[string]string{"areas/b.yaml": "工作: 乙\n责任单位: 乙大队\n统计期: 1—6月\n指标: {受理: 5件}\n"},
	}.compose(t)
	require.Empty(t, messages(diags))
	require.Equal(t, "数据来源：甲大队、乙大队", d.Blocks[2].(*doc.Chart).Note, "periods that differ are not told")
	require.Equal(t, "数据来源：乙大队；统计期：1—6月", d.Blocks[3].(*doc.Chart).Note)
}
