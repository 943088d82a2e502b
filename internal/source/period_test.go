package source_test

import (
	"strings"
	"testing"

	"banwen/internal/source"

	"github.com/stretchr/testify/require"
)

func TestPeriod(t *testing.T) {
	for typed, want := range map[string][2]string{
		"2023上半年":    {"2023年上半年", "2023年下半年"},
		"2023年上半年":   {"2023年上半年", "2023年下半年"},
		"2023下半年":    {"2023年下半年", "2024年上半年"},
		"2023年":      {"2023年", "2024年"},
		"2023年度":     {"2023年", "2024年"},
		"2023全年":     {"2023年", "2024年"},
		"2023一季度":    {"2023年一季度", "2023年二季度"},
		"2023年第四季度":  {"2023年四季度", "2024年一季度"},
		" 2023二季度  ": {"2023年二季度", "2023年三季度"},
	} {
		p := load(t, "期间: '"+typed+"'\n").Period
		require.Equal(t, want, [2]string{p.String(), p.Next().String()}, typed)
	}
	for _, typed := range []string{"2023", "23上半年", "2023半年", "2023上半年工作", "2023五季度", "上半年", "1023上半年"} {
		_, diags := source.Load(report("期间: '"+typed+"'\n"), ".")
		require.Contains(t, list(diags), "期间“"+typed+"”看不懂", typed)
	}
}

// How much of the year has gone when a period ends.
func TestGone(t *testing.T) {
	for typed, want := range map[string]int{
		"2023上半年": 50, "2023下半年": 100, "2023年": 100, "2023一季度": 25, "2023二季度": 50, "2023三季度": 75, "2023四季度": 100,
	} {
		require.Equal(t, want, load(t, "期间: "+typed+"\n").Period.Gone(), typed)
	}
	require.Zero(t, source.Period{Part: "上旬"}.Gone())
}

func TestDate(t *testing.T) {
	for typed, want := range map[string][2]string{
		"2023-06-30":    {"2023年6月30日", "2023-06-30T00:00:00Z"},
		"2023-6-3":      {"2023年6月3日", "2023-06-03T00:00:00Z"},
		"2023年6月30日":    {"2023年6月30日", "2023-06-30T00:00:00Z"},
		"2024-02-29":    {"2024年2月29日", "2024-02-29T00:00:00Z"},
		"'2023年06月01日'": {"2023年6月1日", "2023-06-01T00:00:00Z"},
	} {
		d := load(t, "期间: 2023上半年\n成文日期: "+typed+"\n").Date
		require.Equal(t, want, [2]string{d.Chinese(), d.ISO()}, typed)
	}
	for typed, odd := range map[string]bool{
		"1999-01-01": true, "2021-12-31": true, "2022-01-01": false, "2024-06-30": false, "2024-07-01": true, "9999-12-31": true,
	} {
		_, diags := source.Load(report("期间: 2023上半年\n成文日期: "+typed+"\n"), ".")
		require.False(t, diags.HasErrors(), typed)
		require.Equal(t, odd, strings.Contains(list(diags), "警告：成文日期"), typed)
	}
	for typed, want := range map[string]string{
		"2023-02-29": "没有“2023-02-29”这一天", "2023年13月1日": "没有“2023年13月1日”这一天", "2023-06-00": "没有“2023-06-00”这一天",
		"2023/6/30": "日期“2023/6/30”看不懂", "6月30日": "日期“6月30日”看不懂",
	} {
		_, diags := source.Load(report("期间: 2023上半年\n成文日期: "+typed+"\n"), ".")
		require.Contains(t, list(diags), want, typed)
	}
}
