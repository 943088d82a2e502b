package figure_test

import (
	"fmt"
	"strings"
	"testing"

	"banwen/internal/diag"
	"banwen/internal/figure"

	"github.com/stretchr/testify/require"
)

const relationData = `
	总数: 223人
	劝返: 148人
	未劝返: = 总数 - 劝返
	错的: 76人
	劝返率: 66.37%
	全率: 100%
	立案: 437起
	破案: 303起
	人均: 11起
	止付: 980.48万元
	冻结: 1038.65万元
	返还: 18.90万元
	三项: = 止付 + 冻结 + 返还
	三项错: 2038.06万元
	分: 2.50元
	余起: 100余起
	余元: 980.48万余元
	空: 待补
	占空: = 空 + 1起
	零: 0起
	甲率: 33.3%
	乙率: 33.3%
	丙率: 33.3%
	住院（含3级）: 105人
	3级以上: 684名
	[别处]
	立案: 190起`

func relations(t *testing.T, b *figure.Book, text string, tolerance *figure.Entry) ([]*figure.Relation, diag.List) {
	t.Helper()
	pos := diag.Pos{File: "x.yaml", Line: 3, Col: 5}
	return figure.NewJudge(b).Relations("禁毒", figure.Expression{Text: text, Pos: pos}, tolerance)
}

func TestRelations(t *testing.T) {
	b := book(t, relationData, figure.Options{})
	const holds, fails, unknown = figure.Holds, figure.Fails, figure.Unknown
	for _, c := range []struct {
		text       string
		verdict    figure.Verdict
		difference string
		tolerance  string
	}{
		{"总数 = 劝返 + 未劝返", holds, "0人", "0人"},
		{"总数＝劝返＋未劝返", holds, "0人", "0人"},
		{"总数 = 合计（劝返、错的）", fails, "-1人", "0人"},
		{"总数 - 劝返 = 75", holds, "0人", "0人"},
		{"总数 - 劝返 = 75人", holds, "0人", "0人"},
		{"破案 <= 立案", holds, "-134起", "0起"},
		{"破案≤立案", holds, "-134起", "0起"},
		{"破案 ＜＝ 立案", holds, "-134起", "0起"},
		{"立案 <= 破案", fails, "134起", "0起"},
		{"立案 >= 立案", holds, "0起", "0起"},
		{"立案 > 立案", fails, "0起", "0起"},
		{"破案 ＜ 立案", holds, "-134起", "0起"},
		{"立案 ≠ 别处.立案", holds, "247起", "0起"},
		{"立案 <> 立案", fails, "0起", "0起"},
		{"立案 > 别处．立案", holds, "247起", "0起"},
		{"住院（含3级）<=3级以上", holds, "-579人", "0人"},
		// Printed rates: half a unit of the last digit.
		{"劝返 / 总数 = 66.37%", holds, "-0.0023个百分点", "0.005个百分点"},
		{"劝返率 = 劝返 ÷ 总数", holds, "0.0023个百分点", "0.005个百分点"},
		{"劝返 / 总数 = 66.36%", fails, "0.0077个百分点", "0.005个百分点"},
		{"劝返 / 总数 = 66%", holds, "0.3677个百分点", "0.5个百分点"},
		{"劝返 / 总数 = 100%", fails, "-33.6323个百分点", "0个百分点"},
		{"劝返 / 劝返 = 全率", holds, "0个百分点", "0个百分点"},
		{"甲率 + 乙率 + 丙率 = 100%", holds, "-0.1个百分点", "0.15个百分点"},
		{"甲率 + 乙率 = 66.7%", holds, "-0.1个百分点", "0.15个百分点"},
		{"甲率 + 乙率 = 67%", holds, "-0.4个百分点", "0.6个百分点"},
		{"甲率 + 乙率 = 68%", fails, "-1.4个百分点", "0.6个百分点"},
		// A whole figure beside a quotient is rounded too.
		{"人均 = 破案 / 28", holds, "0.1786起", "0.5起"},
		{"人均 = 破案 / 30", fails, "0.9起", "0.5起"},
		// Money: half a unit of the total and of each part.
		{"止付 + 冻结 + 返还 = 2038.03万元", holds, "0万元", "0.02万元"},
		{"三项 = 2038.04万元", holds, "-0.01万元", "0.02万元"},
		{"三项错 = 三项", fails, "0.03万元", "0.02万元"},
		{"三项错 = 止付 + 冻结 + 返还", fails, "0.03万元", "0.02万元"},
		{"分 + 分 = 5元", holds, "0元", "0元"},
		{"分 + 分 = 5.01元", fails, "-0.01元", "0元"},
		{"三项 = 2038万元", holds, "0.03万元", "0.515万元"},
		{"三项 = 2039万元", fails, "-0.97万元", "0.515万元"},
		// 余: up to one unit of the last digit more.
		{"余起 <= 立案", holds, "-337起", "0起"},
		{"余起 <= 150起", unknown, "-50起", "0起"},
		{"余起 <= 99起", fails, "1起", "0起"},
		{"余起 >= 200起", fails, "-100起", "100起"},
		{"余元 = 980.485万元", holds, "-0.005万元", "0.0105万元"},
		{"余元 = 980.50万元", fails, "-0.02万元", "0.015万元"},
	} {
		got, diags := relations(t, b, c.text, nil)
		require.Empty(t, diags, c.text)
		require.Len(t, got, 1, c.text)
		r := got[0]
		require.Equal(t, c.difference, b.Print(r.Difference), c.text)
		require.Equal(t, c.tolerance, b.Print(r.Tolerance), c.text)
		require.Equal(t, c.verdict, r.Verdict, c.text)
	}
}

