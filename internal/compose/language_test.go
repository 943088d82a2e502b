package compose_test

import (
	"fmt"
	"strings"
	"testing"

	"banwen/internal/compose"
	"banwen/internal/doc"
	"banwen/internal/style"

	"github.com/stretchr/testify/require"
)

const figures = `指标:
  立案: {数: 437起, 去年同期: 481起, 上期: 400起, 计划: 500起}
  破案: 303起
  3级以上 患者: 684名
  住院: 105人
  年数: 2年
  名次: 1名
  金额: {数: 980.48万元, 约: true}
  率数: {公式: 破案 / 立案, 格式: 百分比2}
  待查: {待补: true}
  人口: 50001人
  面积: {数: 60000, 单位: 无}
`

// prose composes one paragraph of area 甲.
func prose(t *testing.T, text string) string {
	t.Helper()
	d, diags := given{area: figures + "正文: |\n  " + text + "\n", stage: compose.Draft}.compose(t)
	require.Empty(t, messages(diags), text)
	return doc.Text(d.Blocks[1].(*doc.Heading).Body)
}

func TestLanguage(t *testing.T) {
	for text, want := range map[string]string{
		"立{{立案}}，破{{甲.破案}}": "立437起，破303起",
		"{{数 立案}}件":         "437件",
		"{{3级以上 患者}}、{{数 3级以上 患者}}、{{“3级以上 患者”}}":            "684名、684、684名",
		"{{汉字 年数}}，第{{汉字数 名次}}":                              "两年，第一",
		"{{金额}}，{{率数}}":                                      "980.48万余元，69.34％",
		"{{同比 立案}}，{{同比 立案 \"增加\" \"减少\"}}，{{环比 立案}}":        "下降9.1％，减少9.1％，上升9.3％",
		"{{率 破案 立案}}，{{率 破案 立案 0}}，{{率 住院 3级以上 患者 1}}":       "69.34％，69％，15.4％",
		"{{完成率 立案}}，{{完成率 立案 1}}":                            "87.40％，87.4％",
		"{{原文 \"24小时\"}}，{{原文 \"{{x}}|**\"}}":                "24小时，{{x}}|**",
		"{{统计期}}，{{责任单位}}，{{单位}}，{{期间}}，{{年}}年{{本期}}，{{下期}}": "1—5月，甲大队，某县公安局，2023年上半年，2023年上半年，下半年",
		"{{名称}}：{{标题}}":                                      "甲：做好甲工作",
		"{{如果 立案 > 破案}}多{{否则}}少{{结束}}":                       "多",
		"{{如果 立案 ≤ 300}}少{{否则如果 立案 = 437起}}正好{{结束}}":         "正好",
		"{{如果 金额 > 9804800元}}多{{否则}}不多{{结束}}":                "不多",
		"{{如果 人口 > 5万}}多{{结束}}{{如果 5.1万 > 人口}}不太多{{结束}}":     "多不太多",
		"{{如果 面积 > 7万}}大{{否则如果 面积 > 5万}}正好{{结束}}":            "正好",
		"{{如果 待补 待查}}缺{{结束}}{{如果 没有 信访}}无{{结束}}":             "缺无",
	} {
		require.Equal(t, want, prose(t, text), text)
	}
}

func TestLoopOverIndicators(t *testing.T) {
	d, diags := given{area: `指标: {立案: 437起, 破案: 303起}
正文: |
  情况如下：
  | 指标 | 数量 |
  |---|--:|
  {{每个 指标}}
  | {{名称}} | {{指标}} |
  {{结束}}
`}.compose(t)
	require.Empty(t, messages(diags))
	table := d.Blocks[2].(*doc.Table)
	require.Equal(t, []doc.Align{doc.AlignLeft, doc.AlignRight}, table.Columns)
	require.Equal(t, "甲.破案", table.Rows[1][1].Runs[0].Origin.Name)
	require.Equal(t, "一、2023年上半年工作开展情况¶\n（一）做好甲工作。情况如下：\n[]\n|指标|数量\n|立案|437起\n|破案|303起\n", outlineOf(d))
}

