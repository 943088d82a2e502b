package figure_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"banwen/internal/figure"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
)

// plain is a book without indicators, to print with.
var plain, _ = figure.NewBook(nil, nil, figure.Options{})

func TestParseQuantity(t *testing.T) {
	for _, c := range []struct {
		typed, unit     string
		number          string
		decimals        int32
		name, family    string
		factor, printed string
	}{
		{"22起", "", "22", 0, "起", "起", "1", "22起"},
		{"0起", "", "0", 0, "起", "起", "1", "0起"},
		{"19.057克", "", "19.057", 3, "克", "克", "1", "19.057克"},
		{"18.90万元", "", "18.90", 2, "万元", "元", "10000", "18.90万元"},
		{"980.48万余元", "", "980.48", 2, "万元", "元", "10000", "980.48万余元"},
		{"100余万元", "", "100", 0, "万元", "元", "10000", "100万余元"},
		{"100余起", "", "100", 0, "起", "起", "1", "100余起"},
		{"5.9万余起", "", "5.9", 1, "万起", "起", "10000", "5.9万余起"},
		{"66.37%", "", "66.37", 2, "%", "%", "1", "66.37％"},
		{"66.37％", "", "66.37", 2, "%", "%", "1", "66.37％"},
		{"2.5个百分点", "", "2.5", 1, "个百分点", "百分点", "1", "2.5个百分点"},
		{"5.9万起", "", "5.9", 1, "万起", "起", "10000", "5.9万起"},
		{"3千克", "", "3", 0, "千克", "克", "1000", "3千克"},
		{"3千人", "", "3", 0, "千人", "人", "1000", "3千人"},
		{"1.2万亿元", "", "1.2", 1, "万亿元", "元", "1000000000000", "1.2万亿元"},
		{"684名", "", "684", 0, "名", "人", "1", "684名"},
		{"809人次", "", "809", 0, "人次", "人次", "1", "809人次"},
		{"731个次", "", "731", 0, "个次", "个次", "1", "731个次"},
		{"5元/人", "", "5", 0, "元/人", "元/人", "1", "5元/人"},
		{"－３．５０起", "", "-3.50", 2, "起", "起", "1", "-3.50起"},
		{"+3起", "", "3", 0, "起", "起", "1", "3起"},
		{" 22 起　", "", "22", 0, "起", "起", "1", "22起"},
		{"22", "起", "22", 0, "起", "起", "1", "22起"},
		{"22起", "起", "22", 0, "起", "起", "1", "22起"},
		{"5000元", "万元", "5000", 0, "元", "元", "1", "5000元"},
		{"5.9万", "起", "5.9", 1, "万起", "起", "10000", "5.9万起"},
		{"100余", "起", "100", 0, "起", "起", "1", "100余起"},
		{"1.50", "无", "1.50", 2, "", "", "1", "1.50"},
		{"5.9万", "无", "5.9", 1, "万", "", "10000", "5.9万"},
	} {
		q, err := figure.ParseQuantity(c.typed, c.unit)
		require.NoError(t, err, c.typed)
		require.Equal(t, c.number, q.Number.StringFixed(q.Decimals), c.typed)
		require.Equal(t, c.decimals, q.Decimals, c.typed)
		require.Equal(t, c.name, q.Unit.Name, c.typed)
		require.Equal(t, c.family, q.Unit.Family, c.typed)
		require.Equal(t, c.factor, q.Unit.Factor.String(), c.typed)
		require.Equal(t, strings.Contains(c.typed, "余"), q.Approx, c.typed)
		require.Equal(t, c.printed, plain.Print(q), c.typed)
	}
}

