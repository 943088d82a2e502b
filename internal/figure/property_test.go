package figure_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"banwen/internal/diag"
	"banwen/internal/figure"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
)

// A sum of decimals is the sum to the last digit, however it is written.
func TestSumsAreExact(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 100 {
		var data, plus, list strings.Builder
		sum := decimal.Zero
		for i := range 2 + r.IntN(30) {
			d := decimal.New(r.Int64N(2e9)-1e9, -r.Int32N(5))
			sum = sum.Add(d)
			fmt.Fprintf(&data, "第%d项: %s万元\n", i, d)
			fmt.Fprintf(&plus, "+第%d项", i)
			fmt.Fprintf(&list, "，第%d项", i)
		}
		b := book(t, data.String()+"用加号: = "+plus.String()+"\n用合计: = 合计（"+strings.TrimPrefix(list.String(), "，")+"）", figure.Options{})
		for _, name := range []string{"用加号", "用合计"} {
			v := value(t, b, name)
			require.True(t, sum.Equal(v.Exact), "%s %s", sum, v.Exact)
			require.True(t, sum.Equal(v.Quantity.Number))
		}
	}
}

// Converting within a family and back loses nothing.
func TestConversionRoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for _, pair := range [][2]string{{"元", "亿元"}, {"克", "吨"}, {"平方米", "亩"}, {"亩", "平方公里"}, {"小时", "天"}, {"斤", "公斤"}, {"人", "万名"}} {
		for range 50 {
			d := decimal.New(r.Int64N(1e6), -r.Int32N(4))
			b := book(t, fmt.Sprintf("甲: %s%s\n乙: = 0%s + 甲 | %s8\n丙: = 乙 | %s4", d, pair[0], pair[1], pair[1], pair[0]), figure.Options{})
			require.Equal(t, pair[1], value(t, b, "乙").Quantity.Unit.Name)
			require.True(t, d.Equal(value(t, b, "丙").Exact), "%s %v", d, pair)
			require.True(t, d.Equal(value(t, b, "丙").Quantity.Number), "%s %v", d, pair)
		}
	}
}

// Rates and changes agree with the same sums in fractions, rounded once.
func TestRatesAgreeWithFractions(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 2000 {
		part, whole, digits := r.Int64N(5000), 1+r.Int64N(5000), r.Int32N(4)
		for _, truncate := range []bool{false, true} {
			b := book(t, fmt.Sprintf("甲: %d起\n乙: %d起\n率: = 甲 / 乙 | 百分比%d", part, whole, digits), figure.Options{Truncate: truncate})
			exact := big.NewRat(part*100, whole)
			if truncate {
				exact.Sub(exact, new(big.Rat).Quo(big.NewRat(1, 2), big.NewRat(pow(digits), 1)))
				if exact.Sign() < 0 {
					exact.SetInt64(0)
				}
			}
			want := exact.FloatString(int(digits)) + "％" // half away from zero
			got, err := b.Rate(value(t, b, "甲"), value(t, b, "乙"), digits)
			require.NoError(t, err)
			require.Equal(t, want, got, "%d/%d", part, whole)
			require.Equal(t, want, b.Print(value(t, b, "率").Quantity))
		}
	}
}

func pow(n int32) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}

// Every name can be referred to, whatever others begin with it.
func TestEveryNameCanBeReferredTo(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	runes := []rune("甲乙3－、（含）.")
	seen := map[string]bool{}
	var list []figure.Indicator
	for len(list) < 500 {
		name := "名"
		for range 1 + r.IntN(5) {
			name += string(runes[r.IntN(len(runes))])
		}
		if seen[name] {
			continue
		}
		seen[name] = true
		given := figure.Entry{Quantity: quantity(t, fmt.Sprintf("%d起", len(list)))}
		ind := figure.Indicator{Key: figure.Key{Area: "禁毒", Name: name}, Pos: diag.Pos{}, ChangeDigits: 1}
		ind.Given = &given
		sum := figure.Indicator{Key: figure.Key{Area: "其他", Name: fmt.Sprintf("和%d", len(list))}, Pos: diag.Pos{}, ChangeDigits: 1}
		sum.Formula = &figure.Expression{Text: fmt.Sprintf("（禁毒.%s × 2）", name)}
		list = append(list, ind, sum)
	}
	b, diags := figure.NewBook(list, nil, figure.Options{})
	require.Empty(t, diags)
	for _, v := range b.All() {
		if v.Given != nil {
			found, ok := b.Find("其他", v.Key.String())
			require.True(t, ok)
			require.Same(t, v, found)
			continue
		}
		require.Len(t, v.Inputs, 1)
		require.True(t, v.Exact.Equal(v.Inputs[0].Exact.Add(v.Inputs[0].Exact)), v.Formula.Text)
	}
}

