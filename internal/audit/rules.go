package audit

import (
	"banwen/internal/diag"
	"banwen/internal/finding"
)

// practice is the Clause of rules that no standard gives.
const practice = "实务"

// Rules lists every rule of the package. Each example is the file of one area;
// a line "---" begins the file of another area, a line "--- 上期" or "--- 前期"
// that of an area of the report that 上期 or 前期 names. The report's period is
// 2023上半年. Bad examples have a finding of the rule that stands; in good ones
// no finding of any rule does.
func Rules() []finding.Rule {
	return []finding.Rule{
		{
			ID: RuleCheck, Title: "“校核”各行写的关系成立", Severity: diag.Error, Clause: practice,
			Bad: []string{
				"工作: 禁毒\n指标: {实有: 10人, 戒断: 4人, 现有: 7人}\n校核:\n  - 实有 = 戒断 + 现有\n",
				"工作: 信访\n指标: {排查: 171起, 化解: 99起}\n校核:\n  - 化解 / 排查 = 57.98%\n",
				"工作: 刑侦\n指标: {立案: 10起, 破案: 13起}\n校核:\n  - 破案 <= 立案\n",
			},
			Good: []string{
				"工作: 禁毒\n指标: {实有: 11人, 戒断: 4人, 现有: 7人}\n校核:\n  - 实有 = 戒断 + 现有\n",
				"工作: 信访\n指标: {排查: 171起, 化解: 99起}\n校核:\n  - 化解 / 排查 = 57.89%\n",
				"工作: 刑侦\n指标: {破案: 10起, 抓获: 13人}\n校核:\n  - 数(破案) <= 数(抓获)\n",
			},
		},
		{
			ID: RuleLastYear, Title: "“校核”里相加的关系，去年同期数也成立", Severity: diag.Error, Clause: practice,
			Bad: []string{`工作: 禁毒
指标:
  实有: {数: 11人, 去年同期: 9人}
  戒断: {数: 4人, 去年同期: 3人}
  现有: {数: 7人, 去年同期: 5人}
校核:
  - 实有 = 戒断 + 现有
`},
			Good: []string{`工作: 禁毒
指标:
  实有: {数: 11人, 去年同期: 8人}
  戒断: {数: 4人, 去年同期: 3人}
  现有: {数: 7人, 去年同期: 5人}
校核:
  - 实有 = 戒断 + 现有
`},
		},
		{
			ID: RulePrevious, Title: "“校核”里相加的关系，上期数也成立", Severity: diag.Error, Clause: practice,
			Bad: []string{`工作: 禁毒
指标:
  实有: {数: 11人, 上期: 9人}
  戒断: {数: 4人, 上期: 3人}
  现有: {数: 7人, 上期: 5人}
校核:
  - 实有 = 戒断 + 现有
`},
			Good: []string{`工作: 禁毒
指标:
  实有: {数: 11人, 上期: 8人}
  戒断: {数: 4人, 上期: 3人}
  现有: {数: 7人, 上期: 5人}
校核:
  - 实有 = 戒断 + 现有
`},
		},
		{
			ID: RuleFormula, Title: "手填的数与公式算出的一致", Severity: diag.Error, Clause: practice,
			Bad: []string{`工作: 反诈
指标:
  高危: 223人
  劝返: 148人
  未劝返: {数: 76人, 公式: 高危 - 劝返}
`},
			Good: []string{`工作: 反诈
指标:
  高危: 223人
  劝返: 148人
  未劝返: {数: 75人, 公式: 高危 - 劝返}
  劝返率: {数: 66.37%, 公式: 劝返 / 高危}
`},
		},
		{
			ID: RuleChange, Title: "手填的同比、环比与基数一致，数量与百分比一致", Severity: diag.Error, Clause: practice,
			Bad: []string{
				"工作: 刑侦\n指标:\n  立案: {数: 437起, 去年同期: 481起, 同比: -10.1%}\n",
				"工作: 刑侦\n指标:\n  立案: {数: 36起, 同比: 增加3起，下降9.1%}\n",
				"工作: 刑侦\n指标:\n  立案: {数: 3起, 去年同期: 0起, 同比: +300%}\n",
				"工作: 刑侦\n指标:\n  立案: {数: 3起, 环比: -120%}\n",
				"工作: 刑侦\n指标:\n  立案: {数: 438起, 去年同期: 437起, 同比: 持平}\n",
			},
			Good: []string{
				"工作: 刑侦\n指标:\n  立案: {数: 437起, 去年同期: 481起, 同比: -9.1%}\n",
				"工作: 刑侦\n指标:\n  立案: {数: 36起, 同比: 增加3起，上升9.1%}\n",
				"工作: 刑侦\n指标:\n  立案: {数: 3起, 去年同期: 0起, 同比: +3起}\n",
			},
		},
		{
			ID: RuleBasePrinted, Title: "手填的去年同期数与上期报告所印的一致", Severity: diag.Warning, Clause: practice,
			Bad:  []string{"工作: 刑侦\n指标:\n  立案: {数: 437起, 去年同期: 481起}\n--- 上期\n工作: 刑侦\n指标:\n  立案: 480起\n"},
			Good: []string{"工作: 刑侦\n指标:\n  立案: {数: 437起, 去年同期: 481起}\n--- 上期\n工作: 刑侦\n指标:\n  立案: 481起\n"},
		},
		{
			ID: RuleProgress, Title: "完成率不低于时间进度", Severity: diag.Hint, Clause: practice,
			Bad:  []string{"工作: 反诈\n指标:\n  宣讲: {数: 21场, 计划: 50场}\n"},
			Good: []string{"工作: 反诈\n指标:\n  宣讲: {数: 25场, 计划: 50场}\n"},
		},
		{
			ID: RuleChartTotal, Title: "图中各项相加等于“合计”所写的指标", Severity: diag.Error, Clause: practice,
			Bad: []string{`工作: 信访
指标: {排查: 171起, 已化解: 99起, 化解中: 62起}
图表:
  - {名称: 化解情况, 类型: 环形图, 指标: [已化解, 化解中], 合计: 排查}
`},
			Good: []string{`工作: 信访
指标: {排查: 171起, 已化解: 99起, 化解中: 72起}
图表:
  - {名称: 化解情况, 类型: 环形图, 指标: [已化解, 化解中], 合计: 排查}
`},
		},
		{
			ID: RuleSameName, Title: "两项工作里同名、同单位的指标相等", Severity: diag.Warning, Clause: practice,
			Bad:  []string{"工作: 刑侦\n指标: {立案: 10起}\n---\n工作: 反诈\n指标: {立案: 11起}\n"},
			Good: []string{"工作: 刑侦\n指标: {立案: 10起}\n---\n工作: 反诈\n指标:\n  立案: {数: 11起, 口径: 只计电信网络诈骗}\n"},
		},
		{
			ID: RuleNegative, Title: "数量不小于0", Severity: diag.Warning, Clause: practice,
			Bad:  []string{"工作: 信访\n指标:\n  排查: 99起\n  化解: 171起\n  未化解: {公式: 排查 - 化解}\n"},
			Good: []string{"工作: 财务\n指标: {结余: -3万元, 增幅: -2.5%}\n"},
		},
		{
			ID: RuleUnanswered, Title: "每个问题都有计划来解决", Severity: diag.Warning, Clause: practice,
			Bad:  []string{"工作: 交管\n问题:\n  - 标题: 路况差\n  - 标题: 警力少\n计划:\n  - {标题: 修路, 对应问题: [路况差]}\n"},
			Good: []string{"工作: 交管\n问题:\n  - 标题: 路况差\n计划:\n  - {标题: 修路, 对应问题: [路况差]}\n"},
		},
		{
			ID: RuleUnreported, Title: "前期的计划本期都有交代", Severity: diag.Warning, Clause: practice,
			Bad:  []string{"工作: 交管\n落实: [修路]\n--- 前期\n工作: 交管\n计划:\n  - 标题: 修路\n  - 标题: 建桥\n"},
			Good: []string{"工作: 交管\n落实: [修路]\n--- 前期\n工作: 交管\n计划:\n  - 标题: 修路\n"},
		},
		{
			ID: RuleStaleWaive, Title: "“豁免”对得上现在的检查结果", Severity: diag.Warning, Clause: practice,
			Bad: []string{`工作: 禁毒
指标: {实有: 11人, 戒断: 4人, 现有: 7人}
校核:
  - 关系: 实有 = 戒断 + 现有
    豁免: {指纹: 000000000000, 理由: 一人未计, 确认人: 张三, 日期: 2023-06-30}
`},
			Good: []string{`工作: 禁毒
指标: {实有: 12人, 戒断: 4人, 现有: 7人}
校核:
  - 关系: 实有 = 戒断 + 现有
    豁免: {指纹: e0f1a321ef76, 理由: 一人未计, 确认人: 张三, 日期: 2023-06-30}
`},
		},
	}
}
