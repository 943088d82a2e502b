package chart_test

import (
	"errors"
	"fmt"
	"testing"

	"banwen/internal/chart"
	"banwen/internal/doc"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
)

func TestAxis(t *testing.T) {
	for _, test := range []struct {
		name   string
		spec   chart.Spec
		lowest string
		top    string
		step   string
	}{
		{"thousands", spec(doc.Column, "人", "a b", row("今年", "4957", "3672")), "0", "6000", "1000"},
		{"hundreds", spec(doc.Column, "起", "a b", row("今年", "437", "1071")), "0", "1200", "200"},
		{"five digits", spec(doc.Column, "条", "a", row("", "65507")), "0", "80000", "20000"},
		{"small counts take whole steps", spec(doc.Column, "起", "a b", row("", "1", "2")), "0", "3", "1"},
		{"one", spec(doc.Column, "起", "a", row("", "1")), "0", "2", "1"},
		{"all zero", spec(doc.Column, "起", "a b", row("", "0", "0")), "0", "1", "1"},
		{"all missing", spec(doc.Column, "起", "a", row("", "")), "0", "1", "1"},
		{"fractions", spec(doc.Column, "克", "a b", row("", "0.057", "0.012")), "0", "0.08", "0.02"},
		{"quarters", spec(doc.Column, "克", "a", row("", "11.5")), "0", "12.5", "2.5"},
		{"a label above the highest needs room", spec(doc.Column, "起", "a", row("", "100")), "0", "120", "20"},
		{"lines far from zero start at zero", spec(doc.Line, "起", "a b", row("", "990", "1010")), "0", "1200", "200"},
		{"negative", spec(doc.Column, "起", "a b", row("", "-30", "55")), "-40", "80", "20"},
		{"only negative", spec(doc.Column, "起", "a", row("", "-30")), "-40", "0", "10"},
		{"stack reaches the sum", spec(doc.StackedColumn, "次", "a b", row("现场", "72", "103"), row("网上", "42", "731")), "0", "1000", "200"},
		{"bars leave room for number and unit", spec(doc.Bar, "万元", "a b", row("", "980.48", "1038.65")), "0", "1250", "250"},
		{"percentages end at 100", spec(doc.Column, "%", "a b", row("", "97.5", "66.37")), "0", "100", "20"},
		{"percentages beyond 100", spec(doc.Column, "％", "a", row("", "104")), "0", "120", "20"},
		{"very large", spec(doc.Column, "元", "a", row("", "9999999999999999")), "0", "12000000000000000", "2000000000000000"},
	} {
		t.Run(test.name, func(t *testing.T) {
			axis := build(t, test.spec).Axis
			require.Equal(t, doc.Axis{Min: test.lowest, Max: test.top, Step: test.step}, *axis)
		})
	}
}

func TestPieHasNoAxis(t *testing.T) {
	require.Nil(t, build(t, spec(doc.Pie, "人", "a b", row("", "1", "2"))).Axis)
}

func TestBarsAreRanked(t *testing.T) {
	s := spec(doc.Bar, "万元", "止付 缺额 冻结 并列 返还", row("金额", "980.48", "", "1038.65", "980.48", "18.90"))
	s.Series[0].Points[2].Origin = &doc.Origin{Name: "反诈.冻结"}
	c := build(t, s)
	require.Equal(t, []string{"冻结", "止付", "并列", "返还", "缺额"}, c.Categories)
	require.Equal(t, "1038.65", c.Series[0].Points[0].Value)
	require.Equal(t, "反诈.冻结", c.Series[0].Points[0].Origin.Name)
	require.True(t, c.Series[0].Points[4].Missing)
	require.Equal(t, []string{"止付", "缺额", "冻结", "并列", "返还"}, s.Categories, "the spec is left as it was")
}

func TestBarsOfSeveralSeriesKeepTheirOrder(t *testing.T) {
	c := build(t, spec(doc.Bar, "起", "小 大", row("今年", "1", "9"), row("去年", "2", "8")))
	require.Equal(t, []string{"小", "大"}, c.Categories)
}