func TestMarkup(t *testing.T) {
	d, diags := given{area: `指标: {立案: 437起}
正文: |
  　　狠抓**“四专”**合力，**立案{{立案}}**。

  # 小标题甲
  第一段
  ## 更小的
  第二段
  # 小标题乙
  第三段
`}.compose(t)
	require.Empty(t, messages(diags))
	require.Equal(t, `一、2023年上半年工作开展情况¶
（一）做好甲工作。狠抓“四专”合力，立案437起。
1.小标题甲¶
第一段
（1）更小的¶
第二段
2.小标题乙¶
第三段
`, outlineOf(d))
	body := d.Blocks[1].(*doc.Heading).Body
	require.Equal(t, []string{"狠抓", "“四专”", "合力，", "立案", "437起", "。"}, texts(body))
	for i, bold := range []bool{false, true, false, true, true, false} {
		require.Equal(t, bold, body[i].Bold, body[i].Text)
	}
	require.Equal(t, "area/a/小标题甲", d.Blocks[2].NodeID())
	require.Equal(t, "area/a/小标题乙/p1", d.Blocks[7].NodeID())
}

func TestBoldInsideACondition(t *testing.T) {
	d, diags := given{area: `指标: {立案: 437起}
正文: "**甲{{如果 立案 > 5}}**乙**{{结束}}丙**丁"
`}.compose(t)
	require.Empty(t, messages(diags))
	body := d.Blocks[1].(*doc.Heading).Body
	require.Equal(t, []string{"甲", "乙", "丙", "丁"}, texts(body))
	for i, bold := range []bool{true, true, true, false} {
		require.Equal(t, bold, body[i].Bold, body[i].Text)
	}
}

// Every run says where it was typed: words at themselves, figures at their {{.
func TestRunsSayWhereTheyWereTyped(t *testing.T) {
	d, diags := given{area: `指标: {立案: 437起}
正文: |
  　 共立{{立案}}，24{{原文 "小时"}}；
  # 小标题{{立案}}
  | 甲 | 乙{{立案}} |
  |--|--|
  | 丙 | 丁 |
`}.compose(t)
	require.Empty(t, messages(diags))
	var got []string
	for _, p := range d.Passages() {
		for _, r := range p.Runs {
			if r.Place != nil && r.Place.File == "areas/a.yaml" {
				got = append(got, fmt.Sprintf("%s %s %d:%d", p.Kind, r.Text, r.Place.Line, r.Place.Col))
			}
		}
	}
	require.Equal(t, []string{
		"heading 做好甲工作。 4:5", "body 共立 7:5", "body 437起 7:7", "body ，24 7:13", "body 小时 7:16", "body ； 7:27",
		"heading 小标题 8:5", "heading 437起 8:8",
		"cell 甲 9:5", "cell 乙 9:9", "cell 437起 9:10", "cell 丙 11:5", "cell 丁 11:9",
	}, got)
}

func texts(runs []doc.Run) []string {
	var all []string
	for _, r := range runs {
		all = append(all, r.Text)
	}
	return all
}

const layout = `# {{标题}}
{{每个 工作}}
## {{标题}}
{{正文}}
### 乙
丙{{立案}}
#### 丁
##### 戊
##### 己
### 庚
{{结束}}
## 辛
`

func TestNumberingFollowsTheProfile(t *testing.T) {
	area := "指标: {立案: 437起}\n正文: 内容\n"
	d, diags := given{area: area, layout: layout}.compose(t)
	require.Empty(t, messages(diags))
	require.Equal(t, "一、做好甲工作¶\n内容\n（一）乙。丙437起\n1.丁¶\n（1）戊¶\n（2）己¶\n（二）庚¶\n二、辛¶\n", outlineOf(d))
	require.Equal(t, "area/a/乙", d.Blocks[2].NodeID())

	d, diags = given{area: area, layout: layout, adapt: func(p *style.Profile) {
		p.Headings[0].RunIn, p.Headings[1].RunIn = true, false
		p.Headings[0].Number, p.Headings[1].Number = "第一部分　", "1 "
	}}.compose(t)
	require.Empty(t, messages(diags))
	require.Equal(t, "第一部分　做好甲工作。内容\n1 乙¶\n丙437起\n1.丁¶\n（1）戊¶\n（2）己¶\n2 庚¶\n第二部分　辛¶\n", outlineOf(d))
}

func TestManyHeadings(t *testing.T) {
	d, diags := given{area: "正文: 内容\n", layout: "# {{标题}}\n" + strings.Repeat("## 甲\n", 21)}.compose(t)
	require.Empty(t, messages(diags[1:])) // the first says that 正文 is left out
	require.Equal(t, "二十一、甲", d.Blocks[20].(*doc.Heading).Text())
	require.Equal(t, "section/甲~21", d.Blocks[20].NodeID())
}

