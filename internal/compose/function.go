package compose

import (
	"strconv"

	"banwen/internal/doc"
	"banwen/internal/figure"
	"banwen/internal/template"
)

// call is one use of a function.
type call struct {
	name   string
	action *template.Action
	args   []template.Word // at least one
	scope  scope
}

// rateDecimals is how many decimals a rate prints where the text does not say.
const rateDecimals = 2

// functions are the functions of the language.
var functions map[string]func(*runner, call)

func init() { // not at the declaration: functions run texts, which look functions up
	functions = map[string]func(*runner, call){
		"数":   (*runner).number,
		"汉字":  (*runner).chinese,
		"汉字数": (*runner).chineseNumber,
		"同比":  (*runner).yearOnYear,
		"环比":  (*runner).periodOnPeriod,
		"率":   (*runner).rate,
		"完成率": (*runner).progress,
		"图表":  (*runner).chart,
		"表格":  (*runner).table,
	}
}

// one prints what make gives of the single figure that x names.
func (r *runner) one(x call, make func(*figure.Value) (string, error)) {
	values, rest, ok := r.operands(x, 1)
	if !ok || !r.noneLeft(rest) {
		return
	}
	v := values[0]
	r.print(x.action, x.scope, values, func() (string, *doc.Origin, error) {
		text, err := make(v)
		return text, r.c.origin(v), err
	})
}

func (r *runner) number(x call) {
	r.one(x, func(v *figure.Value) (string, error) { return r.c.book.PrintNumber(v.Quantity), nil })
}

func (r *runner) chinese(x call) {
	r.one(x, func(v *figure.Value) (string, error) { return r.c.book.PrintChinese(v.Quantity) })
}

func (r *runner) chineseNumber(x call) {
	r.one(x, func(v *figure.Value) (string, error) { return r.c.book.PrintChineseNumber(v.Quantity) })
}

func (r *runner) yearOnYear(x call) {
	r.change(x, "去年同期", r.c.book.YearOnYear, func(v *figure.Value) *figure.Quantity { return v.LastYear })
}

func (r *runner) periodOnPeriod(x call) {
	r.change(x, "上期", r.c.book.PeriodOnPeriod, func(v *figure.Value) *figure.Quantity { return v.Previous })
}

// change prints a change; two quoted words may take the place of 上升 and 下降.
func (r *runner) change(x call, against string, word func(*figure.Value, figure.Words) (string, error), base func(*figure.Value) *figure.Quantity) {
	values, rest, ok := r.operands(x, 1)
	if !ok {
		return
	}
	words := figure.DefaultWords
	switch {
	case len(rest) == 2 && rest[0].Text != "" && rest[1].Text != "":
		words = figure.Words{Up: rest[0].Text, Down: rest[1].Text}
	case len(rest) > 0:
		r.errorf(rest[0].At, `写成 {{`+x.name+` 指标 "增加" "减少"}}`, "“%s”要么不写词，要么写两个词", x.name)
		return
	}
	v := values[0]
	r.print(x.action, x.scope, values, func() (string, *doc.Origin, error) {
		text, err := word(v, words)
		return text, r.c.changeOrigin(v, against, base(v)), err
	})
}

func (r *runner) rate(x call) {
	values, rest, ok := r.operands(x, 2)
	digits, good := r.decimals(rest)
	if !ok || !good {
		return
	}
	part, whole := values[0], values[1]
	r.print(x.action, x.scope, values, func() (string, *doc.Origin, error) {
		text, err := r.c.book.Rate(part, whole, digits)
		return text, r.c.rateOrigin(part, whole), err
	})
}

func (r *runner) progress(x call) {
	values, rest, ok := r.operands(x, 1)
	digits, good := r.decimals(rest)
	if !ok || !good {
		return
	}
	v := values[0]
	r.print(x.action, x.scope, values, func() (string, *doc.Origin, error) {
		text, err := r.c.book.Progress(v, digits)
		return text, r.c.changeOrigin(v, "计划", targetOf(v)), err
	})
}

func targetOf(v *figure.Value) *figure.Quantity {
	if v.Target == nil {
		return nil
	}
	return &v.Target.Quantity
}

// decimals reads the number of decimals that may follow a rate's names.
func (r *runner) decimals(rest []template.Word) (int32, bool) {
	if len(rest) == 0 {
		return rateDecimals, true
	}
	n, err := strconv.ParseInt(rest[0].Text, 10, 8)
	if err != nil || n < 0 || n > 6 || len(rest) > 1 {
		r.errorf(rest[0].At, "写0到6的一个数，如 {{率 甲 乙 1}}", "“%s”不是小数位数", rest[0].Text)
		return 0, false
	}
	return int32(n), true
}

func (r *runner) noneLeft(rest []template.Word) bool {
	if len(rest) > 0 {
		r.errorf(rest[0].At, "删去它；名称里有空格的加引号", "多出的“%s”", rest[0].Text)
	}
	return len(rest) == 0
}
