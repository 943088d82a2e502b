package figure_test

import (
	"testing"

	"banwen/internal/figure"

	"github.com/stretchr/testify/require"
)

func quantity(t testing.TB, s string) figure.Quantity {
	t.Helper()
	q, err := figure.ParseQuantity(s, "")
	if err != nil {
		q, err = figure.ParseQuantity(s, "无")
	}
	require.NoError(t, err)
	return q
}

func TestPrintChinese(t *testing.T) {
	for typed, want := range map[string]string{
		"0起": "零起", "1个": "一个", "2年": "两年", "2次": "两次", "2万起": "两万起", "5个": "五个",
		"10年": "十年", "12年": "十二年", "20人": "二十人", "22起": "二十二起", "200人": "二百人",
		"2级": "二级", "2月": "二月", "2季度": "二季度", "5%": "百分之五", "100余起": "一百余起", "3万余元": "三万余元", "2": "二",
		"2.0年": "两年", "-3起": "负三起",
	} {
		got, err := plain.PrintChinese(quantity(t, typed))
		require.NoError(t, err, typed)
		require.Equal(t, want, got, typed)
	}
}

func TestPrintChineseNumber(t *testing.T) {
	for typed, want := range map[string]string{
		"0": "零", "1": "一", "2": "二", "9": "九", "10": "十", "11": "十一", "19": "十九", "20": "二十", "21": "二十一",
		"99": "九十九", "100": "一百", "101": "一百零一", "105": "一百零五", "110": "一百一十", "112": "一百一十二",
		"1000": "一千", "1001": "一千零一", "1010": "一千零一十", "1100": "一千一百", "9999": "九千九百九十九",
		"10000": "一万", "10003": "一万零三", "10010": "一万零一十", "10100": "一万零一百", "11000": "一万一千",
		"100000": "十万", "120000": "十二万", "100005": "十万零五", "1005000": "一百万五千", "1000500": "一百万零五百",
		"99999999": "九千九百九十九万九千九百九十九", "100000000": "一亿", "100000001": "一亿零一",
		"100005000": "一亿零五千", "100010000": "一亿零一万", "1000000000": "十亿", "-12": "负十二",
	} {
		got, err := plain.PrintChineseNumber(quantity(t, typed))
		require.NoError(t, err, typed)
		require.Equal(t, want, got, typed)
	}
	_, err := plain.PrintChineseNumber(quantity(t, "1.5"))
	require.EqualError(t, err, "1.5不是整数，不能写成汉字（用阿拉伯数字）")
	_, err = plain.PrintChinese(quantity(t, "1000000000000元"))
	require.EqualError(t, err, "1000000000000太大，不能写成汉字（用阿拉伯数字）")
}