func TestHeadingHoldsFiguresAndOwnFullStop(t *testing.T) {
	d, diags := given{area: "指标: {立案: 437起}\n问题:\n  - 标题: 立案{{立案}}。\n    正文: 内容\n  - 标题: 怎么办？\n    正文: 内容\n  - 标题: 立案{{立案}}\n    正文: 内容\n正文: 正文\n"}.compose(t)
	require.Empty(t, messages(diags))
	require.Equal(t, "（一）立案437起。内容\n（二）怎么办？内容\n（三）立案437起。内容", strings.TrimSpace(strings.Split(outlineOf(d), "存在问题¶\n")[1]))
	require.NotNil(t, d.Blocks[3].(*doc.Heading).Runs[1].Origin)
}

func TestItemsComeByOrderThenByArea(t *testing.T) {
	item := func(title, order string) string { return "  - {标题: " + title + ", 正文: 内容" + order + "}\n" }
	d, diags := given{
		report: strings.Replace(plainReport, "[a]", "[b, a]", 1),
		area:   "正文: 内容\n问题:\n" + item("丙", "") + item("甲", ", 顺序: 1"),
		others: map[string]string{"areas/b.yaml": "工作: 乙\n责任单位: 乙大队\n问题:\n" + item("丁", "") + item("乙", ", 顺序: 2")},
	}.compose(t)
	require.Empty(t, messages(diags))
	require.Equal(t, "（一）甲。内容\n（二）乙。内容\n（三）丁。内容\n（四）丙。内容\n", strings.Split(outlineOf(d), "存在问题¶\n")[1])
	require.Equal(t, "problem/b/丁", d.Blocks[5].NodeID())
}

func TestDraftMarksWhatFinalRefuses(t *testing.T) {
	g := given{area: `指标:
  甲数: {待补: true}
  乙数: 3起
  和: {公式: 甲数 + 乙数}
正文: 甲{{甲数}}，和{{和}}，{{数 甲数}}，{{如果 甲数 > 3}}多{{否则}}少{{结束}}。
图表:
  - {名称: 图, 类型: 柱状图, 指标: [甲数, 乙数]}
`}
	g.stage = compose.Draft
	d, diags := g.compose(t)
	require.Empty(t, messages(diags))
	body := d.Blocks[1].(*doc.Heading).Body
	require.Equal(t, "甲【待补】，和【待补】，【待补】，【待补】。", doc.Text(body))
	for _, r := range body {
		require.Equal(t, r.Text == "【待补】", r.Missing, r.Text)
	}
	chart := d.Blocks[2].(*doc.Chart)
	require.True(t, chart.Series[0].Points[0].Missing)
	require.Equal(t, "3", chart.Series[0].Points[1].Label)

	g.stage = compose.Final
	d, diags = g.compose(t)
	require.Nil(t, d)
	require.Equal(t, []string{
		"areas/a.yaml:6:3: 错误：“甲.甲数”还没有数，不能定稿（补上数，去掉“待补”）",
		"areas/a.yaml:9:6: 错误：“甲.甲数”还没有数，不能定稿（补上数，去掉“待补”）",
		"areas/a.yaml:9:14: 错误：“甲.和”还没有数，不能定稿（补上数，去掉“待补”）",
		"areas/a.yaml:9:20: 错误：“甲.甲数”还没有数，不能定稿（补上数，去掉“待补”）",
		"areas/a.yaml:9:34: 错误：“甲.甲数”还没有数，不能定稿（补上数，去掉“待补”）",
	}, messages(diags))
}

func TestSignatureAndDate(t *testing.T) {
	d, diags := given{report: plainReport + "成文日期: 2023-06-30\n", area: "正文: 内容\n"}.compose(t)
	require.Empty(t, messages(diags))
	require.Equal(t, &doc.Signature{Organ: doc.Plain("某县公安局"), Date: doc.Plain("2023年6月30日")}, d.Signature)
	require.Equal(t, "2023-06-30T00:00:00Z", d.Meta.Date)
}

// Sections without content leave nothing behind, not even their number.
func TestSectionsWithoutContentAreLeftOut(t *testing.T) {
	d, diags := given{area: "正文: 内容\n计划:\n  - {标题: 打算, 正文: 内容}\n"}.compose(t)
	require.Empty(t, messages(diags))
	require.Equal(t, "一、2023年上半年工作开展情况¶\n（一）做好甲工作。内容\n二、下半年工作计划¶\n（一）打算。内容\n", outlineOf(d))
}