func TestRelationChain(t *testing.T) {
	b := book(t, relationData, figure.Options{})
	got, diags := relations(t, b, "3 <= 立案 > 破案 ≤ 302", nil)
	require.Empty(t, diags)
	var verdicts []figure.Verdict
	for _, r := range got {
		verdicts = append(verdicts, r.Verdict)
	}
	require.Equal(t, []figure.Verdict{figure.Holds, figure.Holds, figure.Fails}, verdicts)
	require.Equal(t, "破案", got[2].Left.Text)
}

func TestRelationMistakes(t *testing.T) {
	b := book(t, relationData, figure.Options{})
	for text, want := range map[string][]string{
		"总数 = 劝反 + 未劝返": {"x.yaml:3:10: 错误：没有“劝反”这个指标（是否想写“劝返”？）"},
		"总书 = 劝反":       {"x.yaml:3:5: 错误：没有“总书”这个指标（是否想写“总数”？）", "x.yaml:3:10: 错误：没有“劝反”这个指标（是否想写“劝返”？）"},
		"总数 = 立案":       {"x.yaml:3:10: 错误：“总数”单位是人，“立案”单位是起，不能相比（检查指标和单位）"},
		"总数 = 劝返 + 立案":  {"x.yaml:3:15: 错误：“劝返”单位是人，“立案”单位是起，不能相加（检查指标和单位）"},
		"破案 / 总数 = 2":   nil,
		"破案 / 总数 = 劝返率": {"x.yaml:3:15: 错误：“破案 / 总数”单位是起/人，“劝返率”单位是%，不能相比（检查指标和单位）"},
		"总数":            {"x.yaml:3:7: 错误：缺少“=”“<=”这样的关系号（写成“总数 = 甲 + 乙”或“甲 <= 乙”）"},
		"":              {"x.yaml:3:5: 错误：公式没有写完（补上指标，或去掉多余的运算符）"},
		"总数 =":          {"x.yaml:3:9: 错误：公式没有写完（补上指标，或去掉多余的运算符）"},
		"= 总数":          {"x.yaml:3:5: 错误：“=”前面的式子没有写完（补上指标或括号）"},
		"总数 + = 劝返":     {"x.yaml:3:10: 错误：“=”前面的式子没有写完（补上指标或括号）"},
		"（总数 ＝ 劝返":      {"x.yaml:3:9: 错误：“＝”前面的式子没有写完（补上指标或括号）"},
		"总数 = = 劝返":     {"x.yaml:3:10: 错误：“=”前面的式子没有写完（补上指标或括号）"},
		"总数 = 劝返）":      {"x.yaml:3:12: 错误：多了“）”（去掉它，或补上“（”）"},
		"总数 = 劝返 / 零":   {"x.yaml:3:15: 错误：“零”是0，不能作除数（改正数，或去掉这个公式）"},
		"总数 = 劝返\u200b": {"x.yaml:3:5: 错误：第8个字是看不见的字符U+200B（删去重新输入）"},
	} {
		got, diags := relations(t, b, text, nil)
		var list []string
		for _, d := range diags {
			list = append(list, d.String())
		}
		require.Equal(t, want, list, text)
		require.Equal(t, want == nil, got != nil, text)
	}
}