// A chain of formulas as long as the data neither runs out of stack nor of time.
func TestLongChain(t *testing.T) {
	const n = 20000
	list := make([]figure.Indicator, n)
	for i := range list {
		list[i] = figure.Indicator{Key: figure.Key{Area: "链", Name: fmt.Sprintf("第%d环", i)}, Pos: diag.Pos{}, ChangeDigits: 1}
		list[i].Formula = &figure.Expression{Text: fmt.Sprintf("第%d环 + 1起", i+1)}
	}
	list[n-1].Formula, list[n-1].Given = nil, &figure.Entry{Quantity: quantity(t, "1起")}
	b, diags := figure.NewBook(list, nil, figure.Options{})
	require.Empty(t, diags)
	require.Equal(t, "20000起", b.Print(b.All()[0].Quantity))
}

// Formulas whose numbers would grow without end are refused, not worked out.
func TestGrowthIsRefused(t *testing.T) {
	list := []figure.Indicator{figure.Indicator{Key: figure.Key{Area: "长", Name: "数0"}, Pos: diag.Pos{Line: 1}, ChangeDigits: 1}}
	list[0].Given = &figure.Entry{Quantity: quantity(t, "1.00000001")}
	for i := 1; i < 60; i++ {
		ind := figure.Indicator{Key: figure.Key{Area: "长", Name: fmt.Sprintf("数%d", i)}, Pos: diag.Pos{Line: i + 1}, ChangeDigits: 1}
		ind.Formula, ind.Format = &figure.Expression{Text: fmt.Sprintf("数%d × 数%d", i-1, i-1), Pos: ind.Pos}, "小数2"
		list = append(list, ind)
	}
	_, diags := figure.NewBook(list, nil, figure.Options{})
	require.Len(t, diags, 1)
	require.Equal(t, "算出的数太长", diags[0].Message)
}

func FuzzFormula(f *testing.F) {
	for _, s := range []string{"甲 + 乙", "甲/乙", "合计（甲、乙）", "3级以上×2", "100% - 率", "甲－乙", "((甲", "反诈．甲", "1e9", "钱 / 人 * 人", "平均(甲,甲,乙)", "甲、乙", "-甲", "5万元+钱", "数(甲) + 数（钱）"} {
		f.Add(s, "百分比2", "")
		f.Add(s, "", "")
		f.Add(s, "小数3", "%")
		f.Add(s, "整数", "起")
	}
	data := indicators(f, `
		甲: 22起
		乙: 121起
		3级以上: 3人
		人: 7人
		率: 57.89%
		钱: 18.90万元
		甲－乙: 4起
		待: 待补
		零: 0起
		[反诈]
		甲: 5起`)
	f.Fuzz(func(t *testing.T, formula, format, unit string) {
		result := figure.Indicator{Key: figure.Key{Area: "禁毒", Name: "结果"}, Pos: diag.Pos{File: "data.yaml", Line: 1, Col: 1}, ChangeDigits: 1}
		result.Formula, result.Format, result.Unit = &figure.Expression{Text: formula, Pos: result.Pos}, format, unit
		b, diags := figure.NewBook(append(data, result), nil, figure.Options{})
		v := value(t, b, "结果")
		require.Equal(t, diags.HasErrors(), v.Failed, "%v", diags)
		for _, d := range diags {
			require.NotEmpty(t, d.Message)
			require.Equal(t, 1, d.Pos.Line)
			require.LessOrEqual(t, d.Pos.Col, len([]rune(formula))+1)
		}
		if v.Failed || v.Pending {
			return
		}
		require.LessOrEqual(t, v.Quantity.Decimals, int32(8+4))
		half := decimal.New(5, -v.Quantity.Decimals-1)
		require.True(t, v.Exact.Sub(v.Quantity.Number).Abs().LessThanOrEqual(half))
		require.NotEmpty(t, b.Print(v.Quantity))
		require.Less(t, len(b.Print(v.Quantity)), 200)
	})
}
