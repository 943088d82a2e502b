package source

import (
	"errors"

	"go.yaml.in/yaml/v3"

	"banwen/internal/diag"
	"banwen/internal/figure"
)

// indicatorForm is an indicator as typed: its quantities can be read only
// when all of it is known, as the unit may stand in a line of its own.
type indicatorForm struct {
	given, formula, format, unit Text
	lastYear, previous, target   Text
	change, step                 Text
	digits                       int
	approx, pending              bool
	source, definition, asOf     Text
}

// defaultChangeDigits is 同比位数 where it is not given.
const defaultChangeDigits = 1

// indicatorsKey is the key of an area's indicators.
const indicatorsKey = "指标"

// pendingWord stands for {待补: true} in the short form.
const pendingWord = "待补"

var indicatorKeys = table[indicatorForm]{
	id: "indicator", title: "指标", check: checkForm,
	keys: []key[indicatorForm]{
		{name: "数", about: "数和单位，照原样印：22起、19.057克、66.37%", example: "22起",
			shape: line(func(i *indicatorForm) *Text { return &i.given })},
		{name: "公式", about: "由别的指标算出：甲 - 乙、甲 / 乙，别的工作的写“工作.指标”", example: "总数 - 已办结",
			shape: line(func(i *indicatorForm) *Text { return &i.formula })},
		{name: "格式", about: "公式的结果怎样印：百分比2、整数、小数1、万元2", example: "百分比2",
			shape: line(func(i *indicatorForm) *Text { return &i.format })},
		{name: "单位", about: "数或公式的单位；没有单位写“无”", example: "无",
			shape: line(func(i *indicatorForm) *Text { return &i.unit })},
		{name: "去年同期", about: "同比的基数", example: "20起",
			shape: line(func(i *indicatorForm) *Text { return &i.lastYear })},
		{name: "上期", about: "环比的基数", example: "20起",
			shape: line(func(i *indicatorForm) *Text { return &i.previous })},
		{name: "同比", about: "不知道基数时直接写同比：+9.1%、-3起、持平，或“增加3起，上升9.1%”", example: "+9.1%",
			shape: line(func(i *indicatorForm) *Text { return &i.change })},
		{name: "环比", about: "不知道上期数时直接写环比，写法与同比一样", example: "-3起",
			shape: line(func(i *indicatorForm) *Text { return &i.step })},
		{name: "同比位数", about: "同比印几位小数，不写就是 1",
			shape: whole(0, 6, func(i *indicatorForm, n int) { i.digits = n })},
		{name: "计划", about: "全年目标，用来算完成率", example: "50起",
			shape: line(func(i *indicatorForm) *Text { return &i.target })},
		{name: "约", about: "是：约数，印成“余”",
			shape: flag(func(i *indicatorForm) *bool { return &i.approx })},
		{name: "待补", about: "是：数还没有，草稿印【待补】，定稿不放行",
			shape: flag(func(i *indicatorForm) *bool { return &i.pending })},
		{name: "来源", about: "数从哪里来", example: "禁毒信息系统",
			shape: line(func(i *indicatorForm) *Text { return &i.source })},
		{name: "口径", about: "怎样统计", example: "户籍地",
			shape: line(func(i *indicatorForm) *Text { return &i.definition })},
		{name: "截至", about: "数截至哪天", example: "2023年6月20日",
			shape: line(func(i *indicatorForm) *Text { return &i.asOf })},
	},
}

// indicatorSchema is the schema of an indicator in its short or long form.
func indicatorSchema(defs *definitions) *schema {
	return &schema{AnyOf: []*schema{{Type: []string{"string", "number"}}, indicatorKeys.schema(defs)}}
}

func addIndicator(a *Area, name Text, v value) {
	form := readIndicator(name, v)
	// One with a name that is refused is kept, so that what names it is not
	// reported too.
	checkName(v.file, name, "指标")
	a.Indicators = append(a.Indicators, form.indicator(v.file.diags, name))
}

