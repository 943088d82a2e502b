package proofread

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"banwen/internal/diag"
	"banwen/internal/finding"
)

// privacyRules look for numbers that belong to a person. What they report is
// masked, so that a list of findings does not spread it.
var privacyRules = []rule{
	{finding.Rule{
		ID: "id-number", Title: "居民身份号码", Severity: diag.Error, Clause: "GB 11643-1999；个人信息保护法",
		Bad:  []string{"张某（11010519491231002X）", "张某<110105 19491231 002X>", "张某，旧证<110105491231002>", "张某<110105194912310021>"},
		Good: []string{"受理编号<110105999999999999>", "共<123456789012345>元"},
	}, privateNumbers(idNumber)},
	{finding.Rule{
		ID: "phone-number", Title: "手机号码", Severity: diag.Error, Clause: "个人信息保护法",
		Bad:  []string{"联系电话：13800138000", "联系人<138-0013-8000>"},
		Good: []string{"值班电话：0771-1234567", "投入<13800138000元>", "案件编号A13800138000", "拨打<12345>热线"},
	}, privateNumbers(phoneNumber)},
	{finding.Rule{
		ID: "bank-card", Title: "银行卡号", Severity: diag.Error, Clause: "个人信息保护法",
		Bad:  []string{"转入6222021234567890128账户", "转入<6222 0212 3456 7890 128>"},
		Good: []string{"转入6222021234567890123账户", "受理编号<1234567890123452>"},
	}, privateNumbers(bankCard)},
}

// privateKind is whose number a private number is; the values are the ids of
// the rules.
type privateKind string

const (
	idNumber    privateKind = "id-number"
	phoneNumber privateKind = "phone-number"
	bankCard    privateKind = "bank-card"
)

// privateNumber is a number of a person in a passage.
type privateNumber struct {
	kind       privateKind
	start, end int
	doubtful   bool // the check digit of an identity number is wrong, or a card is not of 银联
}

// privateNumbers makes the find of the rule over one kind.
func privateNumbers(kind privateKind) func(*text) []hit {
	called := map[privateKind]string{idNumber: "居民身份号码", phoneNumber: "手机号码", bankCard: "银行卡号"}[kind]
	hint := diag.Hint
	return each(func(p *passage) []hit {
		var hits []hit
		for _, n := range p.private {
			if n.kind != kind {
				continue
			}
			h := hit{passage: p, start: n.start, end: n.end, reason: "文中有" + called + "，删去，或用“*”代替中间各位"}
			if n.doubtful {
				h.severity = &hint
				h.reason = "像是" + called + "，核对后删去"
			}
			hits = append(hits, h)
		}
		return hits
	})
}

// isPrivacy tells whether the rule is over private numbers.
func (r rule) isPrivacy() bool {
	return slices.ContainsFunc(privacyRules, func(x rule) bool { return x.ID == r.ID })
}

// isPrivate tells whether h is a part of a private number: other rules leave
// it to the rule over it.
func (h hit) isPrivate() bool {
	all := h.passage.private
	i := sort.Search(len(all), func(i int) bool { return all[i].end > h.start })
	return i < len(all) && all[i].start <= h.start
}

// mask masks the private numbers in all that a finding of the text quotes.
func mask(f *finding.Finding) {
	f.Quote, f.Reason = masked(f.Quote), masked(f.Reason)
	for i := range f.Printed {
		f.Printed[i].Sentence, f.Printed[i].Text = masked(f.Printed[i].Sentence), masked(f.Printed[i].Text)
	}
}

// masked is some words with the private numbers in them masked, all but their
// first three and last two characters.
func masked(words string) string {
	var b strings.Builder
	from := 0
	for _, n := range findPrivate(words) {
		number := []rune(words[n.start:n.end])
		for i := 3; i < len(number)-2; i++ {
			number[i] = '*'
		}
		b.WriteString(words[from:n.start] + string(number))
		from = n.end
	}
	return b.String() + words[from:]
}

// findPrivate lists the private numbers of a text.
func findPrivate(text string) []privateNumber {
	var found []privateNumber
	for i := 0; i < len(text); {
		digits, end := digitsAt(text, i)
		if digits == "" {
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
			continue
		}
		if n, ok := judgeNumber(digits); ok && isWhole(text, i, end) && !(n.kind == phoneNumber && runeAt(text, end) == '元') {
			n.start, n.end = i, end
			found = append(found, n)
		}
		i = end
	}
	return found
}

