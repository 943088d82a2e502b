package doctest

import "banwen/internal/doc"

const (
	dark  = "1F4E79"
	light = "9DC3E6"
	grey  = "7F7F7F"
)

// Charts is a chart of every kind: column, bar, doughnut, pie, stacked
// column, line; the line chart lacks one value.
func Charts() []*doc.Chart {
	return []*doc.Chart{
		{
			ID: "chart1", Number: 1, Title: "涉毒人员与去年同期对比", Kind: doc.Column, Unit: "人",
			Note:       "数据来源：禁毒大队；统计期：1月至6月20日",
			Alt:        "柱状图：户籍地实有吸毒人员4957人，去年同期4908人；戒断三年未复吸3672人，去年同期3464人；现有吸毒人员1285人，去年同期1460人。",
			Categories: []string{"户籍地实有吸毒人员", "戒断三年未复吸", "现有吸毒人员"},
			Series: []doc.Series{
				series("今年", dark, "4957", "3672", "1285"),
				series("去年同期", light, "4908", "3464", "1460"),
			},
			Axis: &doc.Axis{Min: "0", Max: "6000", Step: "1000"},
		},
		{
			ID: "chart2", Number: 2, Title: "涉诈资金止付、冻结、返还情况", Kind: doc.Bar, Unit: "万元",
			Note:       "数据来源：刑侦大队；统计期：1—5月",
			Alt:        "条形图：冻结1038.65万元；止付980.48万元；返还18.90万元。",
			Categories: []string{"冻结涉案账户金额", "止付涉案账户金额", "返还受害人被骗资金"},
			Series:     []doc.Series{series("金额", dark, "1038.65", "980.48", "18.90")},
			Axis:       &doc.Axis{Min: "0", Max: "1200", Step: "200"},
		},
		{
			ID: "chart3", Number: 3, Title: "矛盾纠纷化解情况", Kind: doc.Doughnut, Unit: "起",
			Alt:        "环形图：已化解99起，占57.89％；未化解72起，占42.11％。",
			Categories: []string{"已化解", "未化解"},
			Series: []doc.Series{slices("矛盾纠纷", []string{dark, light},
				[]string{"99", "72"}, []string{"已化解 99起（57.89％）", "未化解 72起（42.11％）"})},
		},
		{
			ID: "chart4", Number: 4, Title: "3级以上精神障碍患者去向", Kind: doc.Pie, Unit: "人",
			Alt:        "饼图：在家568人，住院105人，外出务工11人。",
			Categories: []string{"在家", "住院治疗", "外出务工"},
			Series: []doc.Series{slices("患者", []string{dark, light, grey},
				[]string{"568", "105", "11"}, []string{"在家 568人（83.04％）", "住院治疗 105人（15.35％）", "外出务工 11人（1.61％）"})},
		},
		{
			ID: "chart5", Number: 5, Title: "督察检查情况", Kind: doc.StackedColumn, Unit: "次",
			Alt:        "堆叠柱状图：督察现场72次、网上42次；检查单位现场103次、网上731次。",
			Categories: []string{"督察", "检查单位"},
			Series: []doc.Series{
				series("现场", dark, "72", "103"),
				series("网上", light, "42", "731"),
			},
			Axis: &doc.Axis{Min: "0", Max: "1000", Step: "200"},
		},
		{
			ID: "chart6", Number: 6, Title: "每月立案数", Kind: doc.Line, Unit: "起",
			Alt:        "折线图：1月90起，2月78起，3月缺，4月101起，5月82起。",
			Categories: []string{"1月", "2月", "3月", "4月", "5月"},
			Series:     []doc.Series{series("立案", dark, "90", "78", "", "101", "82")},
			Axis:       &doc.Axis{Min: "0", Max: "120", Step: "20"},
		},
	}
}

// series is a row of points labelled with their values; "" is a missing value.
func series(name, color string, values ...string) doc.Series {
	s := doc.Series{Name: name, Color: color}
	for _, v := range values {
		s.Points = append(s.Points, doc.Point{Value: v, Label: v, Color: color, Missing: v == ""})
	}
	return s
}

// slices is a row of points with colours and labels of their own.
func slices(name string, colors, values, labels []string) doc.Series {
	s := doc.Series{Name: name, Color: colors[0]}
	for i, v := range values {
		s.Points = append(s.Points, doc.Point{Value: v, Label: labels[i], Color: colors[i]})
	}
	return s
}
