package figure

import (
	"slices"
	"strings"

	"banwen/internal/diag"
)

// visit is how far the working out of a value has come.
type visit uint8

const (
	waiting visit = iota
	open          // its inputs are being worked out
	done
)

// frame is a value being worked out.
type frame struct {
	value *Value
	next  int // the input to look at next
}

// workOut works every formula out after its inputs. A value with 数 needs no
// formula, so its formula, a check, comes last and may name whatever it likes.
func (b *Book) workOut(diags *diag.List) {
	for _, v := range b.values {
		b.workOutFrom(v, diags)
	}
	for _, v := range b.values {
		if v.Given != nil {
			b.evaluate(v, diags)
		}
	}
}

// workOutFrom works root out, and before it what it needs. It keeps its own
// stack: a chain of formulas may be as long as the data.
func (b *Book) workOutFrom(root *Value, diags *diag.List) {
	stack := enter(nil, root)
	for len(stack) > 0 {
		top := &stack[len(stack)-1]
		v := top.value
		if top.next == len(v.Inputs) {
			b.evaluate(v, diags)
			v.state = done
			stack = stack[:len(stack)-1]
			continue
		}
		input := v.Inputs[top.next]
		top.next++
		if input.state == open {
			reportCycle(stack, input, diags)
			continue
		}
		stack = enter(stack, input)
	}
}

// enter opens v unless it is given, or has been worked out.
func enter(stack []frame, v *Value) []frame {
	if v.Given != nil || v.state != waiting {
		return stack
	}
	v.state = open
	return append(stack, frame{value: v})
}

// reportCycle reports formulas that need each other, those on the stack from
// value on, at the one that comes first in the data.
func reportCycle(stack []frame, value *Value, diags *diag.List) {
	var cycle []*Value
	first := 0
	for i := len(stack) - 1; ; i-- {
		v := stack[i].value
		v.Failed, v.Term, v.state = true, nil, done
		cycle = append(cycle, v)
		if v.index < cycle[first].index {
			first = len(cycle) - 1
		}
		if v == value {
			break
		}
	}
	first = len(cycle) - 1 - first
	slices.Reverse(cycle)
	diags.Errorf(cycle[first].Formula.Pos, "其中一个改写为“数”", "公式互相引用：%s", cyclePath(cycle, first))
}

// cyclePath is 甲 → 乙 → 甲, with names of other areas in full.
func cyclePath(cycle []*Value, first int) string {
	const most = 8
	area := cycle[first].Key.Area
	var names []string
	for i := range cycle {
		if i == most-1 && len(cycle) > most {
			names = append(names, "…")
			break
		}
		key := cycle[(first+i)%len(cycle)].Key
		if key.Area == area {
			names = append(names, key.Name)
		} else {
			names = append(names, key.String())
		}
	}
	return strings.Join(append(names, names[0]), " → ")
}
