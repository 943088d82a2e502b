package figure_test

import (
	"fmt"
	"testing"

	"banwen/internal/diag"
	"banwen/internal/figure"

	"github.com/stretchr/testify/require"
)

// large makes n indicators in areas of 200, half of them formulas over three
// others, one of another area.
func large(tb testing.TB, n int) []figure.Indicator {
	list := make([]figure.Indicator, n)
	for i := range list {
		area := i / 200
		name := fmt.Sprintf("第%d项指标（含%d级）", i, i%5)
		list[i] = figure.Indicator{Key: figure.Key{Area: fmt.Sprintf("工作%d", area), Name: name}, Pos: diag.Pos{File: "data.yaml", Line: i + 1, Col: 1}, ChangeDigits: 1}
		if i%2 == 0 {
			list[i].Given = &figure.Entry{Quantity: quantity(tb, fmt.Sprintf("%d起", 1+i%977))}
			continue
		}
		other := i / 400 * 200
		list[i].Formula = &figure.Expression{
			Text: fmt.Sprintf("(%s－工作%d.第%d项指标（含%d级）)/%s", list[i-1].Key.Name, other/200, other, other%5, list[i-1].Key.Name),
			Pos:  list[i].Pos,
		}
		list[i].Format = "百分比2"
	}
	return list
}

func BenchmarkNewBook(b *testing.B) {
	for _, n := range []int{100, 1000, 10_000, 100_000} {
		list := large(b, n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_, diags := figure.NewBook(list, nil, figure.Options{})
				require.Empty(b, diags)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/indicator")
		})
	}
}

func BenchmarkParseQuantity(b *testing.B) {
	for b.Loop() {
		if _, err := figure.ParseQuantity("1038.65万余元", ""); err != nil {
			b.Fatal(err)
		}
	}
}
