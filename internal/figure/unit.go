package figure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// Unit is a unit of count or measure (计量单位). Units of one family convert
// into each other by Factor; a unit in no family is a family of its own.
type Unit struct {
	Name   string          // 起, 人次, 万元, %, 万起; empty for a bare number (单位: 无)
	Family string          // 元, 克, 平方米, %; the unit's own name when it converts into nothing
	Factor decimal.Decimal // how many of the family's base unit one of it is
}

// noUnitWord is how a writer says that a number has no unit.
const noUnitWord = "无"

// maxUnitLength is how many characters a unit may have; the longest in use
// are compounds such as 万元/平方公里.
const maxUnitLength = 12

// bare is the unit of a number without one.
var bare = Unit{Factor: decimal.NewFromInt(1)}

// ParseUnit reads a unit's name: 起, 万元, %, 万人次, 元/人; 无 is the unit of
// a bare number. 万, 亿 and the like before a unit scale it; any other word is
// a family of its own. The error is a *Mistake.
func ParseUnit(name string) (Unit, error) {
	name = strings.TrimSpace(strings.ReplaceAll(name, "％", "%"))
	if name == noUnitWord {
		return bare, nil
	}
	if err := checkUnitName(name); err != nil {
		return Unit{}, err
	}
	if u, ok := units[name]; ok {
		return u, nil
	}
	scale, base := splitScale(name)
	if scale == "" {
		return Unit{Name: name, Family: name, Factor: bare.Factor}, nil
	}
	if base == "" {
		return Unit{Name: name, Factor: scales[scale]}, nil
	}
	if twice, _ := splitScale(base); twice != "" {
		return Unit{}, &Mistake{"单位“" + brief(name) + "”不明白", "“" + scale + "”和“" + twice + "”只写一个"}
	}
	u, ok := units[base]
	if !ok {
		u = Unit{Family: base, Factor: bare.Factor}
	}
	return Unit{Name: name, Family: u.Family, Factor: u.Factor.Mul(scales[scale])}, nil
}

// checkUnitName refuses what cannot be a unit.
func checkUnitName(name string) error {
	if name == "" {
		return &Mistake{"没有单位", "没有单位的写“单位: 无”"}
	}
	if utf8.RuneCountInString(name) > maxUnitLength {
		return &Mistake{"单位“" + brief(name) + "”太长", "单位只写“起”“人次”“万元”这样的词"}
	}
	if strings.Trim(name, "/·") != name {
		return &Mistake{"单位“" + brief(name) + "”不完整", "写成“元/人”这样"}
	}
	for _, r := range name {
		if !isUnitRune(r) {
			return &Mistake{"单位“" + brief(name) + "”里不能有" + describe(r), "单位只写“起”“人次”“万元”这样的词"}
		}
	}
	for _, vague := range []string{"左右", "上下", "以上", "以下", "以内", "多", "余"} {
		if strings.HasSuffix(name, vague) {
			return &Mistake{"“" + vague + "”不是单位", "约数写成“100余起”，其余写在正文里"}
		}
	}
	return nil
}

// isUnitRune tells whether r may stand in a unit: letters of any script and
// the signs of measures and compounds. Digits may not: 10起12人 is two figures.
func isUnitRune(r rune) bool {
	return unicode.IsLetter(r) || strings.ContainsRune("%‰/·²³℃°", r)
}

// splitScale parts 万, 亿 … from the unit they scale; scale is empty when
// there is none, also for 千克 and 千米, which are units of their own.
func splitScale(name string) (scale, base string) {
	if _, ok := units[name]; ok {
		return "", name
	}
	for _, s := range scaleWords {
		if rest, ok := strings.CutPrefix(name, s); ok {
			return s, rest
		}
	}
	return "", name
}

// isPercent tells whether u is % or ‰.
func (u Unit) isPercent() bool { return u.Family == percent }

// isBare tells whether u is no unit at all. 万 alone is: 5.9万 is 59000.
func (u Unit) isBare() bool { return u.Family == "" }

// counts tells whether u counts or measures what there is, so that less than
// none of it cannot be: not money, which may be owed, nor a share, a
// difference of shares or a number without a unit.
func (u Unit) counts() bool {
	return !u.isBare() && !u.isPercent() && u.Family != points && u.Family != yuan
}

// called is the unit as messages name it.
func (u Unit) called() string {
	if u.Name == "" {
		return "没有单位"
	}
	return "单位是" + u.Name
}

// factor is Factor; the zero Unit is a bare number.
func (u Unit) factor() decimal.Decimal {
	if u.Factor.IsZero() {
		return bare.Factor
	}
	return u.Factor
}
