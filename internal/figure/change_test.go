package figure_test

import (
	"testing"

	"banwen/internal/diag"
	"banwen/internal/figure"

	"github.com/stretchr/testify/require"
)

// compared makes a book of one indicator, 指标, with last year's figure.
func compared(t *testing.T, now, then string, digits int32, options figure.Options) (*figure.Book, *figure.Value) {
	t.Helper()
	list := indicators(t, "指标: "+now)
	list[0].ChangeDigits = digits
	list[0].LastYear = &figure.Entry{Quantity: quantity(t, then)}
	list[0].Previous = list[0].LastYear
	b, diags := figure.NewBook(list, nil, options)
	require.Empty(t, diags)
	return b, value(t, b, "指标")
}

func TestYearOnYear(t *testing.T) {
	more := figure.Words{Up: "增加", Down: "减少"}
	for _, c := range []struct {
		now, then string
		digits    int32
		words     figure.Words
		want      string
	}{
		// The sample's (shared figures R19 to R25).
		{"4957人", "4908人", 0, more, "增加1％"},
		{"4957人", "4924人", 0, more, "增加1％"},
		{"3672人", "3464人", 0, figure.DefaultWords, "上升6％"},
		{"1285人", "1460人", 0, figure.DefaultWords, "下降12％"},
		{"437起", "481起", 1, figure.DefaultWords, "下降9.1％"},
		{"303起", "293起", 1, figure.DefaultWords, "上升3.4％"},
		{"333人", "175人", 1, figure.DefaultWords, "上升90.3％"},
		{"1071起", "1252起", 1, figure.DefaultWords, "下降14.5％"},
		{"1071起", "1253起", 1, figure.DefaultWords, "下降14.5％"},
		// Level, nearly level, from nothing, to nothing.
		{"5起", "5起", 1, figure.DefaultWords, "持平"},
		{"0起", "0起", 1, figure.DefaultWords, "持平"},
		{"10001起", "10000起", 1, figure.DefaultWords, "基本持平"},
		{"10005起", "10000起", 1, figure.DefaultWords, "上升0.1％"},
		{"9999起", "10000起", 1, figure.DefaultWords, "基本持平"},
		{"3起", "0起", 1, figure.DefaultWords, "增加3起"},
		{"18.90万元", "0万元", 1, figure.DefaultWords, "增加18.90万元"},
		{"0起", "3起", 1, figure.DefaultWords, "下降100.0％"},
		{"300余起", "200起", 0, figure.DefaultWords, "上升50％"},
		{"300余起", "0起", 0, figure.DefaultWords, "增加300起"},
		// Negative figures have no percentage.
		{"5万元", "-3万元", 1, figure.DefaultWords, "增加8万元"},
		{"-5万元", "3万元", 1, figure.DefaultWords, "减少8万元"},
		{"-5万元", "-3万元", 1, figure.DefaultWords, "减少2万元"},
		// Units of one family.
		{"1.2亿元", "9000万元", 1, figure.DefaultWords, "上升33.3％"},
		{"684名", "600人", 0, figure.DefaultWords, "上升14％"},
		{"1.5公斤", "0克", 1, figure.DefaultWords, "增加1.5公斤"},
		// Percentages.
		{"66.37%", "60%", 1, figure.DefaultWords, "上升6.4个百分点"},
		{"60%", "66.37%", 2, more, "减少6.37个百分点"},
		{"60.01%", "60%", 1, figure.DefaultWords, "基本持平"},
		{"60%", "60.0%", 1, figure.DefaultWords, "持平"},
		{"60%", "0%", 1, figure.DefaultWords, "上升60.0个百分点"},
		{"5‰", "4‰", 1, figure.DefaultWords, "上升0.1个百分点"},
		// Ties go away from zero.
		{"2001起", "2000起", 1, figure.DefaultWords, "上升0.1％"},
		{"1999起", "2000起", 1, figure.DefaultWords, "下降0.1％"},
	} {
		b, v := compared(t, c.now, c.then, c.digits, figure.Options{})
		for _, change := range []func(*figure.Value, figure.Words) (string, error){b.YearOnYear, b.PeriodOnPeriod} {
			got, err := change(v, c.words)
			require.NoError(t, err)
			require.Equal(t, c.want, got, "%s against %s", c.now, c.then)
		}
	}
}

