package source

import "slices"

// tableColumns are what 列 may say, and so what a table shows of an indicator.
var tableColumns = []string{"数", "去年同期", "同比", "上期", "环比", "计划", "完成率"}

var tableKeys = table[Table]{
	id: "table", title: "表格", check: checkTable,
	keys: []key[Table]{
		{name: "名称", about: "表的名字，正文里用 {{表格 \"名称\"}} 放它", example: "案件情况", required: true,
			shape: line(func(t *Table) *Text { return &t.Name })},
		{name: "标题", about: "表题；不写就用名称", example: "刑事与治安案件情况",
			shape: line(func(t *Table) *Text { return &t.Title })},
		{name: "指标", about: "一个指标一行",
			shape: lines(func(t *Table) *[]Text { return &t.Indicators })},
		{name: "列", about: "每个指标印哪几样：数、去年同期、同比、上期、环比、计划、完成率；不写就只印数",
			shape: choices(tableColumns, func(t *Table) *[]Text { return &t.Columns })},
		{name: "系列", about: "代替“指标”和“列”：一组指标一列，一行一个",
			shape: records(func(t *Table) *[]Series { return &t.Series }, seriesKeys)},
		{name: "行名", about: "各行的名字，与指标一一对应；不写就用指标的名字",
			shape: lines(func(t *Table) *[]Text { return &t.Rows })},
		{name: "项目", about: "左上角一格的字，不写就是“项目”", example: "乡镇",
			shape: line(func(t *Table) *Text { return &t.Corner })},
		{name: "横排", about: "是：表很宽，单独排在横放的页上",
			shape: flag(func(t *Table) *bool { return &t.Wide })},
		{name: "说明", about: "表下的说明", example: "数据截至3月31日",
			shape: line(func(t *Table) *Text { return &t.Note })},
	},
}

// checkTable reports a table that says what it shows twice, not at all, or in
// columns that do not match.
func checkTable(v value, t *Table) {
	switch {
	case len(t.Indicators) > 0 && len(t.Series) > 0:
		v.errorf("只留一种", "表格“%s”既有“指标”又有“系列”", t.Name.Value)
		return
	case len(t.Indicators) == 0 && len(t.Series) == 0:
		v.errorf("加一行“指标: [甲, 乙]”", "表格“%s”没有说列哪些指标", t.Name.Value)
		return
	case len(t.Columns) > 0 && len(t.Series) > 0:
		v.file.diags.Errorf(t.Columns[0].Pos(), "只留一样", "“列”和“系列”不能同时写")
		return
	}
	columns := t.Series
	if len(columns) == 0 {
		columns = []Series{{Name: t.Name, Indicators: t.Indicators}}
	}
	checkLengths(v.file, columns, t.Rows, "“行名”")
}

// choices is a list of texts that each are one of a few.
func choices[T any](allowed []string, field func(*T) *[]Text) shape[T] {
	shape := lines(field)
	readLines := shape.read
	shape.read = func(v value, into *T) {
		readLines(v, into)
		for _, t := range *field(into) {
			if !slices.Contains(allowed, t.Value) {
				v.file.diags.Errorf(t.Pos(), v.file.hintFor(t.Value, allowed), "%s不能写“%s”", v.name, t.Value)
			}
		}
	}
	shape.schema = func(*definitions) *schema {
		return &schema{Type: []string{"array"}, Items: &schema{Enum: anyOf(allowed)}, MinItems: 1}
	}
	return shape
}
