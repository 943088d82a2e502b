package source

import "banwen/internal/diag"

// Period is a reporting period: 2023上半年, 2023下半年, 2023年, 2023一季度.
type Period struct {
	Year int
	Part string // 上半年, 下半年, 一季度 …四季度; empty for the whole year
	Pos  diag.Pos
}

// String is the period as people read it: 2023年上半年.
func (p Period) String() string { panic("to be written") }

// Next is the period that follows: 2023年下半年 after 2023年上半年.
func (p Period) Next() Period { panic("to be written") }

// Date is a real calendar date (成文日期).
type Date struct {
	Year, Month, Day int
	Pos              diag.Pos
}

// Chinese is the date as documents print it, without leading zeros: 2023年6月30日.
func (d Date) Chinese() string { panic("to be written") }

// ISO is the date at midnight UTC: 2023-06-30T00:00:00Z.
func (d Date) ISO() string { panic("to be written") }
