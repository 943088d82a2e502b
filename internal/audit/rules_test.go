package audit_test

import (
	"testing"

	"banwen/internal/audit"
	"banwen/internal/source"

	"github.com/stretchr/testify/require"
)

func TestRules(t *testing.T) {
	for _, c := range []struct {
		name  string
		areas []string
		want  []string
	}{
		{"sum with no single suspect", []string{`工作: 甲
指标:
  总: 10人
  一: 4人
  二: 7人
校核:
  - 总 = 一 + 二
`}, []string{"areas/a.yaml:7:5 check 错误 不符 总10人，4人 + 7人 = 11人，相差1人"}},
		{"order, quotient, chain", []string{`工作: 甲
指标:
  立案: 10起
  破案: 13起
校核:
  - 破案 <= 立案
  - 破案 / 立案 = 120%
  - 5起 < 立案 <= 9
`}, []string{
			"areas/a.yaml:6:5 check 错误 不符 破案13起，应不大于立案10起",
			"areas/a.yaml:7:5 check 错误 不符 13起 ÷ 10起 = 130％，120％，相差10个百分点，超过允许的0.5个百分点",
			"areas/a.yaml:8:5 check 提示 通过 5起，小于立案10起",
			"areas/a.yaml:8:5 check 错误 不符 立案10起，应不大于9起",
		}},
		{"last year's parts", []string{`工作: 甲
指标:
  总: {数: 10人, 去年同期: 8人}
  一: {数: 4人, 去年同期: 3人}
  二: {数: 6人, 去年同期: 4人}
校核:
  - 总 = 一 + 二
`}, []string{
			"areas/a.yaml:7:5 check 提示 通过 总10人，4人 + 6人 = 10人，相等",
			"areas/a.yaml:7:5 last-year 错误 不符 去年同期：总8人，3人 + 4人 = 7人，相差1人",
		}},
		{"the parts of 上期", []string{`工作: 甲
指标:
  总: {数: 10人, 上期: 8人}
  一: {数: 4人, 上期: 3人}
  二: {数: 6人, 上期: 4人, 去年同期: 1人}
校核:
  - 总 = 一 + 二
  - {关系: 总 - 二 = 一, 容差: 1人}
  - 一 <= 总
`}, []string{
			"areas/a.yaml:7:5 check 提示 通过 总10人，4人 + 6人 = 10人，相等",
			"areas/a.yaml:7:5 previous 错误 不符 上期：总8人，3人 + 4人 = 7人，相差1人",
			"areas/a.yaml:8:10 check 提示 通过 10人 − 6人 = 4人，一4人，相等",
			"areas/a.yaml:8:10 previous 提示 通过 上期：8人 − 4人 = 4人，一3人，相差1人，在允许的1人以内",
			"areas/a.yaml:9:5 check 提示 通过 一4人，不大于总10人",
		}},
		{"a chart's total", []string{`工作: 甲
指标:
  总: {数: 10人, 去年同期: 8人}
  一: {数: 4人, 去年同期: 4人}
  二: {数: 6人, 去年同期: 3人}
图表:
  - {名称: 全部, 类型: 环形图, 指标: [一, 二], 合计: 总}
  - {名称: 一半, 类型: 饼图, 指标: [一], 合计: 甲.总}
  - {名称: 叠, 类型: 堆叠柱状图, 系列: [{名称: 上, 指标: [一]}, {名称: 下, 指标: [二]}], 合计: 总}
  - {名称: 没有, 类型: 饼图, 指标: [一, 三], 合计: 总}
`}, []string{
			"areas/a.yaml:7:39 chart-total 提示 通过 合计（4人、6人） = 10人，总10人，相等",
			"areas/a.yaml:7:39 last-year 错误 不符 去年同期：合计（4人、3人） = 7人，总8人，相差1人",
			"areas/a.yaml:8:35 chart-total 错误 不符 合计（4人） = 4人，甲.总10人，相差6人",
			"areas/a.yaml:8:35 last-year 错误 不符 去年同期：合计（4人） = 4人，甲.总8人，相差4人",
			"areas/a.yaml:9:70 chart-total 提示 通过 合计（4人、6人） = 10人，总10人，相等",
			"areas/a.yaml:9:70 last-year 错误 不符 去年同期：合计（4人、3人） = 7人，总8人，相差1人",
		}},
		{"given change, two sizes", []string{`工作: 甲
指标:
  立案: {数: 36起, 去年同期: 33起, 同比: 增加4起，上升9.1%}
  破案: {数: 36起, 环比: 增加3起，上升9.1%}
  抓获: {数: 36人, 同比: 增加3人，下降9.1%}
  逮捕: {数: 36人, 同比: 增加3人，上升9.2%}
  起诉: {数: 437人, 同比: 减少44人、下降9.1%}
`}, []string{
			"areas/a.yaml:3:31 change 提示 通过 同比写的是9.1％，（36起 − 33起） ÷ 33起 = 9.091％",
			"areas/a.yaml:3:31 change 错误 不符 同比写的是4起，36起 − 33起 = 3起",
			"areas/a.yaml:4:20 change 提示 通过 环比写的是9.1％，3起 ÷ （36起 − 3起） = 9.091％",
			"areas/a.yaml:5:20 change 错误 不符 同比增加3人，又下降9.1％，方向相反",
			"areas/a.yaml:6:20 change 错误 不符 同比写的是9.2％，3人 ÷ （36人 − 3人） = 9.091％",
			"areas/a.yaml:7:21 change 提示 通过 同比写的是-9.1％，-44人 ÷ （437人 + 44人） = -9.148％",
		}},
		{"given change that cannot be", []string{`工作: 甲
指标:
  立案: {数: 3起, 去年同期: 0起, 同比: +300%}
  破案: {数: 3起, 同比: -120%}
  抓获: {数: 438人, 去年同期: 437人, 同比: 持平}
  逮捕: {数: 36人, 同比: +9.1%}
  起诉: {数: 36人, 环比: 持平}
  收缴: {待补: 是, 同比: 持平}
`}, []string{
			"areas/a.yaml:3:29 change 错误 不符 去年同期是0，没有百分比",
			"areas/a.yaml:4:19 change 错误 不符 同比下降120％，降幅不会超过100％",
			"areas/a.yaml:5:33 change 错误 不符 同比写的是持平，438人 − 437人 = 1人",
			"areas/a.yaml:6:20 change 提示 无法核验 没有“去年同期”，不能核对同比",
			"areas/a.yaml:7:20 change 提示 无法核验 没有“上期”，不能核对环比",
		}},
		{"given change against base", []string{`工作: 甲
指标:
  立案: {数: 437起, 去年同期: 481起, 同比: -9.2%}
  破案: {数: 303起, 去年同期: 293起, 同比: +3.4%}
`}, []string{
			"areas/a.yaml:3:33 change 错误 不符 同比写的是-9.2％，（437起 − 481起） ÷ 481起 = -9.148％",
			"areas/a.yaml:4:33 change 提示 通过 同比写的是3.4％，（303起 − 293起） ÷ 293起 = 3.413％",
		}},
		{"tolerance", []string{`工作: 甲
指标:
  总: 10人
  一: 4人
  二: 7人
校核:
  - {关系: 总 = 一 + 二, 容差: 1人}
`}, []string{"areas/a.yaml:7:10 check 提示 通过 总10人，4人 + 7人 = 11人，相差1人，在允许的1人以内"}},
		{"cannot be checked", []string{`工作: 甲
指标:
  总: 待补
  一: 4人
校核:
  - 一 <= 总
`}, []string{"areas/a.yaml:6:5 check 提示 无法核验 “总”待补"}},
		{"behind 计划", []string{`工作: 甲
指标:
  宣讲: {数: 21场, 计划: 50场}
  走访: {数: 4999户, 计划: 1万户}
  排查: {数: 25次, 计划: 50次}
  检查: {数: 60次, 计划: 50次}
  追赃: {数: 980.48万元, 计划: 0.3亿元}
  化解率: {数: 40%, 计划: 90%}
  巡逻: {待补: 是, 计划: 90次}
  未定: {数: 0次, 计划: 0次}
`}, []string{
			"areas/a.yaml:3:20 progress 提示 存疑 “宣讲”完成率42％，低于时间进度50％",
			"areas/a.yaml:4:22 progress 提示 存疑 “走访”完成率49.9％，低于时间进度50％",
			"areas/a.yaml:7:25 progress 提示 存疑 “追赃”完成率32.6％，低于时间进度50％",
		}},
		{"below zero", []string{`工作: 甲
指标:
  排查: 10起
  化解: 13起
  未化解: {公式: 排查 - 化解}
  缴毒: -1.5克
  结余: -3万元
  增幅: -2.5%
  变化: -2.5百分点
  指数: {数: -3, 单位: 无}
  零: 0起
`}, []string{
			"areas/a.yaml:5:3 negative 警告 存疑 “未化解”是-3起，数量不应小于0",
			"areas/a.yaml:6:3 negative 警告 存疑 “缴毒”是-1.5克，数量不应小于0",
		}},
		{"one name in two areas", []string{"工作: 甲\n指标:\n  立案: 10起\n  破案: 5起\n  人: {数: 3人, 口径: 户籍}\n  案值: 1.2万元\n", "工作: 乙\n指标:\n  立案: 11起\n  破案: 5人\n  人: {数: 4人, 口径: 常住}\n  案值: 12000元\n"},
			[]string{"areas/b.yaml:3:3 same-name 警告 存疑 “立案”在“甲”是10起，在“乙”是11起；不是一回事就写明“口径”"}},
	} {
		findings, _ := check(t, folder(c.areas...), "r")
		require.Equal(t, c.want, told(findings), c.name)
	}
}

