package source

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"time"

	"banwen/internal/diag"
)

// Period is a reporting period: 2023上半年, 2023下半年, 2023年, 2023一季度.
type Period struct {
	Year int
	Part string // 上半年, 下半年, 一季度 …四季度; empty for the whole year
	Pos  diag.Pos
}

// divisions are the ways to divide a year, each part in its order.
var divisions = [][]string{
	{""},
	{"上半年", "下半年"},
	{"一季度", "二季度", "三季度", "四季度"},
}

// String is the period as people read it: 2023年上半年.
func (p Period) String() string { return strconv.Itoa(p.Year) + "年" + p.Part }

// Next is the period that follows: 2023年下半年 after 2023年上半年.
func (p Period) Next() Period {
	for _, parts := range divisions {
		switch i := slices.Index(parts, p.Part); {
		case i < 0:
			continue
		case i+1 < len(parts):
			return Period{Year: p.Year, Part: parts[i+1], Pos: p.Pos}
		default:
			return Period{Year: p.Year + 1, Part: parts[0], Pos: p.Pos}
		}
	}
	return p
}

// Gone is how much of the year has gone at the end of the period, in percent.
func (p Period) Gone() int {
	for _, parts := range divisions {
		if i := slices.Index(parts, p.Part); i >= 0 {
			return (i + 1) * 100 / len(parts)
		}
	}
	return 0
}

// lastYear is the same period a year before.
func (p Period) lastYear() Period { return Period{Year: p.Year - 1, Part: p.Part} }

// months gives the period's first month and the one after its last, counted
// from the year 0.
func (p Period) months() (first, end int) {
	for _, parts := range divisions {
		if i := slices.Index(parts, p.Part); i >= 0 {
			length := 12 / len(parts)
			return 12*p.Year + i*length, 12*p.Year + (i+1)*length
		}
	}
	return 12 * p.Year, 12*p.Year + 12
}

// isFarFrom tells whether a date lies more than a year before the period or after it.
func (d Date) isFarFrom(p Period) bool {
	first, end := p.months()
	month := 12*d.Year + d.Month - 1
	return month < first-12 || month >= end+12
}

var periodPattern = regexp.MustCompile(`^((?:19|20|21)[0-9]{2})(?:年?(上半年|下半年)|年?第?([一二三四]季度)|年度?|年?全年)$`)

// parsePeriod reads a period; the 年 after the year may be left out before a part.
func parsePeriod(t Text) (Period, bool) {
	m := periodPattern.FindStringSubmatch(t.Value)
	if m == nil {
		return Period{}, false
	}
	year, err := strconv.Atoi(m[1])
	return Period{Year: year, Part: m[2] + m[3], Pos: t.Pos()}, err == nil
}

// Date is a real calendar date (成文日期).
type Date struct {
	Year, Month, Day int
	Pos              diag.Pos
}

// Chinese is the date as documents print it, without leading zeros: 2023年6月30日.
func (d Date) Chinese() string { return fmt.Sprintf("%d年%d月%d日", d.Year, d.Month, d.Day) }

// ISO is the date at midnight UTC: 2023-06-30T00:00:00Z.
func (d Date) ISO() string { return fmt.Sprintf("%04d-%02d-%02dT00:00:00Z", d.Year, d.Month, d.Day) }

var datePattern = regexp.MustCompile(`^([0-9]{4})(?:-([0-9]{1,2})-([0-9]{1,2})|年([0-9]{1,2})月([0-9]{1,2})日)$`)

// parseDate reads 2023-06-30 or 2023年6月30日. written tells whether the text
// has the form of a date at all, real whether there is such a day.
func parseDate(t Text) (d Date, written, real bool) {
	m := datePattern.FindStringSubmatch(t.Value)
	if m == nil {
		return Date{}, false, false
	}
	var n [3]int
	for i, digits := range []string{m[1], m[2] + m[4], m[3] + m[5]} {
		n[i], _ = strconv.Atoi(digits) // at most four digits
	}
	day := time.Date(n[0], time.Month(n[1]), n[2], 0, 0, 0, 0, time.UTC)
	real = day.Year() == n[0] && int(day.Month()) == n[1] && day.Day() == n[2] && n[0] > 0
	return Date{Year: n[0], Month: n[1], Day: n[2], Pos: t.Pos()}, true, real
}
