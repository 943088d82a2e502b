package source

// stackedKind is the 类型 whose rows stand on one another, not side by side.
const stackedKind = "堆叠柱状图"

// chartKinds and compareBases are what 类型 and 对比 may say.
var (
	chartKinds   = []string{"柱状图", "条形图", stackedKind, "折线图", "饼图", "环形图"}
	compareBases = []string{"去年同期", "上期"}
)

var chartKeys = table[Chart]{
	id: "chart", title: "图表", check: checkRows,
	keys: []key[Chart]{
		{name: "名称", about: "图的名字，正文里用 {{图表 \"名称\"}} 放它", example: "涉毒人员", required: true,
			shape: line(func(c *Chart) *Text { return &c.Name })},
		{name: "标题", about: "图题；不写就用名称", example: "涉毒人员与去年同期对比",
			shape: line(func(c *Chart) *Text { return &c.Title })},
		{name: "类型", about: "图的样子", example: "柱状图", required: true,
			shape: choice(chartKinds, func(c *Chart, t Text) { c.Kind = t })},
		{name: "指标", about: "画哪些指标，一个指标一类",
			shape: lines(func(c *Chart) *[]Text { return &c.Indicators })},
		{name: "对比", about: "再画一组基数：去年同期或上期",
			shape: choice(compareBases, func(c *Chart, t Text) { c.Compare = t })},
		{name: "类别", about: "各类的名字，与指标一一对应；不写就用指标的名字",
			shape: lines(func(c *Chart) *[]Text { return &c.Categories })},
		{name: "系列", about: "代替“指标”：几组指标并排",
			shape: records(func(c *Chart) *[]Series { return &c.Series }, seriesKeys)},
		{name: "合计", about: "图中各项加起来应等于哪个指标；banwen check 照此核对", example: "矛盾纠纷",
			shape: line(func(c *Chart) *Text { return &c.Total })},
		{name: "说明", about: "图下的说明", example: "去年同期数由同比推算",
			shape: line(func(c *Chart) *Text { return &c.Note })},
	},
}

var seriesKeys = table[Series]{
	id: "series", title: "系列",
	keys: []key[Series]{
		{name: "名称", about: "这一组的名字，印在图例里", example: "现场", required: true,
			shape: line(func(s *Series) *Text { return &s.Name })},
		{name: "指标", about: "这一组的指标，一个指标一类", example: "[现场督察, 现场检查单位]", required: true,
			shape: lines(func(s *Series) *[]Text { return &s.Indicators })},
	},
}

// checkRows reports a chart that says what it draws twice, not at all, or in
// rows that do not match.
func checkRows(v value, c *Chart) {
	switch {
	case len(c.Indicators) > 0 && len(c.Series) > 0:
		v.errorf("只留一种", "图表“%s”既有“指标”又有“系列”", c.Name.Value)
		return
	case len(c.Indicators) == 0 && len(c.Series) == 0:
		v.errorf("加一行“指标: [甲, 乙]”", "图表“%s”没有说画哪些指标", c.Name.Value)
		return
	}
	if c.Total.Given() && len(c.Series) > 1 && c.Kind.Value != stackedKind {
		v.file.diags.Errorf(c.Total.Pos(), "去掉“合计”，或改用堆叠柱状图", "图表“%s”有几组数并排，不能写“合计”", c.Name.Value)
	}
	rows := c.Series
	if len(rows) == 0 {
		rows = []Series{{Name: c.Name, Indicators: c.Indicators}}
	}
	checkLengths(v.file, rows, c.Categories, "“类别”")
}

// checkLengths reports series that have not as many indicators as there are
// names for them, or as the first one has.
func checkLengths(f *file, series []Series, names []Text, called string) {
	want, as := len(series[0].Indicators), "“"+series[0].Name.Value+"”"
	if len(names) > 0 {
		want, as = len(names), called
	}
	for _, s := range series {
		if have := len(s.Indicators); have != want {
			f.diags.Errorf(s.Indicators[0].Pos(), "个数要一样", "“%s”有 %d 个指标，%s有 %d 个", s.Name.Value, have, as, want)
		}
	}
}

// checkExhibitNames reports names of charts and tables that prose cannot
// quote, or could mean two of them by.
func checkExhibitNames(f *file, a Area) {
	names := unique{diags: f.diags, message: "两个图表都叫“%s”，另一处在 %s", hint: "换一个名称"}
	add := func(name Text) {
		checkSigns(f, name, "图表")
		names.add(name)
	}
	for _, c := range a.Charts {
		add(c.Name)
	}
	for _, t := range a.Tables {
		add(t.Name)
	}
}