// 去年同期 typed by hand is what the report before printed.
func TestBasePrinted(t *testing.T) {
	findings, _ := check(t, example(t, `工作: 甲
指标:
  立案: {数: 437起, 去年同期: 481起}
  破案: {数: 303起, 去年同期: 293起}
  破案率: {数: 69.34%, 去年同期: 60.9%}
  追赃: {数: 980.48万元, 去年同期: 801万元}
  返还: {数: 18.90万元, 去年同期: 189000元}
  抓获: 333人
  新增: {数: 1起, 去年同期: 2起}
  换了单位: {数: 1起, 去年同期: 2起}
  未定: {待补: 是, 去年同期: 2起}
--- 上期
工作: 甲
指标:
  立案: 480起
  破案: 293起
  破案率: {公式: 破案 / 立案, 格式: 百分比2}
  追赃: 800.48万元
  返还: 18.90万元
  抓获: 175人
  换了单位: 2人
  未定: 3起
`), "r")
	require.Equal(t, []string{
		"areas/a.yaml:3:23 base-printed 警告 存疑 去年同期写的是481起，上期报告印的是480起",
		"areas/a.yaml:4:23 base-printed 提示 通过 去年同期写的是293起，上期报告印的是293起",
		"areas/a.yaml:5:26 base-printed 警告 存疑 去年同期写的是60.9％，上期报告印的是61.04％",
		"areas/a.yaml:6:27 base-printed 警告 存疑 去年同期写的是801万元，上期报告印的是800.48万元",
		"areas/a.yaml:7:26 base-printed 提示 通过 去年同期写的是189000元，上期报告印的是18.90万元",
		"areas/a.yaml:11:21 base-printed 警告 存疑 去年同期写的是2起，上期报告印的是3起",
	}, told(findings))
}

