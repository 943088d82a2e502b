package figure

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// How long a typed number may be. The largest sums a county reports have 15
// digits; what is longer is a slip of the hand.
const (
	maxWhole    = 18 // digits before the point
	maxDecimals = 8  // digits after it
)

// halfWidth turns the full-width signs that input methods produce into the
// half-width ones; all sorts of minus become one.
var halfWidth = strings.NewReplacer(
	"０", "0", "１", "1", "２", "2", "３", "3", "４", "4", "５", "5", "６", "6", "７", "7", "８", "8", "９", "9",
	"．", ".", "％", "%", "＋", "+", "－", "-", "−", "-", "，", ",", "：", ":", "∶", ":", "／", "/", "～", "~",
)

// ParseQuantity reads a number with its unit: 22起, 19.057克, 980.48万元,
// 66.37%, 5.9万起, 980.48万余元. Full-width digits, point and ％ are read like
// half-width ones. unit, where not empty, is the unit of a bare number; 无 says
// that it has none. A number with a unit of its own may not contradict it.
//
// What could be read in two ways is refused, not guessed: 1,285 (thousands or
// a slip for 1.285), ranges, ratios, two figures in one, exponents, a leading 0.
// The error is a *Mistake; it says in Chinese what is wrong and what to write.
func ParseQuantity(s, unit string) (Quantity, error) {
	if m := checkRunes(s); m != nil {
		return Quantity{}, m
	}
	text := strings.TrimSpace(halfWidth.Replace(s))
	number, rest := splitNumber(text)
	if err := checkNumber(s, number, rest); err != nil {
		return Quantity{}, err
	}
	q := Quantity{}
	rest, q.Approx = cutApprox(strings.TrimSpace(rest))
	var err error
	if q.Unit, err = settleUnit(s, rest, strings.TrimSpace(unit)); err != nil {
		return Quantity{}, err
	}
	if q.Approx && q.Unit.isPercent() {
		return Quantity{}, &Mistake{"百分数不用“余”", "在正文里写“约”"}
	}
	if q.Number, err = decimal.NewFromString(strings.TrimPrefix(number, "+")); err != nil {
		return Quantity{}, notANumber(s)
	}
	q.Decimals = -q.Number.Exponent()
	return q, nil
}

// checkRunes refuses what cannot be seen: broken encoding, control and
// zero-width characters.
func checkRunes(s string) *Mistake {
	if !utf8.ValidString(s) {
		return &Mistake{"有读不懂的字节", "文件请存成UTF-8"}
	}
	text := strings.TrimSpace(s)
	for i, r := range text {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return &Mistake{fmt.Sprintf("第%d个字是%s", utf8.RuneCountInString(text[:i])+1, describe(r)), "删去重新输入"}
		}
	}
	return nil
}

// splitNumber parts the number at the front of text (its sign, digits and one
// point with digits after it) from what follows.
func splitNumber(text string) (number, rest string) {
	at := 0
	if text != "" && (text[0] == '+' || text[0] == '-') {
		at = 1
	}
	whole := countDigits(text[at:])
	at += whole
	if whole > 0 && at < len(text) && text[at] == '.' {
		if n := countDigits(text[at+1:]); n > 0 {
			at += 1 + n
		}
	}
	return text[:at], text[at:]
}

