package figure

import (
	"strings"
	"unicode/utf8"
)

// longestSpelt is how many characters of a formula in numbers a sentence can hold.
const longestSpelt = 60

// nowOf chooses a figure's own number, not a base, for spell to print.
func nowOf(v *Value) Quantity { return v.Quantity }

// spell writes t with the figures for their names: 223人 − 148人. It gives
// nothing when that would be too long to read.
func (b *Book) spell(t *Term, of func(*Value) Quantity) string {
	var w strings.Builder
	if b.write(&w, t, of); utf8.RuneCountInString(w.String()) > longestSpelt {
		return ""
	}
	return w.String()
}

// ranks tells which operations bind more tightly.
var ranks = map[Op]int{OpAdd: 1, OpSubtract: 1, OpMultiply: 2, OpDivide: 2, OpNegate: 3}

// write is spell, until the text is too long anyway.
func (b *Book) write(w *strings.Builder, t *Term, of func(*Value) Quantity) {
	if w.Len() > 4*longestSpelt {
		return
	}
	operand := func(o *Term, least int) {
		if rank := ranks[o.Op]; rank > 0 && rank < least {
			w.WriteString("（")
			b.write(w, o, of)
			w.WriteString("）")
			return
		}
		b.write(w, o, of)
	}
	rank := ranks[t.Op]
	switch t.Op {
	case OpName:
		w.WriteString(b.Print(of(t.Value)))
	case OpConstant:
		w.WriteString(b.Print(t.Quantity))
	case OpNegate:
		w.WriteString("−")
		operand(t.Operands[0], rank)
	case OpAdd, OpSubtract, OpMultiply, OpDivide:
		operand(t.Operands[0], rank)
		w.WriteString(" " + strings.Replace(string(t.Op), "-", "−", 1) + " ")
		if t.Op == OpSubtract || t.Op == OpDivide {
			rank++
		}
		operand(t.Operands[1], rank)
	default:
		w.WriteString(string(t.Op) + "（")
		for i, o := range t.Operands {
			if i > 0 {
				w.WriteString("、")
			}
			b.write(w, o, of)
		}
		w.WriteString("）")
	}
}
