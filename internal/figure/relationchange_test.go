package figure_test

import (
	"testing"

	"banwen/internal/figure"

	"github.com/stretchr/testify/require"
)

// changed makes a book of one indicator, 甲, with a change given by hand; base
// may be empty.
func changed(t *testing.T, now, base, change string) (*figure.Book, *figure.Value) {
	t.Helper()
	list := indicators(t, "甲: "+now)
	given, err := figure.ParseChange(change)
	require.NoError(t, err, change)
	list[0].GivenChange, list[0].GivenStep = &given, &given
	if base != "" {
		list[0].LastYear = &figure.Entry{Quantity: quantity(t, base)}
		list[0].Previous = list[0].LastYear
	}
	b, diags := figure.NewBook(list, nil, figure.Options{})
	require.Empty(t, diags, "%s %s", now, change)
	return b, value(t, b, "甲")
}

func TestChanges(t *testing.T) {
	const holds, fails, unknown = figure.Holds, figure.Fails, figure.Unknown
	type verdicts = []figure.Verdict
	for _, c := range []struct {
		now, base, change string
		want              verdicts
	}{
		// Against the base.
		{"437起", "481起", "-9.1%", verdicts{holds}},
		{"437起", "481起", "下降9.15%", verdicts{holds}},
		{"437起", "481起", "+9.1%", verdicts{fails}},
		{"437起", "481起", "-9.2%", verdicts{fails}},
		{"437起", "481起", "-44起", verdicts{holds}},
		{"437起", "481起", "-43起", verdicts{fails}},
		{"437起", "437起", "持平", verdicts{holds}},
		{"437起", "437起", "+0%", verdicts{holds}},
		{"438起", "437起", "持平", verdicts{fails}},
		{"436起", "437起", "持平", verdicts{fails}},
		{"10001起", "10000起", "持平", verdicts{fails}},
		{"10001起", "10000起", "+0.0%", verdicts{holds}},
		{"10100起", "10000起", "+0.0%", verdicts{fails}},
		{"57.9%", "57.9%", "持平", verdicts{holds}},
		{"57.9%", "57.8%", "持平", verdicts{fails}},
		{"57.9%", "55.4%", "+2.5个百分点", verdicts{holds}},
		{"57.9%", "55.4%", "+2.7个百分点", verdicts{fails}},
		// A base of 0, or less.
		{"0起", "0起", "持平", verdicts{holds}},
		{"0起", "0起", "+0%", verdicts{holds}},
		{"3起", "0起", "+3起", verdicts{holds}},
		{"3起", "0起", "+4起", verdicts{fails}},
		{"3起", "0起", "+3%", verdicts{fails}},
		{"3起", "0起", "+100%", verdicts{fails}},
		{"3起", "0起", "持平", verdicts{fails}},
		{"3万元", "-1万元", "+400%", verdicts{unknown}},
		{"3万元", "-1万元", "+4万元", verdicts{holds}},
		// Both sizes against the base.
		{"36起", "33起", "增加3起，上升9.1%", verdicts{holds, holds}},
		{"36起", "33起", "上升9.1%、增加3起", verdicts{holds, holds}},
		{"36起", "33起", "增加3起，上升9.2%", verdicts{fails, holds}},
		{"36起", "33起", "增加4起，上升9.1%", verdicts{holds, fails}},
		{"36起", "33起", "增加3起，下降9.1%", verdicts{fails, holds}},
		{"3起", "0起", "增加3起，上升300%", verdicts{fails, holds}},
		// Without a base: one size can only be impossible.
		{"437起", "", "-9.1%", verdicts{unknown}},
		{"437起", "", "持平", verdicts{unknown}},
		{"0起", "", "-100%", verdicts{unknown}},
		{"437起", "", "-100.1%", verdicts{fails}},
		{"437起", "", "+438起", verdicts{fails}},
		{"437起", "", "+437起", verdicts{unknown}},
		{"5.9万起", "", "+59000起", verdicts{unknown}},
		{"-5万元", "", "-120%", verdicts{unknown}}, // money may be owed
		{"57.9%", "", "-120个百分点", verdicts{unknown}},
		// Without a base: two sizes go together.
		{"36起", "", "增加3起，上升9.1%", verdicts{holds}},
		{"36起", "", "增加3起，上升9.2%", verdicts{fails}},
		{"36起", "", "增加3起，上升9%", verdicts{holds}},
		{"437起", "", "减少44起，下降9.1%", verdicts{holds}},
		{"437起", "", "减少44起，下降10.1%", verdicts{fails}}, // 44 of 437, not of 481
		{"36起", "", "增加3起，下降9.1%", verdicts{fails}},
		{"3起", "", "增加3起，上升100%", verdicts{fails}},
		{"3起", "", "增加4起，上升100%", verdicts{fails}},
		{"3起", "", "增加0起，上升0%", verdicts{holds}},
		{"3起", "", "增加0起，上升9.1%", verdicts{fails}},
		{"0起", "", "减少3起，下降100%", verdicts{holds}},
		{"18.90万元", "", "增加1.9万元，上升11.2%", verdicts{holds}},
		{"18.90万元", "", "增加1.9万元，上升13%", verdicts{fails}},
		{"3万元", "", "增加4万元，上升100%", verdicts{unknown}},
	} {
		b, v := changed(t, c.now, c.base, c.change)
		var year, step verdicts
		for _, check := range figure.NewJudge(b).Changes(v) {
			if check.Word == "同比" {
				year = append(year, check.Verdict)
			} else {
				step = append(step, check.Verdict)
			}
		}
		require.Equal(t, c.want, year, "%v", c)
		require.Equal(t, c.want, step, "%v", c)
	}
}

