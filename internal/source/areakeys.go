package source

var areaKeys = table[Area]{
	id: "area", title: "一项工作",
	keys: []key[Area]{
		{name: "工作", about: "这项工作的名字，别的文件用“工作.指标”引用它的指标", example: "禁毒", required: true,
			shape: line(func(a *Area) *Text { return &a.Name })},
		{name: "责任单位", about: "填写并负责这个文件的部门", example: "禁毒大队",
			shape: line(func(a *Area) *Text { return &a.Department })},
		{name: "统计期", about: "指标的统计期，正文里用 {{统计期}}", example: "1月至6月20日",
			shape: line(func(a *Area) *Text { return &a.Span })},
		{name: "时段", about: "别的时段，名字自己定，正文里用 {{名字}}",
			shape: named(addSpan, textSchema)},
		{name: "标题", about: "正文前的小标题；不写，这项工作就不进第一部分", example: "压实责任，严打涉毒违法犯罪",
			shape: line(func(a *Area) *Text { return &a.Title })},
		{name: indicatorsKey, about: "数字，名字自己定：破获毒品案件: 22起",
			shape: named(addIndicator, indicatorSchema)},
		{name: "校核", about: "指标之间的关系：总数 = 甲 + 乙",
			shape: checks()},
		{name: "正文", about: "这项工作的文字，数字用 {{指标}} 取", example: "共破案{{破获毒品案件}}。",
			shape: prose(func(a *Area) *Text { return &a.Body })},
		{name: "图表", about: "这项工作的图",
			shape: records(func(a *Area) *[]Chart { return &a.Charts }, chartKeys)},
		{name: "表格", about: "这项工作的表",
			shape: records(func(a *Area) *[]Table { return &a.Tables }, tableKeys)},
		{name: "问题", about: "存在问题，归到第二部分",
			shape: records(func(a *Area) *[]Item { return &a.Problems }, problemKeys)},
		{name: "计划", about: "工作计划，归到第三部分",
			shape: records(func(a *Area) *[]Item { return &a.Plans }, planKeys)},
		{name: "落实", about: "正文交代了前期（report.yaml 的“前期”）的哪些计划，写计划的标题",
			shape: lines(func(a *Area) *[]Text { return &a.Settled })},
		{name: "豁免", about: "已知并认可的检查结果，一条一个指纹",
			shape: records(func(a *Area) *[]Waiver { return &a.Waivers }, listedWaiverKeys)},
	},
}

func textSchema(*definitions) *schema { return &schema{Type: []string{"string", "number"}} }

func addSpan(a *Area, name Text, v value) {
	checkName(v.file, name, "时段") // one that is refused is kept: see addIndicator
	if t, ok := v.line(); ok {
		a.Spans = append(a.Spans, NamedText{Name: name, Text: t})
	}
}

// maxOrder is the greatest 顺序, far beyond the number of items of any report.
const maxOrder = 9999

var problemKeys = table[Item]{id: "problem", title: "问题", keys: itemKeys("队伍管理有待加强")}

var planKeys = table[Item]{
	id: "plan", title: "计划",
	keys: append(itemKeys("加大严打整治力度"), key[Item]{
		name: "对应问题", about: "这条计划针对哪些问题，写问题的标题",
		shape: lines(func(i *Item) *[]Text { return &i.Answers }),
	}),
}

func itemKeys(title string) []key[Item] {
	return []key[Item]{
		{name: "标题", about: "小标题", example: title, required: true,
			shape: line(func(i *Item) *Text { return &i.Title })},
		{name: "正文", about: "标题后的文字", example: "一是…",
			shape: prose(func(i *Item) *Text { return &i.Body })},
		{name: "顺序", about: "在这一部分里排第几；不写就按工作的次序",
			shape: whole(1, maxOrder, func(i *Item, n int) { i.Order = n })},
	}
}
