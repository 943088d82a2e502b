package figure

import "math/big"

// evaluation works one formula out.
type evaluation struct {
	text   string // the formula, for messages
	report func(offset int, hint, message string)
}

// value gives what t comes to; ok is false after a mistake, which is reported.
// All names in t have values.
func (e *evaluation) value(t *Term) (amount, bool) {
	switch t.Op {
	case OpName:
		return t.Value.amount(), true
	case OpConstant:
		a := quantityAmount(t.Quantity)
		a.constant = true
		return a, true
	}
	operands := make([]amount, len(t.Operands))
	for i, o := range t.Operands {
		a, ok := e.value(o)
		if !ok {
			return amount{}, false
		}
		operands[i] = a
	}
	result, ok := e.apply(t, operands)
	if ok && result.tooLong() {
		e.report(t.start, "检查公式", "算出的数太长")
		return amount{}, false
	}
	return result, ok
}

// apply combines the values of t's operands.
func (e *evaluation) apply(t *Term, operands []amount) (amount, bool) {
	a := operands[0]
	switch t.Op {
	case OpNegate:
		a.number = new(big.Rat).Neg(a.number)
		return a, true
	case OpAdd, OpSubtract:
		sum, ok := a.plus(operands[1], t.Op)
		if !ok {
			e.mixed(t, a, 1, operands[1])
		}
		return sum, ok
	case OpNumber:
		return a.withoutUnit(), true
	case OpMultiply:
		return a.times(operands[1]), true
	case OpDivide:
		if operands[1].number.Sign() == 0 {
			e.report(t.Operands[1].start, "改正数，或去掉这个公式", e.quote(t.Operands[1])+"是0，不能作除数")
			return amount{}, false
		}
		return a.over(operands[1]), true
	default:
		return e.fold(t, operands)
	}
}

// fold works a function out over its operands.
func (e *evaluation) fold(t *Term, operands []amount) (amount, bool) {
	result := operands[0]
	for i, b := range operands[1:] {
		var ok bool
		if t.Op == OpTotal || t.Op == OpMean {
			result, ok = result.plus(b, OpAdd)
		} else {
			result, ok = result.extreme(b, t.Op)
		}
		if !ok {
			e.mixed(t, operands[0], i+1, b)
			return amount{}, false
		}
		if result.tooLong() {
			break
		}
	}
	if t.Op == OpMean {
		n := big.NewRat(int64(len(operands)), 1)
		result.number = new(big.Rat).Quo(result.number, n)
	}
	return result, true
}

// extreme gives the larger or smaller of a and b in their common unit.
func (a amount) extreme(b amount, op Op) (amount, bool) {
	x, y, ok := align(a, b)
	if !ok {
		return a, false
	}
	if (x.number.Cmp(y.number) < 0) == (op == OpLargest) {
		return y, true
	}
	return x, true
}

// mixed reports that operand i of t does not go with the first.
func (e *evaluation) mixed(t *Term, a amount, i int, b amount) {
	first, second := t.Operands[0], t.Operands[i]
	e.report(second.start, "检查指标和单位",
		e.quote(first)+a.unit.called()+"，"+e.quote(second)+b.unit.called()+"，不能"+deed(t.Op))
}

// deed is an operation as messages name it.
func deed(op Op) string {
	switch op {
	case OpSubtract:
		return "相减"
	case OpLargest, OpSmallest:
		return "相比"
	default:
		return "相加"
	}
}

// quote is t as typed.
func (e *evaluation) quote(t *Term) string { return "“" + brief(e.text[t.start:t.end]) + "”" }
