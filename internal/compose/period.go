package compose

import (
	"strconv"

	"banwen/internal/source"
)

// yearOf is {{年}}.
func yearOf(p source.Period) string { return strconv.Itoa(p.Year) }

// partOf is {{本期}}: 上半年, 一季度; 全年 for a whole year.
func partOf(p source.Period) string {
	if p.Part == "" {
		return "全年"
	}
	return p.Part
}

// nextOf is {{下期}}: 下半年, and with its year where that is another one: 2024年上半年.
func nextOf(p source.Period) string {
	next := p.Next()
	if next.Year != p.Year {
		return next.String()
	}
	return next.Part
}