func TestYearOnYearCutOff(t *testing.T) {
	for now, want := range map[string]string{"437起": "下降9.1%", "333起": "下降30.7%", "480起": "下降0.2%", "481起": "持平"} {
		b, v := compared(t, now, "481起", 1, figure.Options{Truncate: true, PercentSign: "%"})
		got, err := b.YearOnYear(v, figure.DefaultWords)
		require.NoError(t, err)
		require.Equal(t, want, got, now)
	}
}

func TestGivenChange(t *testing.T) {
	more := figure.Words{Up: "增加", Down: "减少"}
	for _, c := range []struct{ now, change, want, wantMore string }{
		{"437起", "-9.1%", "下降9.1％", "减少9.1％"},
		{"437起", "+9.10%", "上升9.10％", "增加9.10％"},
		{"437起", "-3起", "减少3起", "减少3起"},
		{"437起", "持平", "持平", "持平"},
		{"66.37%", "+2.5百分点", "上升2.5个百分点", "增加2.5个百分点"},
		{"66.37%", "持平", "持平", "持平"},
	} {
		list := indicators(t, "指标: "+c.now)
		change, err := figure.ParseChange(c.change)
		require.NoError(t, err)
		list[0].GivenChange = &change
		b, diags := figure.NewBook(list, nil, figure.Options{})
		require.Empty(t, diags)
		got, err := b.YearOnYear(value(t, b, "指标"), figure.DefaultWords)
		require.NoError(t, err)
		require.Equal(t, c.want, got)
		got, err = b.YearOnYear(value(t, b, "指标"), more)
		require.NoError(t, err)
		require.Equal(t, c.wantMore, got)
		_, err = b.PeriodOnPeriod(value(t, b, "指标"), more)
		require.EqualError(t, err, "“指标”没有上期数（写上“上期”或“环比”）")
	}
}

func TestKnownBaseGoesBeforeGivenChange(t *testing.T) {
	list := indicators(t, "指标: 437起")
	list[0].LastYear = &figure.Entry{Quantity: quantity(t, "481起")}
	list[0].GivenChange = &figure.GivenChange{Entry: figure.Entry{Quantity: quantity(t, "5%")}, Direction: 1}
	b, diags := figure.NewBook(list, nil, figure.Options{})
	require.Empty(t, diags)
	got, err := b.YearOnYear(value(t, b, "指标"), figure.DefaultWords)
	require.NoError(t, err)
	require.Equal(t, "下降9.1％", got)
}

func TestNoBase(t *testing.T) {
	b := book(t, "指标: 437起", figure.Options{})
	_, err := b.YearOnYear(value(t, b, "指标"), figure.DefaultWords)
	require.EqualError(t, err, "“指标”没有去年同期数（写上“去年同期”或“同比”）")
}

func TestLastYearFromReportBefore(t *testing.T) {
	before := book(t, `
		立案: 481起
		破案: 293起
		破案率: = 破案 / 立案 | 百分比0
		率: = 立案 / 破案 × 0 | 小数0
		待定: 待补
		换单位: 5人
		[反诈]
		立案: 100起`, figure.Options{})
	list := indicators(t, `
		立案: 437起
		破案: 303起
		破案率: = 破案 / 立案 | 百分比0
		待定: 5起
		新增: 1起`)
	list[1].LastYear = &figure.Entry{Quantity: quantity(t, "300起")}
	b, diags := figure.NewBook(list, before, figure.Options{})
	require.Empty(t, diags)
	for name, want := range map[string]string{"立案": "下降9.1％", "破案": "上升1.0％", "破案率": "上升8.4个百分点"} {
		got, err := b.YearOnYear(value(t, b, name), figure.DefaultWords)
		require.NoError(t, err)
		require.Equal(t, want, got, name) // 69.336 − 60.915, though 69％ and 61％ are printed
	}
	require.Equal(t, "481起", b.Print(*value(t, b, "立案").LastYear))
	require.Same(t, value(t, before, "立案"), value(t, b, "立案").LastYearFrom)
	require.Nil(t, value(t, b, "破案").LastYearFrom)
	require.Equal(t, "61％", b.Print(*value(t, b, "破案率").LastYear))
	require.Nil(t, value(t, b, "待定").LastYear)
	require.Nil(t, value(t, b, "新增").LastYear)

	_, diags = figure.NewBook(indicators(t, "换单位: 5起"), before, figure.Options{})
	require.Len(t, diags, 1)
	require.Equal(t, "data.yaml:1:1: 错误：“换单位”单位是起，去年同期单位是人（改成同一单位，或写上“去年同期”）", diags[0].String())
}

