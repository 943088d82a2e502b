package source

import (
	"slices"

	"banwen/internal/figure"
)

// What a report says when it does not say otherwise.
const (
	defaultTemplate    = "half-year-summary"
	defaultProfile     = "plain"
	defaultWords       = "default"
	defaultPercentSign = "％"
)

// folder is report.yaml, with what it names still to be opened.
type folder struct {
	Report
	areas   []Text // 工作
	before  Text   // 上期
	earlier Text   // 前期
	base    Text   // 取自
}

var reportKeys = table[folder]{
	id: "report", title: "报告",
	basedOn: baseKey,
	keys: slices.Concat([]key[folder]{
		{name: "单位", about: "写这份材料的单位", example: "xx县公安局", required: true,
			shape: line(func(r *folder) *Text { return &r.Organ })},
		{name: "标题", about: "材料的标题，可以用 {{期间}} {{下期}}", example: "县公安局2023年上半年工作总结", required: true,
			shape: line(func(r *folder) *Text { return &r.Title })},
		{name: "期间", about: "报告期：2023上半年、2023下半年、2023年、2023一季度", example: "2023上半年", required: true,
			shape: period(func(r *folder) *Period { return &r.Period })},
		{name: "模板", about: "模板文件夹的名字，不写就是 " + defaultTemplate, example: defaultTemplate,
			shape: line(func(r *folder) *Text { return &r.Template })},
		{name: "版式", about: "版式的名字，不写就是 " + defaultProfile, example: defaultProfile,
			shape: line(func(r *folder) *Text { return &r.Profile })},
		{name: "参考样式", about: "本单位的一个 .docx，DOCX 照它的页面、样式、页眉和页脚来写；写文件名，从报告文件夹算起", example: "样式.docx",
			shape: line(func(r *folder) *Text { return &r.Reference })},
		{name: "成文日期", about: "落款日期；不写就没有落款", example: "2023-06-30",
			shape: date(func(r *folder) **Date { return &r.Date })},
		{name: "导语", about: "开头的一段，可以用任何一项工作的指标", example: "在县委、县政府的正确领导下，…",
			shape: prose(func(r *folder) *Text { return &r.Lead })},
		{name: "结语前言", about: "各部分开头的话，按部分的名字写", example: "",
			shape: named(addLead, proseSchema)},
		{name: "上期", about: "去年同期报告的文件夹，同比的基数从那里取", example: "../2022-h1",
			shape: line(func(r *folder) *Text { return &r.before })},
		{name: baseKey, about: "另一份报告的文件夹，各项工作和这里没写的项都从那里取，如上报的报告取自平时的总结", example: "../2023-h1",
			shape: line(func(r *folder) *Text { return &r.base })},
		{name: "前期", about: "前一份报告的文件夹，它的计划本期都要有交代", example: "../2022-h2",
			shape: line(func(r *folder) *Text { return &r.earlier })},
		{name: "字数上限", about: "正文最多多少字，超过时 banwen check 提醒",
			shape: whole(1, 1_000_000, func(r *folder, n int) { r.Length = n })},
		{name: "用词表", about: "不该用的词，words 文件夹里的文件名（不带 .txt），不写就用自带的", example: "default",
			shape: line(func(r *folder) *Text { return &r.Words })},
		{name: "豁免", about: "已知并认可的检查结果，一条一个指纹",
			shape: records(func(r *folder) *[]Waiver { return &r.Waivers }, listedWaiverKeys)},
		{name: "舍入", about: "小数怎样取舍，不写就是四舍五入",
			shape: choice([]string{"四舍五入", "截断"}, func(r *folder, t Text) { r.Options.Truncate = t.Value == "截断" })},
		{name: "百分号", about: "百分号印成全角％还是半角%，不写就是全角",
			shape: choice([]string{"全角", "半角"}, setPercentSign)},
		{name: "工作", about: "各项工作的文件名（areas 文件夹里，不带 .yaml），按正文的次序", example: "[anti-drug, traffic]", required: true,
			shape: lines(func(r *folder) *[]Text { return &r.areas })},
	}, formalKeys()),
}

// baseKey names the report that another is taken from.
const baseKey = "取自"

// newFolder is a report that leaves everything open to the defaults.
func newFolder(f *file) folder {
	at := f.pos(0, 0)
	return folder{Report: Report{
		Template: NewText(defaultTemplate, at),
		Profile:  NewText(defaultProfile, at),
		Words:    NewText(defaultWords, at),
		Options:  figure.Options{PercentSign: defaultPercentSign},
	}}
}

func addLead(r *folder, name Text, v value) {
	t, ok := v.text()
	if !ok {
		return
	}
	v.file.warnFolded(t)
	if r.Leads == nil {
		r.Leads = map[string]Text{}
	}
	r.Leads[name.Value] = t
}

func proseSchema(*definitions) *schema { return &schema{Type: []string{"string"}} }

func setPercentSign(r *folder, t Text) {
	if t.Value == "半角" {
		r.Options.PercentSign = "%"
	}
}

// period is a reporting period.
func period[T any](field func(*T) *Period) shape[T] {
	return shape[T]{
		read: func(v value, into *T) {
			t, ok := v.line()
			if !ok {
				return
			}
			p, ok := parsePeriod(t)
			if !ok {
				v.errorf("写成 2023上半年、2023下半年、2023年 或 2023一季度", "期间“%s”看不懂", t.Value)
				return
			}
			*field(into) = p
		},
		schema: func(*definitions) *schema {
			return &schema{Type: []string{"string"}, Pattern: periodPattern.String()}
		},
	}
}

// date is a calendar date.
func date[T any](field func(*T) **Date) shape[T] {
	return shape[T]{
		read: func(v value, into *T) {
			t, ok := v.line()
			if !ok {
				return
			}
			switch d, written, real := parseDate(t); {
			case !written:
				v.errorf("写成 2023-06-30 或 2023年6月30日", "日期“%s”看不懂", t.Value)
			case !real:
				v.errorf("检查月和日", "没有“%s”这一天", t.Value)
			default:
				*field(into) = &d
			}
		},
		schema: func(*definitions) *schema {
			return &schema{Type: []string{"string"}, Pattern: datePattern.String()}
		},
	}
}
