package figure

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits of a formula, far beyond what anyone writes.
const (
	maxDepth   = 200     // brackets within brackets
	maxFormula = 100_000 // bytes
)

// parser reads one formula by recursive descent:
//
//	sum     = product { ("+" | "-") product }
//	product = operand { ("×" | "÷") operand }
//	operand = { "+" | "-" } ( "(" sum ")" | function | name | number [unit] )
//	function = ("合计" | "平均" | "最大" | "最小") "(" sum { "," sum } ")" | "数" "(" sum ")"
//
// A method returns nil once something is wrong that it cannot read past.
type parser struct {
	text    string
	at      int // byte offset of what is read next
	depth   int
	names   *namespace
	report  func(offset int, hint, message string)
	unknown bool // a name does not exist; reading goes on to find others
}

// formula reads the whole text; nil after any mistake, all reported.
func (p *parser) formula() *Term {
	if len(p.text) > maxFormula {
		p.report(0, "分成几个公式", "公式太长")
		return nil
	}
	if m := checkRunes(p.text); m != nil {
		p.report(0, m.Hint, m.Message)
		return nil
	}
	if p.space(); p.at == len(p.text) {
		p.report(p.at, "写上指标和运算符，如“甲 + 乙”", "公式是空的")
		return nil
	}
	t := p.sum()
	if t == nil {
		return nil
	}
	if p.at < len(p.text) {
		p.misplaced()
		return nil
	}
	if p.unknown {
		return nil
	}
	return t
}

func (p *parser) sum() *Term     { return p.chain(sumSigns, p.product) }
func (p *parser) product() *Term { return p.chain(productSigns, p.operand) }

// chain reads operands joined by signs of one rank, from the left.
func (p *parser) chain(signs map[rune]Op, next func() *Term) *Term {
	left := next()
	for left != nil {
		r, size := utf8.DecodeRuneInString(p.text[p.at:])
		op, ok := signs[r]
		if !ok {
			return left
		}
		p.at += size
		right := next()
		if right == nil {
			return nil
		}
		left = &Term{Op: op, Operands: []*Term{left, right}, start: left.start, end: right.end}
	}
	return nil
}

// operand reads one operand and the space around it.
func (p *parser) operand() *Term {
	p.depth++
	defer func() { p.depth-- }()
	p.space()
	if p.depth > maxDepth {
		p.report(p.at, "分成几个公式", "括号套得太深")
		return nil
	}
	var t *Term
	start := p.at
	r, size := utf8.DecodeRuneInString(p.text[p.at:])
	switch {
	case p.at == len(p.text):
		p.report(p.at, "补上指标，或去掉多余的运算符", "公式没有写完")
	case sumSigns[r] != "" && !p.startsName():
		p.at += size
		if t = p.operand(); t != nil && sumSigns[r] == OpSubtract {
			t = &Term{Op: OpNegate, Operands: []*Term{t}, start: start, end: t.end}
		}
	case strings.ContainsRune(openBrackets, r) && !p.startsName():
		t = p.bracketed()
	default:
		t = p.atom()
	}
	p.space()
	return t
}

// bracketed reads a sum in brackets.
func (p *parser) bracketed() *Term {
	open := p.at
	p.skipRune()
	t := p.sum()
	if t == nil || !p.closeBracket(open) {
		return nil
	}
	return t
}

// closeBracket reads the closing bracket of the one at open.
func (p *parser) closeBracket(open int) bool {
	if p.at == len(p.text) {
		p.report(open, "补上“）”", "括号没有合上")
		return false
	}
	if !p.next(closeBrackets) {
		p.misplaced()
		return false
	}
	p.skipRune()
	return true
}

// atom reads a number, a name or a function, in this order: a number alone is
// always a number, though a longer name may begin with it (1－5月立案), and an
// indicator may be called 合计.
func (p *parser) atom() *Term {
	start := p.at
	v, size := p.names.find(p.text[p.at:])
	if q, digits := p.number(); digits > 0 && digits >= size {
		p.at += digits
		return &Term{Op: OpConstant, Quantity: q, start: start, end: p.at}
	}
	if v != nil {
		p.at += size
		return &Term{Op: OpName, Value: v, start: start, end: p.at}
	}
	for _, f := range functions {
		if rest, ok := strings.CutPrefix(p.text[p.at:], string(f)); ok {
			rest = strings.TrimLeftFunc(rest, unicode.IsSpace)
			if r, _ := utf8.DecodeRuneInString(rest); rest != "" && strings.ContainsRune(openBrackets, r) {
				p.at = len(p.text) - len(rest)
				return p.function(f, start)
			}
		}
	}
	return p.constantOrUnknown()
}

