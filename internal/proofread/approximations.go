package proofread

import (
	"strings"

	"banwen/internal/diag"
	"banwen/internal/finding"
)

// Parts of the expressions over numbers.
const (
	number      = `[0-9]+(?:\.[0-9]+)?`
	anyNumber   = `(?:` + number + `|[半一二两三四五六七八九十百千]+)[万亿]?`
	countedUnit = `(?:名|人|个|起|件|家|户|次|场|项|条|份|处|台|辆|元|吨|亩|天|年|月|小时|分钟|公里|岁|分|倍|％|%)`
)

// approximationRules look at figures that are told as approximate.
var approximationRules = []rule{
	{finding.Rule{
		ID: "double-approximation", Title: "约、近与余、多、左右重复", Severity: diag.Warning, Clause: "实务",
		Bad:  []string{"参加群众约{100余人}。", "近<1000多名>学生参加。", "大约<3个月>左右。", "约三十余人。", "大约半年左右。"},
		Good: []string{"参加群众约{100人}。", "节约<100余万元>。", "签约<30余个>项目。", "最近<30余天>。", "附近<10余户>群众。", "近<30多年>来", "近<3个月>左右"},
	}, around(holding("余", "多", "左右", "上下"),
		`(?:^|[^节签合契制预违续邀履集公条婚赴特相失新附临邻靠最就贴亲远迫])((约|近|大约|将近|接近|逾)(?:为|有)?`+anyNumber+`(?:(余|多)(年|个月|天|日|周)?|(`+countedUnit+`{0,2})(左右|上下)))`,
		func(_ *passage, m []string) string {
			if recent := m[2] == "近" && (m[4] != "" || strings.ContainsAny(m[5], "年月天")); recent {
				return ""
			}
			return "“" + m[2] + "”与“" + m[3] + m[6] + "”意思重复，去掉一个"
		})},
	{finding.Rule{
		ID: "exact-approximation", Title: "精确的数字带“余”", Severity: diag.Warning, Clause: "实务",
		Bad:  []string{"止付{980.48万余元}。", "培训<121余人>。"},
		Good: []string{"止付{980万余元}。", "受众{1.2万余人次}。", "投入{1.25亿余元}。", "培训<120余人>。", "投入<15余万元>。"},
	}, around(holding("余"),
		`(?:^|[^0-9.])(([0-9]+\.[0-9]{2,}|[0-9]+[1-9])([万亿]?)余`+countedUnit+`)`,
		func(_ *passage, m []string) string { // 1.25亿 may be rounded, 980.48万 is not
			if m[3] != "" && (!strings.Contains(m[2], ".") || len(m[2]) < len("12.34")) {
				return ""
			}
			return "“" + m[2] + m[3] + "”是精确的数，后面不带“余”，去掉“余”或改用整数"
		})},
	{finding.Rule{
		ID: "tens-approximation", Title: "几十、数百再带“余”", Severity: diag.Warning, Clause: "实务",
		Bad:  []string{"走访几十余户。", "涉及数百余人。"},
		Good: []string{"走访几十户。", "参加人数百余人。", "涉及数百人。"},
	}, around(holding("余", "多"),
		`(?:^|[^人参总次户件指系函岁度总])([几数][十百千万]([余多]))(?:名|人|个|起|件|家|户|次|场|项|条|份|处|万|元)`,
		func(_ *passage, m []string) string { return "“" + m[1] + "”重复，去掉“" + m[2] + "”" })},
	{finding.Rule{
		ID: "double-bound", Title: "不低于、超过与以上、以下重复", Severity: diag.Warning, Clause: "实务",
		Bad:  []string{"化解率不低于<90％>以上。", "每月至少两次以上。", "最多<3人>以上。", "超过<60岁>以上的老人", "不超过<3天>以内", "超过半数以上"},
		Good: []string{"化解率不低于<90％>。", "每月两次以上。", "至少<1名>中级以上职称人员", "不少于<2名3级>以上医师"},
	}, around(bothBounds,
		`((不低于|不少于|不小于|至少|最少|超过|高于|多于|大于|最多|不超过|不高于|不大于|不多于|至多|低于|少于|小于)有?(?:`+anyNumber+countedUnit+`{0,2}|半数|一半)(以上|以下|以内))`,
		func(_ *passage, m []string) string {
			return "“" + m[2] + "”与“" + m[3] + "”不连用，去掉一个"
		})},
}

// bothBounds tells whether a text holds both kinds of words for a bound.
func bothBounds(text string) bool { return boundsBehind(text) && boundsBefore(text) }

var (
	boundsBefore = holding("至少", "最少", "最多", "至多", "超过", "低于", "少于", "小于", "高于", "多于", "大于")
	boundsBehind = holding("以上", "以下", "以内")
)