// A fingerprint follows rule, names and values, not the place.
func TestFingerprint(t *testing.T) {
	of := func(area string) string {
		findings, _ := check(t, folder(area), "r")
		require.Len(t, findings, 1)
		require.Len(t, findings[0].Fingerprint, 12)
		return findings[0].Fingerprint
	}
	one := of("工作: 甲\n指标: {总: 10人, 一: 9人}\n校核:\n  - 总 >= 一\n")
	require.Equal(t, one, of("# 说明\n工作: 甲\n指标: {总: 10人, 一: 9人}\n校核:\n  - {名称: 分项, 关系: 总>=一}\n"))
	require.NotEqual(t, one, of("工作: 甲\n指标: {总: 11人, 一: 9人}\n校核:\n  - 总 >= 一\n"))
	require.NotEqual(t, one, of("工作: 甲\n指标: {总: 10人, 一: 9人}\n校核:\n  - 总 > 一\n"))
}

// Mistakes in 校核 are reported all at once, at their places.
func TestMistakes(t *testing.T) {
	report, diags := source.Load(folder(`工作: 甲
指标:
  总: 10人
  案: 4起
校核:
  - 总 = 总数
  - 总 = 案
  - {关系: 总 = 总, 容差: 一点}
  - {关系: 总 = 总, 容差: -1人}
  - {关系: 总 = 总, 容差: 1起}
图表:
  - {名称: 一, 类型: 饼图, 指标: [总], 合计: 总数}
  - {名称: 二, 类型: 饼图, 指标: [总, 案], 合计: 总}
  - {名称: 三, 类型: 饼图, 指标: [案], 合计: 总}
`), "r")
	require.Empty(t, diags)
	findings, diags := audit.Check(report, newBook(t, report))
	require.Empty(t, findings)
	var list []string
	for _, d := range diags {
		list = append(list, d.String())
	}
	require.Equal(t, []string{
		"areas/a.yaml:6:9: 错误：没有“总数”这个指标（是否想写“总”？）",
		"areas/a.yaml:7:9: 错误：“总”单位是人，“案”单位是起，不能相比（检查指标和单位）",
		"areas/a.yaml:8:21: 错误：“一点”不是数（数用阿拉伯数字；正文里可印成汉字）",
		"areas/a.yaml:9:21: 错误：容差不能是负数（去掉负号）",
		"areas/a.yaml:10:21: 错误：容差单位是起，“总”单位是人（改成同一单位）",
		"areas/a.yaml:12:34: 错误：没有“总数”这个指标（是否想写“总”？）",
		"areas/a.yaml:13:37: 错误：“总”单位是人，“案”单位是起，不能相加（检查指标和单位）",
		"areas/a.yaml:14:34: 错误：“合计(案)”单位是起，“总”单位是人，不能相比（检查指标和单位）",
	}, list)
}

func TestCoverage(t *testing.T) {
	findings, book := check(t, folder(`工作: 甲
指标:
  总: 10人
  一: 4人
  二: {公式: 总 - 一}
  三: 1人
  四: 待补
  五: 3人
校核:
  - 总 = 一 + 二
  - 三 <= 总
  - 五 <= 四
`), "r")
	require.Equal(t, audit.Coverage{Indicators: 5, Derived: 1, Related: 2, Covered: 3, Uncovered: []string{"甲.一", "甲.五"}}, audit.CoverageOf(book, nil, findings, nil))
}