// readIndicator reads an indicator in its short or long form.
func readIndicator(name Text, v value) indicatorForm {
	form := indicatorForm{digits: defaultChangeDigits}
	switch {
	case isEmpty(v.node):
		v.file.diags.Errorf(name.Pos(), "写成“"+name.Value+": 22起”；还没有数就写“"+name.Value+": 待补”", "指标“%s”没有数", name.Value)
	case v.node.Kind == yaml.ScalarNode:
		t, _ := v.line()
		if form.pending = t.Value == pendingWord; !form.pending {
			form.given = t
		}
	case v.node.Kind == yaml.MappingNode:
		indicatorKeys.read(v, &form)
	default:
		v.errorf("写成“"+name.Value+": 22起”", "指标“%s”应写一个数，这里是%s", name.Value, kindName(v.node))
	}
	return form
}

// checkForm reports an indicator that has no value, or says so although it has one.
func checkForm(v value, i *indicatorForm) {
	switch {
	case i.pending && i.given.Given():
		v.file.diags.Errorf(i.given.Pos(), "有了数就删去“待补”", "%s写了数，又写“待补”", v.name)
	case !i.pending && !i.given.Given() && !i.formula.Given():
		v.errorf("写“数: 22起”或“公式: 甲 - 乙”；还没有就写“待补: 是”", "%s没有数也没有公式", v.name)
	}
}

// indicator reads the quantities. Its area is filled in later, when the whole
// file is read.
func (i indicatorForm) indicator(diags *diag.List, name Text) figure.Indicator {
	in := figure.Indicator{
		Key: figure.Key{Name: name.Value}, Pos: name.Pos(),
		Given:    i.entry(diags, i.given),
		LastYear: i.entry(diags, i.lastYear), Previous: i.entry(diags, i.previous), Target: i.entry(diags, i.target),
		Format: i.format.Value, FormatPos: i.format.Pos(), Unit: i.unit.Value,
		ChangeDigits: int32(i.digits), Approx: i.approx, Pending: i.pending,
		Source: i.source.Value, Definition: i.definition.Value, AsOf: i.asOf.Value,
	}
	if i.formula.Given() {
		in.Formula = &figure.Expression{Text: i.formula.Value, Pos: i.formula.Pos()}
	}
	in.GivenChange, in.GivenStep = givenChange(diags, i.change), givenChange(diags, i.step)
	in.Refused = figure.Refused{
		Value:    in.Given == nil && in.Formula == nil && !in.Pending,
		LastYear: in.LastYear == nil && i.lastYear.Given(),
		Previous: in.Previous == nil && i.previous.Given(),
		Change:   in.GivenChange == nil && i.change.Given(),
		Step:     in.GivenStep == nil && i.step.Given(),
		Target:   in.Target == nil && i.target.Given(),
	}
	return in
}

// givenChange reads a change typed by hand; nil when it is not given or, with
// a report, wrong.
func givenChange(diags *diag.List, t Text) *figure.GivenChange {
	if !t.Given() {
		return nil
	}
	change, err := figure.ParseChange(t.Value)
	if reportMistake(diags, t, err); err != nil {
		return nil
	}
	change.Pos = t.Pos()
	if change.Amount != nil {
		change.Amount.Pos = t.Pos()
	}
	return &change
}

// entry reads a quantity; nil when it is not given or, with a report, wrong.
func (i indicatorForm) entry(diags *diag.List, t Text) *figure.Entry {
	if !t.Given() {
		return nil
	}
	q, err := figure.ParseQuantity(t.Value, i.unit.Value)
	if reportMistake(diags, t, err); err != nil {
		return nil
	}
	return &figure.Entry{Quantity: q, Pos: t.Pos()}
}

// reportMistake reports what package figure has to say about a text.
func reportMistake(diags *diag.List, t Text, err error) {
	var mistake *figure.Mistake
	switch {
	case errors.As(err, &mistake):
		diags.Errorf(t.Pos(), mistake.Hint, "%s", mistake.Message)
	case err != nil:
		diags.Errorf(t.Pos(), "", "%s", err)
	}
}