func TestChangeDoubts(t *testing.T) {
	for _, c := range []struct{ now, base, change, want string }{
		{"437起", "", "-9.1%", "没有“去年同期”，不能核对同比"},
		{"3起", "0起", "+3%", "去年同期是0，没有百分比"},
		{"3万元", "-1万元", "+3%", "去年同期是负数，没有百分比"},
		{"437起", "", "-120%", "同比下降120％，降幅不会超过100％"},
		{"5起", "", "+7起", "同比增加7起，比“甲”5起还多"},
		{"36起", "", "增加3起，下降9.1%", "同比增加3起，又下降9.1％，方向相反"},
		{"3起", "", "增加3起，上升100%", "推算的去年同期是0，没有百分比"},
		{"3万元", "", "增加4万元，上升100%", "推算的去年同期是负数，没有百分比"},
	} {
		b, v := changed(t, c.now, c.base, c.change)
		require.Equal(t, c.want, figure.NewJudge(b).Changes(v)[0].Doubt, "%v", c)
	}
	b, v := changed(t, "437起", "", "减少44起，下降9.1%")
	r := figure.NewJudge(b).Changes(v)[0]
	require.Equal(t, "-9.1％", r.Left.Numbers)
	require.Equal(t, "-44起 ÷ （437起 + 44起）", r.Right.Numbers)
}

// The percentage is printed where an amount is given too.
func TestPrintGivenSizes(t *testing.T) {
	for change, want := range map[string]string{
		"增加3起，上升9.1%": "上升9.1％", "上升9.1%，增加3起": "上升9.1％", "减少3起": "减少3起",
	} {
		b, v := changed(t, "36起", "", change)
		got, err := b.YearOnYear(v, figure.DefaultWords)
		require.NoError(t, err)
		require.Equal(t, want, got)
		got, err = b.PeriodOnPeriod(v, figure.DefaultWords)
		require.NoError(t, err)
		require.Equal(t, want, got)
	}
	b, v := changed(t, "36起", "30起", "增加3起，上升9.1%")
	got, err := b.PeriodOnPeriod(v, figure.DefaultWords)
	require.NoError(t, err)
	require.Equal(t, "上升20.0％", got)
}
