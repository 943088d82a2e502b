package audit_test

import (
	"fmt"
	"testing"

	"banwen/internal/audit"
	"banwen/internal/diag"
	"banwen/internal/figure"
	"banwen/internal/source"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
)

// large is a report of n indicators and n lines of 校核 in areas of a given
// size. Each line is a sum, a rate or an order over neighbours; every seventh
// names a figure of another area. Every fifth figure gives its 同比. slips says how many figures in a thousand
// are wrong by one.
func large(n, size, slips int) *source.Report {
	r := &source.Report{Period: source.Period{Year: 2023, Part: "上半年"}}
	for first := 0; first < n; first += size {
		file := fmt.Sprintf("areas/a%d.yaml", first)
		a := source.Area{File: file, Name: source.NewText(fmt.Sprintf("工作%d", first/size), diag.Pos{File: file, Line: 1, Col: 5})}
		for i := first; i < min(first+size, n); i++ {
			a.Indicators = append(a.Indicators, largeIndicator(a, i, slips))
			at := diag.Pos{File: file, Line: 200_000 + i, Col: 5}
			a.Checks = append(a.Checks, source.Check{Relation: source.NewText(largeRelation(r, a, i-first), at)})
		}
		r.Areas = append(r.Areas, a)
	}
	return r
}

func largeIndicator(a source.Area, i, slips int) figure.Indicator {
	at := diag.Pos{File: a.File, Line: i + 2, Col: 3}
	number := int64(10)
	if i%4 == 0 {
		number = 30
	}
	then := number / 2
	if i%1000 < slips {
		number++
	}
	in := figure.Indicator{
		Key: figure.Key{Area: a.Name.Value, Name: fmt.Sprintf("第%d项指标（含%d级）", i, i%5)}, Pos: at, ChangeDigits: 1,
		Given:    &figure.Entry{Quantity: figure.Quantity{Number: decimal.NewFromInt(number), Unit: figure.Unit{Name: "起", Family: "起"}}, Pos: at},
		LastYear: &figure.Entry{Quantity: figure.Quantity{Number: decimal.NewFromInt(then), Unit: figure.Unit{Name: "起", Family: "起"}}, Pos: at},
	}
	if i%5 == 0 {
		in.GivenChange = &figure.GivenChange{Direction: 1}
		in.GivenChange.Pos, in.GivenChange.Number = at, decimal.NewFromInt(100)
		in.GivenChange.Unit = figure.Unit{Name: "%", Family: "%"}
	}
	return in
}

// largeRelation is the line of 校核 after indicator k of an area.
func largeRelation(r *source.Report, a source.Area, k int) string {
	name := func(k int) string { return a.Indicators[k].Key.Name }
	base := k / 4 * 4
	switch {
	case k%4 == 3:
		return name(base) + " = 合计(" + name(base+1) + ", " + name(base+2) + ", " + name(base+3) + ")"
	case k%4 == 2:
		return name(base+1) + " / " + name(base) + " = 33.3%"
	case k%7 == 0 && len(r.Areas) > 0:
		return name(k) + " <= " + r.Areas[0].Indicators[0].Key.String() + " × 2"
	}
	return name(k) + " - " + name(base) + " ≤ 0起"
}

// The largest report anyone could mean: 100,000 indicators with as many lines
// of 校核, in many areas or in one, without slips and with many; and a tenth of
// it, as the time must grow no faster than the report.
func BenchmarkHundredThousand(b *testing.B) {
	const n = 100_000
	for _, c := range []struct {
		name           string
		n, size, slips int
	}{
		{"tenth", n / 10, 200, 0}, {"whole", n, 200, 0}, {"one area", n, n, 0}, {"slips", n, 200, 500},
	} {
		r := large(c.n, c.size, c.slips)
		book := newBook(b, r)
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				findings, diags := audit.Check(r, book)
				require.Empty(b, diags)
				findings = audit.Settle(r, findings)
				require.GreaterOrEqual(b, len(findings), c.n)
			}
		})
	}
}
