package figure

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

// inputs lists the values that t names, in their order, each once.
func (t *Term) inputs() []*Value {
	var list []*Value
	seen := map[*Value]bool{}
	var walk func(t *Term)
	walk = func(t *Term) {
		if t.Value != nil && !seen[t.Value] {
			seen[t.Value] = true
			list = append(list, t.Value)
		}
		for _, o := range t.Operands {
			walk(o)
		}
	}
	walk(t)
	return list
}
