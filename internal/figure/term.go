package figure

import "slices"

// Op is what a term does.
type Op string

// The operations of formulas, as they print; the first two have no operands.
const (
	OpName     Op = "指标" // the value of an indicator
	OpConstant Op = "常数" // a number typed in the formula
	OpAdd      Op = "+"
	OpSubtract Op = "-"
	OpMultiply Op = "×"
	OpDivide   Op = "÷"
	OpNegate   Op = "负"
	OpTotal    Op = "合计"
	OpMean     Op = "平均"
	OpLargest  Op = "最大"
	OpSmallest Op = "最小"
	OpNumber   Op = "数" // without its unit: 数(破获案件) <= 数(抓获人员)
)

// functions are the operations written as 合计(甲, 乙).
var functions = []Op{OpTotal, OpMean, OpLargest, OpSmallest, OpNumber}

// Term is a formula, or a part of one.
type Term struct {
	Op       Op
	Operands []*Term
	Value    *Value   // of OpName; nil where the name does not exist, which is reported
	Quantity Quantity // of OpConstant

	start, end int // where it stands in the formula's text, in bytes
}

// fewInputs is how many values can be looked through one by one.
const fewInputs = 16

// inputs lists the values that t names, in their order, each once.
func (t *Term) inputs() []*Value {
	var list []*Value
	var seen map[*Value]bool // of a long list
	var walk func(t *Term)
	walk = func(t *Term) {
		switch {
		case t.Value == nil || seen[t.Value] || seen == nil && slices.Contains(list, t.Value):
		default:
			list = append(list, t.Value)
			if seen == nil && len(list) == fewInputs {
				seen = make(map[*Value]bool, 2*fewInputs)
				for _, v := range list {
					seen[v] = true
				}
			} else if seen != nil {
				seen[t.Value] = true
			}
		}
		for _, o := range t.Operands {
			walk(o)
		}
	}
	walk(t)
	return list
}
