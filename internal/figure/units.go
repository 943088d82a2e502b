package figure

import "github.com/shopspring/decimal"

// Families that the rules of reckoning name.
const (
	percent = "%"
	points  = "百分点" // the difference of two percentages
	yuan    = "元"
)

// scaleWords are the words that scale any unit after them, longer ones first.
var scaleWords = []string{"万亿", "千万", "百万", "亿", "万", "千"}

var scales = map[string]decimal.Decimal{
	"千": decimal.New(1, 3), "万": decimal.New(1, 4), "百万": decimal.New(1, 6),
	"千万": decimal.New(1, 7), "亿": decimal.New(1, 8), "万亿": decimal.New(1, 12),
}

// measure is one unit of a family: coefficient × 10^exponent base units.
type measure struct {
	name        string
	coefficient int64
	exponent    int32
}

// families are the units that convert into each other. 万元, 亿元, 万吨 and
// the like need no entry: see scaleWords.
//
// Lengths, masses, areas and times are the legal units (国务院关于在我国统一
// 实行法定计量单位的命令, 1984) and those still in use beside them. 名 and 位
// count persons as 人 does, so that 105人 of 684名 is a rate.
//
// Area counts in thirds of a square metre: 15 亩 are 1 公顷, so that one 亩 is
// 10000/15 = 2000/3 m², and only thirds keep it exact.
var families = []struct {
	name     string
	measures []measure
}{
	{yuan, []measure{{"元", 1, 0}, {"角", 1, -1}}},
	{"克", []measure{
		{"毫克", 1, -3}, {"克", 1, 0}, {"两", 50, 0}, {"斤", 500, 0},
		{"公斤", 1, 3}, {"千克", 1, 3}, {"吨", 1, 6},
	}},
	{"米", []measure{{"毫米", 1, -3}, {"厘米", 1, -2}, {"米", 1, 0}, {"里", 500, 0}, {"公里", 1, 3}, {"千米", 1, 3}}},
	{"平方米", []measure{
		{"平方米", 3, 0}, {"亩", 2000, 0}, {"公顷", 3, 4}, {"平方公里", 3, 6}, {"平方千米", 3, 6},
	}},
	{"立方米", []measure{{"毫升", 1, -6}, {"升", 1, -3}, {"立方米", 1, 0}}},
	{"小时", []measure{{"秒", 1, 0}, {"分钟", 60, 0}, {"小时", 3600, 0}, {"天", 86400, 0}, {"日", 86400, 0}, {"周", 604800, 0}}},
	{"个月", []measure{{"个月", 1, 0}, {"年", 12, 0}}},
	{"人", []measure{{"人", 1, 0}, {"名", 1, 0}, {"位", 1, 0}}},
	{percent, []measure{{"%", 1, 0}, {"‰", 1, -1}}},
	{points, []measure{{"百分点", 1, 0}, {"个百分点", 1, 0}}},
}

// units finds a unit of families by its name.
var units = func() map[string]Unit {
	m := map[string]Unit{}
	for _, f := range families {
		for _, u := range f.measures {
			m[u.name] = Unit{Name: u.name, Family: f.name, Factor: decimal.New(u.coefficient, u.exponent)}
		}
	}
	return m
}()