func TestRelationTolerance(t *testing.T) {
	b := book(t, relationData, figure.Options{})
	for _, c := range []struct {
		text, tolerance string
		want            figure.Verdict
	}{
		{"总数 = 劝返 + 错的", "1人", figure.Holds},
		{"总数 = 劝返 + 错的 + 1人", "1人", figure.Fails},
		{"立案 <= 破案", "134起", figure.Holds},
		{"立案 < 破案", "134起", figure.Fails},
		{"三项错 = 三项", "300元", figure.Holds},
		{"三项错 = 三项", "299元", figure.Fails},
		{"三项 = 2038.04万元", "0元", figure.Fails}, // it replaces what rounding allows
		{"劝返 / 总数 = 66.36%", "0.01%", figure.Holds},
		{"劝返 / 总数 = 66.36%", "0.01个百分点", figure.Holds},
		{"余起 <= 150起", "1起", figure.Holds},
	} {
		got, diags := relations(t, b, c.text, &figure.Entry{Quantity: quantity(t, c.tolerance)})
		require.Empty(t, diags, c.text)
		require.Equal(t, c.want, got[0].Verdict, c.text+" "+c.tolerance)
	}
	bare, err := figure.ParseQuantity("0.01", "无")
	require.NoError(t, err)
	got, diags := relations(t, b, "劝返 / 总数 = 66.36%", &figure.Entry{Quantity: bare})
	require.Empty(t, diags)
	require.Equal(t, figure.Holds, got[0].Verdict)
	_, diags = relations(t, b, "总数 = 劝返", &figure.Entry{Quantity: quantity(t, "1起"), Pos: diag.Pos{File: "x.yaml", Line: 4, Col: 9}})
	require.Equal(t, "x.yaml:4:9: 错误：容差单位是起，“总数”单位是人（改成同一单位）", diags[0].String())
}

// A cut-off figure stands for up to one whole unit more, never for less.
func TestRelationTruncated(t *testing.T) {
	b := book(t, "甲: 148人\n乙: 223人\n丙: 1人\n丁: 2人", figure.Options{Truncate: true})
	for text, want := range map[string]figure.Verdict{
		"甲 / 乙 = 66.36%": figure.Holds, "甲 / 乙 = 66.37%": figure.Fails, "甲 / 乙 = 66.35%": figure.Fails,
		"丙 / 丁 = 50%": figure.Holds, "丙 / 丁 = 49%": figure.Fails, "丙 / 丁 = 51%": figure.Fails,
		"（丙 - 丁）/ 丁 = -50.0%": figure.Holds, "（丙 - 丁）/ 丁 = -49.9%": figure.Fails,
	} {
		got, diags := relations(t, b, text, nil)
		require.Empty(t, diags, text)
		require.Equal(t, want, got[0].Verdict, text)
	}
}

func TestRelationUnknown(t *testing.T) {
	b := book(t, relationData, figure.Options{})
	for text, want := range map[string]string{
		"空 <= 立案": "“空”待补", "立案 = 破案 + 占空": "“占空”待补", "余起 <= 150起": "“余起”是约数，说不准",
		"立案 / 余起 = 4": "“余起”是约数，说不准", "立案 / （余起 - 150起） = -4": "除数可能是0",
	} {
		got, diags := relations(t, b, text, nil)
		require.Empty(t, diags, text)
		require.Equal(t, figure.Unknown, got[0].Verdict, text)
		require.Equal(t, want, got[0].Doubt, text)
	}
}