func TestLabelsKeepTheDigitsTyped(t *testing.T) {
	c := build(t, spec(doc.Bar, "万元", "返还 止付", row("金额", "18.90", "")))
	require.Equal(t, "18.90", c.Series[0].Points[0].Label)
	require.Equal(t, doc.Point{Label: "缺", Color: c.Series[0].Color, Missing: true}, c.Series[0].Points[1])
}

func TestAPointWithoutLabelShowsItsValue(t *testing.T) {
	s := spec(doc.Column, "起", "a", row("", "5"))
	s.Series[0].Points[0].Label = ""
	require.Equal(t, "5", build(t, s).Series[0].Points[0].Label)
}

func sliceLabels(c *doc.Chart) []string {
	var labels []string
	for _, p := range c.Series[0].Points {
		labels = append(labels, p.Label)
	}
	return labels
}

func TestSharesEqualTheRatesOfTheText(t *testing.T) {
	resolved := build(t, spec(doc.Doughnut, "起", "已化解 未化解", row("", "99", "72")))
	require.Equal(t, []string{"已化解 99起（57.89％）", "未化解 72起（42.11％）"}, sliceLabels(resolved))
	patients := build(t, spec(doc.Pie, "人", "住院治疗 在家 外出务工", row("", "105", "568", "11")))
	require.Equal(t, []string{"住院治疗 105人（15.35％）", "在家 568人（83.04％）", "外出务工 11人（1.61％）"}, sliceLabels(patients))
}

func TestSharesAreEachRoundedByThemselves(t *testing.T) {
	thirds := build(t, spec(doc.Pie, "起", "a b c", row("", "1", "1", "1")))
	require.Equal(t, "a 1起（33.33％）", thirds.Series[0].Points[0].Label, "33.34 somewhere would contradict the text")
	s := spec(doc.Pie, "起", "a b", row("", "2", "1"))
	s.Truncate, s.PercentSign = true, "%"
	require.Equal(t, []string{"a 2起（66.66%）", "b 1起（33.33%）"}, sliceLabels(build(t, s)))
}

func TestASliceThatIsAPercentageHasNoShareBesides(t *testing.T) {
	c := build(t, spec(doc.Pie, "%", "a b", row("", "57.89", "42.11")))
	require.Equal(t, []string{"a 57.89％", "b 42.11％"}, sliceLabels(c))
}

func TestNoSharesOfAWholeThatIsNotKnown(t *testing.T) {
	c := build(t, spec(doc.Pie, "人", "在家 外出", row("", "568", "")))
	require.Equal(t, []string{"在家 568人", "外出 缺"}, sliceLabels(c))
	require.Equal(t, "图（饼图）：在家568人；外出缺。", c.Alt)
}

func TestAltSaysEveryValue(t *testing.T) {
	for want, s := range map[string]chart.Spec{
		"图（柱状图）：立案今年437起，去年同期481起；受理今年1071起，去年同期缺。": spec(doc.Column, "起", "立案 受理", row("今年", "437", "1071"), row("去年同期", "481", "")),
		"图（条形图）：冻结1038.65万元；返还18.90万元。":             spec(doc.Bar, "万元", "返还 冻结", row("金额", "18.90", "1038.65")),
		"图（环形图）：已化解99起，占57.89％；未化解72起，占42.11％。":     spec(doc.Doughnut, "起", "已化解 未化解", row("", "99", "72")),
		"图（堆叠柱状图）：检查单位现场103次，网上731个次。":              spec(doc.StackedColumn, "", "检查单位", row("现场", "103次"), row("网上", "731个次")),
		"图（折线图）：2022为90起；2023缺。":                    spec(doc.Line, "起", "2022 2023", row("立案", "90", "")),
	} {
		require.Equal(t, want, build(t, s).Alt)
	}
}