func TestUnitsOfBases(t *testing.T) {
	entry := func(s string, line int) *figure.Entry {
		return &figure.Entry{Quantity: quantity(t, s), Pos: diag.Pos{File: "data.yaml", Line: line, Col: 9}}
	}
	list := indicators(t, "甲: 22起\n率: 50%")
	list[0].LastYear, list[0].Previous, list[0].Target = entry("3人", 2), entry("3", 3), entry("3%", 4)
	list[0].GivenChange = &figure.GivenChange{Entry: *entry("3人", 5), Direction: 1}
	list[1].GivenChange = &figure.GivenChange{Entry: *entry("3%", 6), Direction: 1}
	_, diags := figure.NewBook(list, nil, figure.Options{})
	var got []string
	for _, d := range diags {
		got = append(got, d.String())
	}
	require.Equal(t, []string{
		"data.yaml:2:9: 错误：“甲”单位是起，去年同期单位是人（改成同一单位）",
		"data.yaml:3:9: 错误：“甲”单位是起，上期没有单位（改成同一单位）",
		"data.yaml:4:9: 错误：“甲”单位是起，计划单位是%（改成同一单位）",
		"data.yaml:5:9: 错误：“甲”单位是起，同比单位是人（写成“+9.1%”，或改成同一单位）",
		"data.yaml:6:9: 错误：“率”是百分数，它的增减用百分点（写成“+2.5个百分点”）",
	}, got)
}

func TestRate(t *testing.T) {
	b := book(t, `
		化解: 99起
		排查: 171起
		住院: 105人
		患者: 684名
		零: 0人
		钱: 5000元
		万: 1.5万元`, figure.Options{})
	for _, c := range []struct {
		part, whole string
		digits      int32
		want        string
	}{
		{"化解", "排查", 2, "57.89％"}, {"化解", "排查", 0, "58％"}, {"住院", "患者", 2, "15.35％"}, {"零", "患者", 1, "0.0％"}, {"钱", "万", 2, "33.33％"},
	} {
		got, err := b.Rate(value(t, b, c.part), value(t, b, c.whole), c.digits)
		require.NoError(t, err)
		require.Equal(t, c.want, got)
	}
	_, err := b.Rate(value(t, b, "化解"), value(t, b, "排查"), 99)
	require.EqualError(t, err, "不能印99位小数（写0到8）")
	_, err = b.Rate(value(t, b, "住院"), value(t, b, "零"), 2)
	require.EqualError(t, err, "“零”是0，不能算“住院”占它的率（改正数，或不写这个率）")
	_, err = b.Rate(value(t, b, "化解"), value(t, b, "患者"), 2)
	require.EqualError(t, err, "“化解”单位是起，“患者”单位是名，不能算率（改成同一单位）")
}

func TestProgress(t *testing.T) {
	list := indicators(t, "立案: 190起\n追赃: 9804800元\n零: 3起\n无计划: 1起")
	list[0].Target = &figure.Entry{Quantity: quantity(t, "400起")}
	list[1].Target = &figure.Entry{Quantity: quantity(t, "2000万元")}
	list[2].Target = &figure.Entry{Quantity: quantity(t, "0起")}
	b, diags := figure.NewBook(list, nil, figure.Options{})
	require.Empty(t, diags)
	got, err := b.Progress(value(t, b, "立案"), 1)
	require.NoError(t, err)
	require.Equal(t, "47.5％", got)
	got, err = b.Progress(value(t, b, "追赃"), 2)
	require.NoError(t, err)
	require.Equal(t, "49.02％", got)
	_, err = b.Progress(value(t, b, "无计划"), 1)
	require.EqualError(t, err, "“无计划”没有计划数（写上“计划”）")
	_, err = b.Progress(value(t, b, "零"), 1)
	require.EqualError(t, err, "“零的计划数”是0，不能算“零”占它的率（改正数，或不写这个率）")
}

// A mistake is told once, by NewBook; what is computed from it says nothing more.
func TestFailedSaysNothingMore(t *testing.T) {
	b, diags := figure.NewBook(indicators(t, "甲: = 没有的\n乙: = 甲 + 甲\n丙: 3起"), nil, figure.Options{})
	require.Len(t, diags, 1)
	require.True(t, value(t, b, "乙").Failed)
	for _, v := range b.All()[:2] {
		_, err := b.YearOnYear(v, figure.DefaultWords)
		require.NoError(t, err)
		_, err = b.Rate(v, value(t, b, "丙"), 1)
		require.NoError(t, err)
		_, err = b.Progress(v, 1)
		require.NoError(t, err)
	}
}