func TestParseQuantityRefuses(t *testing.T) {
	for _, c := range []struct{ typed, unit, message string }{
		{"22", "", "“22”缺少单位（写成“22起”，没有单位的写“单位: 无”）"},
		{"5.9万", "", "“5.9万”缺少单位（写成“22起”，没有单位的写“单位: 无”）"},
		{"", "起", "没有数（写成“22起”这样的数和单位）"},
		{"若干", "", "“若干”不是数（写成“22起”这样的数和单位）"},
		{"二十二起", "", "“二十二起”不是数（数用阿拉伯数字；正文里可印成汉字）"},
		{"NaN", "无", "“NaN”不是数（写成“22起”这样的数和单位）"},
		{"Infinity", "无", "“Infinity”不是数（写成“22起”这样的数和单位）"},
		{"约100起", "", "“约100起”不是数（约数写成“100余起”，“约”写在正文里）"},
		{"第5名", "", "“第5名”不是数（只写“5名”，“第”写在正文里）"},
		{"100多起", "", "“100多起”：约数不能这样写（写成“100余起”）"},
		{"22起左右", "", "“左右”不是单位（约数写成“100余起”，其余写在正文里）"},
		{"22起余", "", "“余”不是单位（约数写成“100余起”，其余写在正文里）"},
		{"66余%", "", "百分数不用“余”（在正文里写“约”）"},
		{"1,285人", "", "“1,285人”：数里不能有逗号（去掉千分位逗号，写成“1285人”）"},
		{"1，285人", "", "“1，285人”：数里不能有逗号（去掉千分位逗号，写成“1285人”）"},
		{"1 285人", "", "“1 285人”：数中间不能有空格（去掉空格）"},
		{"1：1.5", "", "“1：1.5”：这是比，不是一个数（比例写在正文里，或分成两个指标）"},
		{"3/4", "无", "“3/4”：这是比，不是一个数（比例写在正文里，或分成两个指标）"},
		{"1－5月", "", "“1－5月”：这是范围，不是一个数（分成两个指标，或写在正文里）"},
		{"10起12人", "", "“10起12人”：一个指标只能有一个数（分成几个指标）"},
		{"22起，121人", "", "“22起，121人”：一个指标只能有一个数（分成几个指标）"},
		{"1e999999999", "无", "“1e999999999”：数不能用科学计数法（把数写全，或用万、亿作单位）"},
		{"1E5起", "", "“1E5起”：数不能用科学计数法（把数写全，或用万、亿作单位）"},
		{strings.Repeat("9", 41) + "起", "", "“999999999999999999999999…”：数太长（整数最多18位，小数最多8位；大数用万、亿作单位）"},
		{"0.123456789克", "", "“0.123456789克”：数太长（整数最多18位，小数最多8位；大数用万、亿作单位）"},
		{"007起", "", "“007起”：数的前面多了0（去掉前面的0）"},
		{".5克", "", "“.5克”不是数（小数点前面写0，如“0.5”）"},
		{"5.克", "", "“5.克”：小数点不对（小数写成“0.5”“19.057”）"},
		{"1.2.3起", "", "“1.2.3起”：小数点不对（小数写成“0.5”“19.057”）"},
		{"22起", "人", "“22起”的单位与“单位: 人”不合（只留一个）"},
		{"22起", "无", "“22起”的单位与“单位: 无”不合（只留一个）"},
		{"22起。", "", "单位“起。”里不能有“。”（单位只写“起”“人次”“万元”这样的词）"},
		{"22起 案", "", "单位“起 案”里不能有空格（单位只写“起”“人次”“万元”这样的词）"},
		{"22万万元", "", "单位“万万元”不明白（“万”和“万”只写一个）"},
		{"22元/", "", "单位“元/”不完整（写成“元/人”这样）"},
		{"22一二三四五六七八九十甲乙丙", "", "单位“一二三四五六七八九十甲乙丙”太长（单位只写“起”“人次”“万元”这样的词）"},
		{"22\u200b起", "", "第3个字是看不见的字符U+200B（删去重新输入）"},
		{"22\x00起", "", "第3个字是看不见的字符U+0000（删去重新输入）"},
		{"22\xff", "起", "有读不懂的字节（文件请存成UTF-8）"},
	} {
		_, err := figure.ParseQuantity(c.typed, c.unit)
		require.EqualError(t, err, c.message, "%q %q", c.typed, c.unit)
		var m *figure.Mistake
		require.ErrorAs(t, err, &m)
		require.NotEmpty(t, m.Hint)
	}
}

// What Print prints, ParseQuantity reads back as the same quantity.
func TestPrintParseRoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	names := []string{"起", "人", "万元", "亿元", "%", "公斤", "万人次", "百分点", "元/人", "km"}
	for range 2000 {
		decimals := r.Int32N(5)
		unit, err := figure.ParseUnit(names[r.IntN(len(names))])
		require.NoError(t, err)
		q := figure.Quantity{
			Number: decimal.New(r.Int64N(2e12)-1e12, -decimals), Decimals: decimals, Unit: unit,
			Approx: unit.Name != "%" && r.IntN(4) == 0,
		}
		back, err := figure.ParseQuantity(plain.Print(q), "")
		require.NoError(t, err, plain.Print(q))
		require.True(t, q.Number.Equal(back.Number))
		back.Number = q.Number
		require.Equal(t, q, back)
	}
}