func countDigits(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

// slips are the commonest ways to type a number wrongly, told by what follows
// the first digits, with what to do.
var slips = []struct {
	after         *regexp.Regexp
	message, hint string
}{
	{regexp.MustCompile(`^\s*[eE][+-]?\d`), "数不能用科学计数法", "把数写全，或用万、亿作单位"},
	{regexp.MustCompile(`^\s*,\s*\d`), "数里不能有逗号", "去掉千分位逗号，写成“1285人”"},
	{regexp.MustCompile(`^\s*[:/]\s*\d`), "这是比，不是一个数", "比例写在正文里，或分成两个指标"},
	{regexp.MustCompile(`^\s*(--?|~|—+|–|至)\s*\d`), "这是范围，不是一个数", "分成两个指标，或写在正文里"},
	{regexp.MustCompile(`^\s+\d`), "数中间不能有空格", "去掉空格"},
	{regexp.MustCompile(`^\.`), "小数点不对", "小数写成“0.5”“19.057”"},
	{regexp.MustCompile(`\d`), "一个指标只能有一个数", "分成几个指标"},
	{regexp.MustCompile(`^\s*[多几]`), "约数不能这样写", "写成“100余起”"},
}

// checkNumber refuses a front part that is no number and what follows it when
// that shows the number to be mistyped. s is the whole as typed.
func checkNumber(s, number, rest string) error {
	digits := strings.TrimLeft(number, "+-")
	if digits == "" {
		return notANumber(s)
	}
	for _, slip := range slips {
		if !strings.ContainsAny(rest, "0123456789.多几") {
			break // the usual case, told without regular expressions
		}
		if slip.after.MatchString(rest) {
			return &Mistake{"“" + brief(s) + "”：" + slip.message, slip.hint}
		}
	}
	whole, fraction, _ := strings.Cut(digits, ".")
	switch {
	case len(whole) > 1 && whole[0] == '0':
		return &Mistake{"“" + brief(s) + "”：数的前面多了0", "去掉前面的0"}
	case len(whole) > maxWhole || len(fraction) > maxDecimals:
		return &Mistake{"“" + brief(s) + "”：数太长", fmt.Sprintf("整数最多%d位，小数最多%d位；大数用万、亿作单位", maxWhole, maxDecimals)}
	}
	return nil
}

// notANumber says why s, which does not begin with digits, is no number.
func notANumber(s string) error {
	text := strings.TrimSpace(halfWidth.Replace(s))
	text = strings.TrimLeft(text, "+-")
	first, _ := utf8.DecodeRuneInString(text)
	hint := "写成“22起”这样的数和单位"
	switch {
	case text == "":
		return &Mistake{"没有数", hint}
	case first == '.':
		hint = "小数点前面写0，如“0.5”"
	case first == '第':
		hint = "只写“5名”，“第”写在正文里"
	case strings.ContainsRune("零〇一二三四五六七八九十百两", first):
		hint = "数用阿拉伯数字；正文里可印成汉字"
	case strings.ContainsRune("约近超逾", first):
		hint = "约数写成“100余起”，“" + string(first) + "”写在正文里"
	}
	return &Mistake{"“" + brief(s) + "”不是数", hint}
}

// cutApprox takes 余 out of what follows a number: 余起, 万余元 and 余万元 are
// all approximate.
func cutApprox(rest string) (string, bool) {
	before, after, found := strings.Cut(rest, "余")
	if !found {
		return rest, false
	}
	if _, isScale := scales[before]; before == "" || isScale {
		return before + after, true
	}
	return rest, false
}

// settleUnit decides on the unit: typed stands behind the number, given comes
// from elsewhere and completes what was not typed.
func settleUnit(s, typed, given string) (Unit, error) {
	_, scaleOnly := scales[typed]
	if typed == "" || scaleOnly {
		if given == "" {
			return Unit{}, &Mistake{"“" + brief(s) + "”缺少单位", "写成“22起”，没有单位的写“单位: 无”"}
		}
		if given != noUnitWord {
			return ParseUnit(typed + given)
		}
		if typed == "" {
			return bare, nil
		}
	}
	u, err := ParseUnit(typed)
	if err != nil || given == "" {
		return u, err
	}
	g, err := ParseUnit(given)
	if err == nil && g.Family != u.Family {
		err = &Mistake{"“" + brief(s) + "”的单位与“单位: " + brief(given) + "”不合", "只留一个"}
	}
	return u, err
}

// brief is text short enough to quote in a message.
func brief(s string) string {
	const most = 24
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// describe names a character so that it can be found, also where it cannot be seen.
func describe(r rune) string {
	if unicode.IsPrint(r) && r != ' ' {
		return "“" + string(r) + "”"
	}
	switch {
	case r == '\n' || r == '\r':
		return "换行"
	case r == '\t':
		return "制表符"
	case unicode.IsSpace(r):
		return "空格"
	}
	return fmt.Sprintf("看不见的字符U+%04X", r)
}
