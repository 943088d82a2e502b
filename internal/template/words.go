package template

// Words are the words that the language keeps for itself: its commands and
// functions, and the names that stand for parts of a report. Nothing that a
// writer names may be called so.
var Words = []string{
	"如果", "否则", "否则如果", "每个", "结束", "有", "没有", "待补", "原文",
	"数", "汉字", "汉字数", "同比", "环比", "率", "完成率", "图表", "表格",
	"单位", "标题", "导语", "结语前言", "期间", "年", "本期", "下期",
	"名称", "正文", "责任单位", "统计期", "工作", "问题", "计划", "指标",
}