// function reads the operands of f from their opening bracket on.
func (p *parser) function(f Op, start int) *Term {
	open := p.at
	t := &Term{Op: f, start: start}
	for p.skipRune(); ; p.skipRune() {
		o := p.sum()
		if o == nil {
			return nil
		}
		t.Operands = append(t.Operands, o)
		if !p.next(separators) {
			break
		}
	}
	if !p.closeBracket(open) {
		return nil
	}
	t.end = p.at
	if f == OpNumber && len(t.Operands) > 1 {
		p.report(t.Operands[1].start, "写成“数(甲)”", "“数(…)”里只能有一个数")
		return nil
	}
	return t
}

// number reads a number that stands alone, with or without %.
func (p *parser) number() (Quantity, int) {
	token := p.token()
	if !startsWithDigit(token) {
		return Quantity{}, 0
	}
	q, err := parseConstant(token)
	if err != nil || !(q.Unit.Name == "" || q.Unit.Name == percent) {
		return Quantity{}, 0
	}
	return q, len(token)
}

// constantOrUnknown reads a number with a unit (100万元); anything else here
// is a name that does not exist.
func (p *parser) constantOrUnknown() *Term {
	start := p.at
	token := p.token()
	if startsWithDigit(token) {
		q, err := parseConstant(token)
		if err == nil && p.names.knowsUnit(q.Unit) {
			p.at += len(token)
			return &Term{Op: OpConstant, Quantity: q, start: start, end: p.at}
		}
		if m := new(Mistake); errors.As(err, &m) && strings.Trim(halfWidth.Replace(token), "0123456789.") == "" {
			p.report(start, m.Hint, m.Message)
			return nil
		}
	}
	name := unknownName(p.text[p.at:])
	if name == "" {
		p.misplaced()
		return nil
	}
	hint, message := p.names.unknown(name)
	p.report(start, hint, message)
	p.unknown = true
	p.at += len(name)
	return &Term{Op: OpName, start: start, end: p.at}
}

// parseConstant reads a number typed in a formula; without a unit it is bare.
func parseConstant(token string) (Quantity, error) {
	if r, _ := utf8.DecodeLastRuneInString(token); unicode.IsDigit(r) {
		return ParseQuantity(token, noUnitWord)
	}
	return ParseQuantity(token, "")
}

// token is the text up to where a number with its unit must end.
func (p *parser) token() string {
	rest := p.text[p.at:]
	if end := strings.IndexFunc(rest, endsToken); end >= 0 {
		return rest[:end]
	}
	return rest
}

func startsWithDigit(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsDigit(r)
}

// startsName tells whether a known name begins here, though it begins with a sign.
func (p *parser) startsName() bool {
	v, _ := p.names.find(p.text[p.at:])
	return v != nil
}

// misplaced reports what stands where an operator belongs.
func (p *parser) misplaced() {
	r, _ := utf8.DecodeRuneInString(p.text[p.at:])
	switch {
	case strings.ContainsRune(relationSigns, r):
		p.report(p.at, "公式只写等号右边", "公式里不能有“"+string(r)+"”")
	case strings.ContainsRune(closeBrackets, r):
		p.report(p.at, "去掉它，或补上“（”", "多了“"+string(r)+"”")
	case strings.ContainsRune(separators, r):
		p.report(p.at, "几个数相加写“合计(甲, 乙)”或用“+”", "这里不能用“"+string(r)+"”")
	case isOperator(r):
		p.report(p.at, "补上指标，或去掉多余的运算符", "“"+string(r)+"”前面缺少指标")
	default:
		p.report(p.at, "可用 + - × ÷", "“"+brief(unknownName(p.text[p.at:]))+"”前面缺少运算符")
	}
}

// next tells whether the next character is one of set.
func (p *parser) next(set string) bool {
	r, _ := utf8.DecodeRuneInString(p.text[p.at:])
	return p.at < len(p.text) && strings.ContainsRune(set, r)
}

func (p *parser) skipRune() {
	_, size := utf8.DecodeRuneInString(p.text[p.at:])
	p.at += size
}

func (p *parser) space() {
	p.at = len(p.text) - len(strings.TrimLeftFunc(p.text[p.at:], unicode.IsSpace))
}
