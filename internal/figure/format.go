package figure

import (
	"strconv"
	"strings"

	"banwen/internal/diag"
)

// format is how a formula's result prints (格式).
type format struct {
	unit     *Unit // the result is converted into it; nil: it keeps its own
	decimals int32 // -1: as many as the result has
}

// formatWords are formats to choose from, for hints.
var formatWords = []string{"百分比2", "小数1", "整数", "万元2", "亿元2", "元2"}

// parseFormat reads a 格式: 百分比2, 小数1, 整数, or a unit that converts with
// its decimals: 万元2, 亿元1, 公斤3. The error is a *Mistake.
func parseFormat(s string) (format, error) {
	text := strings.TrimSpace(halfWidth.Replace(s))
	word := strings.TrimRight(text, "0123456789")
	f := format{decimals: -1}
	if digits := text[len(word):]; digits != "" {
		n, err := strconv.Atoi(digits)
		if err != nil || n > maxDecimals {
			return f, &Mistake{"“格式: " + brief(s) + "”的小数位太多", "最多" + strconv.Itoa(maxDecimals) + "位"}
		}
		f.decimals = int32(n)
	}
	switch word = strings.TrimSpace(word); {
	case text == "整数":
		f.decimals = 0
		return f, nil
	case text == "":
		return f, nil
	case word == "小数" && f.decimals >= 0:
		return f, nil
	case word == "百分比":
		u := units[percent]
		f.unit = &u
		return f, nil
	}
	u, err := ParseUnit(word)
	if _, measure := units[u.Family]; err != nil || !measure {
		return f, unknownFormat(s)
	}
	f.unit = &u
	return f, nil
}

func unknownFormat(s string) error {
	hint := diag.NearestHint(strings.TrimSpace(s), formatWords)
	if hint == "" {
		hint = "可写" + strings.Join(formatWords, "、")
	}
	return &Mistake{"没有“" + brief(s) + "”这种格式", hint}
}