func TestParseChange(t *testing.T) {
	for _, c := range []struct {
		typed     string
		direction int
		size      string
	}{
		{"+9.1%", 1, "9.1％"},
		{"＋９.１％", 1, "9.1％"},
		{"-9.1%", -1, "9.1％"},
		{"-3起", -1, "3起"},
		{"－3起", -1, "3起"},
		{"−3起", -1, "3起"},
		{"上升9.1%", 1, "9.1％"},
		{"增加 3起", 1, "3起"},
		{"增长5%", 1, "5％"},
		{"下降3起", -1, "3起"},
		{"减少1.50万元", -1, "1.50万元"},
		{"提高2.5个百分点", 1, "2.5个百分点"},
		{"+0%", 0, "0％"},
		{"持平", 0, "0"},
		{" 持平 ", 0, "0"},
	} {
		g, err := figure.ParseChange(c.typed)
		require.NoError(t, err, c.typed)
		require.Equal(t, c.direction, g.Direction, c.typed)
		require.Equal(t, c.size, plain.Print(g.Quantity), c.typed)
	}
	for _, typed := range []string{
		"增加3起，上升9.1%", "上升9.1%，增加3起", "增加3起、上升9.1%", "增加3起;上升9.1%", "增加3起；上升9.1%", "增加3起 上升9.1%",
		"增加3起　上升9.1%", "增加3起,上升9.1%", "+3起, +9.1%", "＋3起，＋９.１％", "增加 3起， 上升 9.1%",
	} {
		g, err := figure.ParseChange(typed)
		require.NoError(t, err, typed)
		require.Equal(t, []string{"9.1％", "3起"}, []string{plain.Print(g.Quantity), plain.Print(g.Amount.Quantity)}, typed)
		require.Equal(t, []int{1, 1}, []int{g.Direction, g.Amount.Direction}, typed)
	}
	for typed, message := range map[string]string{
		"增加3起，上升9起":       "“增加3起，上升9起”写了两个同类的增减数（一个写数量，一个写百分比，如“增加3起，上升9.1%”）",
		"+3%，+9%":         "“+3%，+9%”写了两个同类的增减数（一个写数量，一个写百分比，如“增加3起，上升9.1%”）",
		"持平，增加3起":         "“持平，增加3起”写了“持平”，又写别的（只留一个）",
		"增加3起，持平":         "“增加3起，持平”写了“持平”，又写别的（只留一个）",
		"增加3起，上升9.1%，+2%": "“9.1%,+2%”：一个指标只能有一个数（分成几个指标）",
		"+1,285起":         "“1,285起”：数里不能有逗号（去掉千分位逗号，写成“1285人”）",
		"9.1%":            "“9.1%”看不出升降（写成“+9.1%”“-3起”或“持平”）",
		"":                "“”看不出升降（写成“+9.1%”“-3起”或“持平”）",
		"基本持平":            "“基本持平”看不出升降（写成“+9.1%”“-3起”或“持平”）",
		"上升-3起":           "“上升-3起”写了两次升降（写成“+9.1%”“-3起”或“持平”）",
		"上升+3起":           "“上升+3起”写了两次升降（写成“+9.1%”“-3起”或“持平”）",
		"+9.1":            "“9.1”缺少单位（写成“22起”，没有单位的写“单位: 无”）",
		"下降":              "没有数（写成“22起”这样的数和单位）",
		"上升一成":            "“一成”不是数（数用阿拉伯数字；正文里可印成汉字）",
		"+1e9%":           "“1e9%”：数不能用科学计数法（把数写全，或用万、亿作单位）",
		"上升9.1％，":         "单位“%,”里不能有“,”（单位只写“起”“人次”“万元”这样的词）",
	} {
		_, err := figure.ParseChange(typed)
		require.EqualError(t, err, message, typed)
	}
}

func FuzzParseQuantity(f *testing.F) {
	for _, s := range []string{"22起", "19.057克", "980.48万余元", "66.37％", "-3", "1,285人", "1e9", "1：1.5", "5.9万", "\u200b", "100多起", "余", "万余"} {
		f.Add(s, "")
		f.Add(s, "起")
		f.Add(s, "无")
	}
	f.Fuzz(func(t *testing.T, s, unit string) {
		q, err := figure.ParseQuantity(s, unit)
		if err != nil {
			require.True(t, utf8.ValidString(err.Error()) || !utf8.ValidString(s) || !utf8.ValidString(unit))
			return
		}
		require.GreaterOrEqual(t, q.Decimals, int32(0))
		require.LessOrEqual(t, q.Decimals, int32(8))
		require.Equal(t, -q.Decimals, q.Number.Exponent())
		require.True(t, q.Unit.Factor.IsPositive())
		printed := plain.Print(q)
		require.Less(t, len(printed), 200)
		back, err := figure.ParseQuantity(printed, "")
		if q.Unit.Family == "" {
			back, err = figure.ParseQuantity(printed, "无")
		}
		require.NoError(t, err, fmt.Sprintf("%q %q prints %q", s, unit, printed))
		require.Equal(t, printed, plain.Print(back))
	})
}