// isWhole tells whether a number is no part of a longer code or decimal.
func isWhole(text string, start, end int) bool {
	left, right := runeBefore(text, start), runeAt(text, end)
	return !isLetter(left) && !isLetter(right) && left != '.' && left != '_' && right != '_'
}

// digitsAt reads the number at the front of text[start:], half- or full-width
// digits, in groups as people write them, with an X as the last of 18.
func digitsAt(text string, start int) (digits string, end int) {
	digits, end = plainDigits(text, start)
	groups := []int{len(digits)}
	joined := digits
	for at := end; digits != "" && strings.ContainsRune(" -－", runeAt(text, at)); {
		group, groupEnd := plainDigits(text, at+utf8.RuneLen(runeAt(text, at)))
		if group == "" {
			break
		}
		groups = append(groups, len(group))
		joined += group
		at = groupEnd
		if isGrouping(groups) {
			digits, end = joined, at
		}
	}
	return digits, end
}

// isGrouping tells whether phone numbers, cards or identity numbers are
// written in groups of these lengths.
func isGrouping(groups []int) bool {
	return slices.ContainsFunc([][]int{
		{3, 4, 4}, {4, 4, 4, 4}, {4, 4, 4, 4, 1}, {4, 4, 4, 4, 2}, {4, 4, 4, 4, 3}, {6, 8, 4}, {6, 4, 4, 4},
	}, func(known []int) bool { return slices.Equal(known, groups) })
}

// plainDigits reads digits without anything between, made half-width.
func plainDigits(text string, start int) (digits string, end int) {
	var made []byte
	end = start
	for {
		r := runeAt(text, end)
		switch {
		case isDigit(r):
			made = append(made, byte(r))
		case r >= '０' && r <= '９':
			made = append(made, byte(r-'０'+'0'))
		case (r == 'X' || r == 'x') && (len(made) == 17 || len(made) == 3) && !isLetter(runeAt(text, end+1)):
			return string(append(made, 'X')), end + 1
		default:
			return string(made), end
		}
		end += utf8.RuneLen(r)
	}
}

// judgeNumber tells what kind of private number the digits are, if any.
// Identity numbers go first: some of them pass for cards.
func judgeNumber(digits string) (privateNumber, bool) {
	local := strings.TrimPrefix(digits, "86")
	switch {
	case len(digits) == 18 && isRegion(digits) && isDate(digits[6:14]):
		return privateNumber{kind: idNumber, doubtful: !hasCheckDigit(digits)}, true
	case strings.HasSuffix(digits, "X"):
		return privateNumber{}, false
	case len(digits) == 15 && isRegion(digits) && isDate("19"+digits[6:12]):
		return privateNumber{kind: idNumber}, true
	case len(digits) == 11 && isMobile(digits) || len(digits) == 13 && len(local) == 11 && isMobile(local):
		return privateNumber{kind: phoneNumber}, true
	case len(digits) >= 16 && len(digits) <= 19 && digits[0] >= '3' && digits[0] <= '6' && passesLuhn(digits):
		return privateNumber{kind: bankCard, doubtful: !strings.HasPrefix(digits, "62")}, true
	}
	return privateNumber{}, false
}

func isMobile(digits string) bool { return digits[0] == '1' && digits[1] >= '3' }

// provinces are the first two digits of an identity number.
const provinces = "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83"

func isRegion(digits string) bool { return strings.Contains(provinces, digits[:2]) }

// isDate tells whether eight digits can be somebody's birthday.
func isDate(digits string) bool {
	century, month, day := digits[:2], digits[4:6], digits[6:8]
	return (century == "19" || century == "20") && month >= "01" && month <= "12" && day >= "01" && day <= "31"
}

// hasCheckDigit tells whether the last of 18 characters follows from the
// others, ISO 7064 MOD 11-2.
func hasCheckDigit(digits string) bool {
	sum := 0
	for i := range 17 {
		sum = (sum + int(digits[i]-'0')) * 2 % 11
	}
	return "10X98765432"[sum] == digits[17]
}

// passesLuhn tells whether a card's check digit is right.
func passesLuhn(digits string) bool {
	sum := 0
	for i := range len(digits) {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 1 {
			d = d*2/10 + d*2%10
		}
		sum += d
	}
	return sum%10 == 0
}
