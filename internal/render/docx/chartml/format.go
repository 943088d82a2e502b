package chartml

import (
	"strings"

	"github.com/shopspring/decimal"
)

// number is the number that a label begins with: 980.48 of 980.48万余元.
func number(label string) string {
	return label[:len(label)-len(strings.TrimLeft(label, "0123456789.-"))]
}

// numberFormat is the number format code that shows v as its label; ok is
// false when none does, because the label is no more than about the value.
func numberFormat(v decimal.Decimal, label string) (code string, ok bool) {
	digits := number(label)
	shown, err := decimal.NewFromString(digits)
	if err != nil || !shown.Equal(v) {
		return "", false
	}
	places := max(0, -shown.Exponent())
	if shown.StringFixed(places) != digits {
		return "", false
	}
	return withUnit(decimals(places), label[len(digits):])
}

// decimals is the format code of a number with so many decimals.
func decimals(places int32) string {
	if places == 0 {
		return "0"
	}
	return "0." + strings.Repeat("0", int(places))
}

// withUnit is a format code followed by a text; ok is false when a format
// cannot hold it.
func withUnit(code, unit string) (string, bool) {
	if strings.ContainsAny(unit, `"\;`) {
		return "", false
	}
	if unit == "" {
		return code, true
	}
	return code + `"` + unit + `"`, true
}
