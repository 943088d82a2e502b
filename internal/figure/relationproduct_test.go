package figure_test

import (
	"testing"

	"banwen/internal/figure"

	"github.com/stretchr/testify/require"
)

const productData = `
	总人数: 1035人
	错总: 1036人
	约总: 0.10万人
	班数: 69个
	每班人数: 15人
	每班经费: 2.5万元
	总经费: 172.5万元
	错经费: 173万元
	破获案件: 5.9万起
	抓获人员: 61000人
	率: 66.37%
	毒: 19.057公斤
	余: 100余起
	空: 待补
	零散: 3人
	人均: 5元/人`

// A product of two units is told in either of them.
func TestRelationProducts(t *testing.T) {
	b := book(t, productData, figure.Options{})
	for _, c := range []struct {
		text       string
		want       figure.Verdict
		difference string
	}{
		{"总人数 = 班数 × 每班人数", figure.Holds, "0人"},
		{"班数×每班人数＝总人数", figure.Holds, "0人"},
		{"错总 = 班数 × 每班人数", figure.Fails, "1人"},
		{"错总 <= 班数 × 每班人数", figure.Fails, "1人"},
		{"约总 = 班数 × 每班人数", figure.Holds, "-0.0035万人"}, // half of 0.01万人 is allowed
		{"69 × 15人 = 1035人", figure.Holds, "0人"},
		{"69 × 15人 = 总人数", figure.Holds, "0人"},
		{"69个 × 15人 = 1034人", figure.Fails, "1人"},
		{"班数 × 每班人数 = 1035", figure.Holds, "0个·人"},
		{"总经费 = 班数 × 每班经费", figure.Holds, "0万元"},
		{"1725000元 = 班数 × 每班经费", figure.Holds, "0元"},
		{"总人数 - 3人 = 班数 × 每班人数 - 3个 × 1人", figure.Holds, "0人"},
		{"总人数 / 每班人数 = 69", figure.Holds, "0"},
		// What is multiplied and divided by goes away.
		{"人均 × 总人数 = 0.5175万元", figure.Holds, "0元"},
		{"总人数 × 人均 = 5180元", figure.Fails, "-5元"},
		{"人均 × 0.1035万名 = 5175元", figure.Holds, "0元"},
		{"5175元 / 人均 = 总人数", figure.Holds, "0人"},
		{"0.5175万元 / 人均 = 总人数", figure.Holds, "0人"},
		{"班数 × 每班人数 / 69个 = 15人", figure.Holds, "0人"},
		{"总经费 / 班数 = 2.5万元 / 1个", figure.Holds, "0万元/个"},
		{"总经费 / 班数 × 班数 = 总经费", figure.Holds, "0万元"},
		{"（每班人数 × 每班经费 + 3人 × 1万元） / 18人 = 2.25万元", figure.Holds, "0万元"},
	} {
		got, diags := relations(t, b, c.text, nil)
		require.Empty(t, diags, c.text)
		require.Equal(t, c.want, got[0].Verdict, c.text)
		require.Equal(t, c.difference, b.Print(got[0].Difference), c.text)
	}
	for text, want := range map[string]string{
		"总人数 = 班数 × 每班人数 + 零散":  "x.yaml:3:23: 错误：“班数 × 每班人数”单位是个·人，“零散”单位是人，不能相加（检查指标和单位）",
		"总人数 = 班数 × 每班经费":       "x.yaml:3:11: 错误：“总人数”单位是人，“班数 × 每班经费”单位是个·万元，不能相比（检查指标和单位）",
		"总人数 = 班数 + 每班人数":       "x.yaml:3:16: 错误：“班数”单位是个，“每班人数”单位是人，不能相加（检查指标和单位）",
		"总经费 / 总人数 = 每班经费":      "x.yaml:3:17: 错误：“总经费 / 总人数”单位是万元/人，“每班经费”单位是万元，不能相比（检查指标和单位）",
		"班数 = 每班人数":             "x.yaml:3:10: 错误：“班数”单位是个，“每班人数”单位是人，不能相比（检查指标和单位）",
		"班数 × 班数 × 每班经费 = 破获案件": "x.yaml:3:22: 错误：“班数 × 班数 × 每班经费”单位是个·个·万元，“破获案件”单位是万起，不能相比（检查指标和单位）",
	} {
		_, diags := relations(t, b, text, nil)
		require.Len(t, diags, 1, text)
		require.Equal(t, want, diags[0].String())
	}
}