func TestRelationIdentity(t *testing.T) {
	b := book(t, relationData, figure.Options{})
	for text, want := range map[string]bool{
		"总数 = 劝返 + 未劝返": true, "总数 - 未劝返 = 劝返": true, "总数 = 合计(未劝返, 劝返)": true, "未劝返 = 总数 - 劝返": true,
		"三项 = 合计(止付, 冻结, 返还)": true, "立案 = 立案": true,
		"总数 = 劝返 + 错的": false, "三项 = 三项错": false, "总数 > 劝返 + 未劝返": false,
	} {
		got, diags := relations(t, b, text, nil)
		require.Empty(t, diags, text)
		require.Equal(t, want, got[0].Identity, text)
	}
}

func TestRelationNumbers(t *testing.T) {
	b := book(t, relationData, figure.Options{})
	for text, want := range map[string]string{
		"总数 - （劝返 + 错的） = 1人": "223人 − （148人 + 76人）", "总数 - 劝返 - 错的 = 1人": "223人 − 148人 − 76人",
		"（劝返 + 错的） / 总数 = 1": "（148人 + 76人） ÷ 223人", "-劝返 = 1人": "−148人",
		"最大（劝返、错的）×2 = 1人": "最大（148人、76人） × 2", "余元 = 1元": "980.48万余元",
	} {
		got, diags := relations(t, b, text, nil)
		require.Empty(t, diags, text)
		require.Equal(t, want, got[0].Left.Numbers)
	}
}

func TestTyped(t *testing.T) {
	b := book(t, `
		甲: 105人
		乙: 684人
		数: 10.5%
		率: 15.35% = 甲 / 乙
		错率: 15.36% = 甲 / 乙
		差: 579人 = 乙 - 甲
		错差: 580人 = 乙 - 甲
		均: 3人 = 甲 / 34
		只有数: 1人
		只有式: = 甲 + 乙`, figure.Options{})
	j := figure.NewJudge(b)
	for name, want := range map[string]figure.Verdict{
		"率": figure.Holds, "错率": figure.Fails, "差": figure.Holds, "错差": figure.Fails, "均": figure.Holds,
	} {
		require.Equal(t, want, j.Typed(value(t, b, name)).Verdict, name)
	}
	require.Nil(t, j.Typed(value(t, b, "只有数")))
	require.Nil(t, j.Typed(value(t, b, "只有式")))
}

func TestLastYear(t *testing.T) {
	list := indicators(t, "总: 10人\n甲: 4人\n乙: 6人")
	for i, base := range []string{"8人", "3人", "4人"} {
		list[i].LastYear = &figure.Entry{Quantity: quantity(t, base)}
	}
	b, diags := figure.NewBook(list, nil, figure.Options{})
	require.Empty(t, diags)
	for text, want := range map[string]string{"总 = 甲 + 乙": "3人 + 4人", "总 = 合计(甲, 乙)": "合计（3人、4人）"} {
		got, _ := relations(t, b, text, nil)
		require.Equal(t, figure.Holds, got[0].Verdict)
		last, ok := figure.NewJudge(b).LastYear(got[0], nil)
		require.True(t, ok)
		require.Equal(t, figure.Fails, last.Verdict)
		require.Equal(t, want, last.Right.Numbers)
	}
	for _, text := range []string{"甲 <= 乙", "甲 / 总 = 40%"} {
		got, _ := relations(t, b, text, nil)
		_, ok := figure.NewJudge(b).LastYear(got[0], nil)
		require.False(t, ok, text)
	}
}

// A chain of formulas as long as the data neither overflows nor slows down.
func TestRelationLongChain(t *testing.T) {
	var text strings.Builder
	text.WriteString("甲0: 1.5元\n")
	const n = 20_000
	for i := 1; i <= n; i++ {
		fmt.Fprintf(&text, "甲%d: = 甲%d + 甲0\n", i, i-1)
	}
	b := book(t, text.String(), figure.Options{})
	j := figure.NewJudge(b)
	for range 3 {
		got, diags := j.Relations("禁毒", figure.Expression{Text: fmt.Sprintf("甲%d = %d.5元", n, 3*n/2+1)}, nil)
		require.Empty(t, diags)
		require.Equal(t, figure.Holds, got[0].Verdict)
	}
}