func TestTotals(t *testing.T) {
	require.Equal(t, []string{"共171起"}, chart.Totals(build(t, spec(doc.Doughnut, "起", "a b", row("", "99", "72")))))
	require.Equal(t, []string{"114次", "", ""}, chart.Totals(build(t, spec(doc.StackedColumn, "", "督察 单位 缺数",
		row("现场", "72次", "103次", "1次"), row("网上", "42次", "731个次", "")))))
	require.Equal(t, []string{"3.50"}, chart.Totals(build(t, spec(doc.StackedColumn, "克", "a", row("甲", "1.25"), row("乙", "2.25")))))
	require.Nil(t, chart.Totals(build(t, spec(doc.Column, "起", "a", row("", "1")))))
}

func TestMistakesAreAllNamed(t *testing.T) {
	many := make([]string, 13)
	for i := range many {
		many[i] = fmt.Sprint(i + 1)
	}
	tooManySlices := spec(doc.Pie, "起", "", row("", many...))
	tooManySlices.Categories = many
	for _, test := range []struct {
		spec chart.Spec
		want []string
	}{
		{spec("radar", "起", "a", row("", "1")), []string{"没有“radar”这种图"}},
		{spec(doc.Column, "起", ""), []string{"柱状图没有分类", "柱状图没有数据"}},
		{spec(doc.Pie, "起", "a b", row("今年", "1", "2"), row("去年", "1", "2")), []string{"饼图只能画一组数，现有2组，可改用柱状图"}},
		{spec(doc.Pie, "起", "a b", row("", "-1", "2")), []string{"饼图不能画负数：“a”是-1，可改用柱状图"}},
		{spec(doc.StackedColumn, "起", "a b", row("", "-1", "-2")), []string{
			"堆叠柱状图不能画负数：“a”是-1，可改用柱状图", "堆叠柱状图不能画负数：“b”是-2，可改用柱状图"}},
		{spec(doc.Doughnut, "起", "a b", row("", "0", "0")), []string{"环形图各项都是零，画不出比例"}},
		{spec(doc.Column, "起", "a b", row("今年", "1"), row("今年", "1", "2")), []string{"“今年”有1个数，分类却有2个", "有两组数都叫“今年”"}},
		{spec(doc.Line, "起", "a", row("1", "1"), row("2", "1"), row("3", "1"), row("4", "1"), row("5", "1")), []string{"折线图最多4条线，现有5条"}},
		{tooManySlices, []string{"饼图最多分12块，现有13块，可把小的并为“其他”或改用条形图"}},
	} {
		_, err := chart.New(test.spec)
		var mistakes chart.Mistakes
		require.True(t, errors.As(err, &mistakes), test.want)
		var got []string
		for _, m := range mistakes {
			got = append(got, m.Error())
		}
		require.Equal(t, test.want, got)
	}
}

func TestPaletteReadsInBlackAndWhite(t *testing.T) {
	labels := make([]string, 12)
	names := ""
	for i := range labels {
		labels[i] = fmt.Sprint(i + 1)
		names += fmt.Sprintf("第%d ", i+1)
	}
	for n := 2; n <= len(labels); n++ {
		s := spec(doc.Pie, "起", "", row("", labels[:n]...))
		for i := range n {
			s.Categories = append(s.Categories, fmt.Sprint("第", i))
		}
		points := build(t, s).Series[0].Points
		for i, p := range points {
			next := points[(i+1)%n]
			require.Greater(t, difference(p.Color, next.Color), 25.0, "slices %d and %d of %d", i, (i+1)%n, n)
		}
	}
	s := spec(doc.Column, "起", "a")
	for i := range 6 {
		s.Series = append(s.Series, row(fmt.Sprint(i), "1"))
	}
	series := build(t, s).Series
	for i := range series {
		for j := range i {
			require.Greater(t, difference(series[i].Color, series[j].Color), 12.0)
		}
	}
}

// difference is that of two colours in CIE L*.
func difference(a, b string) float64 {
	d := lightness(a) - lightness(b)
	return max(d, -d)
}

func TestValuesStayExact(t *testing.T) {
	s := spec(doc.Column, "元", "a", row("", "1"))
	s.Series[0].Points[0].Value = decimal.RequireFromString("12345678901234567890.123456789")
	require.Equal(t, "12345678901234567890.123456789", build(t, s).Series[0].Points[0].Value)
}