// 数(甲) is the bare number, so that figures of two units can be compared.
func TestRelationNumber(t *testing.T) {
	b := book(t, productData, figure.Options{})
	for _, c := range []struct {
		text string
		want figure.Verdict
	}{
		{"数(破获案件) <= 数(抓获人员)", figure.Holds},
		{"数（破获案件）≤数（抓获人员）", figure.Holds},
		{"数(抓获人员) <= 数(破获案件)", figure.Fails},
		{"数(破获案件) = 59000", figure.Holds}, // 万 is part of the number
		{"数(每班经费) = 25000", figure.Holds},
		{"数(率) = 66.37", figure.Holds},
		{"数(毒) = 19.057", figure.Holds},
		{"数(班数) × 每班人数 = 总人数", figure.Holds},
		{"合计(数(班数), 数 (每班人数)) = 84", figure.Holds},
		{"数(总人数 - 零散) = 1032", figure.Holds},
		{"数(余) <= 150", figure.Unknown},
		{"数(空) <= 1", figure.Unknown},
	} {
		got, diags := relations(t, b, c.text, nil)
		require.Empty(t, diags, c.text)
		require.Equal(t, c.want, got[0].Verdict, c.text)
	}
	got, _ := relations(t, b, "数(班数) <= 70", nil)
	require.Equal(t, "数（69个）", got[0].Left.Numbers)
	for text, want := range map[string]string{
		"数(班数) = 班数":         "x.yaml:3:13: 错误：“数(班数)”没有单位，“班数”单位是个，不能相比（检查指标和单位）",
		"数(班数, 每班人数) = 1":    "x.yaml:3:11: 错误：“数(…)”里只能有一个数（写成“数(甲)”）",
		"数(班数) + 每班人数 = 84人": "x.yaml:3:13: 错误：“数(班数)”没有单位，“每班人数”单位是人，不能相加（检查指标和单位）",
		"数() = 1":            "x.yaml:3:7: 错误：多了“)”（去掉它，或补上“（”）",
	} {
		_, diags := relations(t, b, text, nil)
		require.Len(t, diags, 1, text)
		require.Equal(t, want, diags[0].String())
	}
}

// 数 in formulas, also beside an indicator called 数.
func TestNumberInFormulas(t *testing.T) {
	b := book(t, `
		案件: 22起
		人员: 121人
		钱: 980.48万元
		数: 3起
		差: = 数(人员) - 数（案件）
		每起: = 数(人员) / 数(案件) | 小数1
		自己: = 数(数) + 1
		加数: = 数 + 案件
		元数: = 数(钱)
		率: = 数(案件) / 数(人员) | 百分比1`, figure.Options{})
	for name, want := range map[string]string{
		"差": "99", "每起": "5.5", "自己": "4", "加数": "25起", "元数": "9804800", "率": "18.2％",
	} {
		require.Equal(t, want, b.Print(value(t, b, name).Quantity), name)
	}
}

// A name may begin with what would be a number: the longer one is meant.
func TestNamesBeginningWithNumbers(t *testing.T) {
	b := book(t, "1－5月: 3起\n3级以上: 5起\n100: 7起\n2起以上: 9起", figure.Options{})
	for _, text := range []string{
		"1－5月 = 3起", "1 － 5 = -4", "1－5月－1起 = 2起", "3级以上 = 5起", "100 = 100", "2起以上 = 9起", "2起 + 2起以上 = 11起", "（1－5月）×3 = 9起",
	} {
		got, diags := relations(t, b, text, nil)
		require.Empty(t, diags, text)
		require.Equal(t, figure.Holds, got[0].Verdict, text)
	}
}

// What NewBook has reported is not reported again by a relation about it.
func TestRelationOfMistakes(t *testing.T) {
	b, diags := figure.NewBook(indicators(t, "甲: = 乙\n乙: = 甲\n丙: = 甲 + 1起\n丁: 3起"), nil, figure.Options{})
	require.Len(t, diags, 1)
	for text, want := range map[string]string{"甲 = 丁": "“甲”有错，先改正", "丁 <= 合计(丁, 丙)": "“丙”有错，先改正"} {
		got, diags := relations(t, b, text, nil)
		require.Empty(t, diags)
		require.Equal(t, figure.Unknown, got[0].Verdict)
		require.Equal(t, want, got[0].Doubt)
	}
}
