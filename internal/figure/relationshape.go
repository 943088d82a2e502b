package figure

// isSum tells whether t only adds and subtracts.
func isSum(t *Term) bool {
	switch t.Op {
	case OpName, OpConstant:
		return t.Op == OpName
	case OpAdd, OpSubtract, OpNegate, OpTotal:
		for _, o := range t.Operands {
			if !isSum(o) {
				return false
			}
		}
		return true
	}
	return false
}

// isIdentity tells whether r holds whatever is typed: 总数 = 甲 + 乙 where 乙
// is 总数 − 甲. It looks one formula deep.
func (r *Relation) isIdentity() bool {
	if r.Sign != Equal && r.Sign != AtMost && r.Sign != AtLeast {
		return false
	}
	left, right := unfold(r.Left.Term), unfold(r.Right.Term)
	if sameTerm(left, right) {
		return true
	}
	count := map[*Value]int{}
	if !addUp(left, 1, count) || !addUp(right, -1, count) {
		return false
	}
	for _, n := range count {
		if n != 0 {
			return false
		}
	}
	return true
}

// unfold gives the formula of a side that is one computed figure, else the side.
func unfold(t *Term) *Term {
	if t.Op == OpName && t.Value.Given == nil && t.Value.Term != nil {
		return t.Value.Term
	}
	return t
}

// addUp counts how often t adds each typed figure; ok is false when t is not a sum.
func addUp(t *Term, sign int, count map[*Value]int) (ok bool) {
	switch t.Op {
	case OpName:
		if f := unfold(t); f != t && isSum(f) {
			for _, o := range addends(f) {
				count[o.Value] += sign * o.Sign
			}
			return true
		}
		count[t.Value] += sign
		return true
	}
	if !isSum(t) {
		return false
	}
	for i, o := range t.Operands {
		s := sign
		if t.Op == OpNegate || t.Op == OpSubtract && i == 1 {
			s = -sign
		}
		if !addUp(o, s, count) {
			return false
		}
	}
	return true
}

// Addend is one figure of a sum; Sign is +1 or −1.
type Addend struct {
	Value *Value
	Sign  int
}

// Addends lists what a relation between sums adds on the left and, with the
// opposite sign, on the right; nil where a side is no sum of figures.
func (r *Relation) Addends() []Addend {
	if !isSum(r.Left.Term) || !isSum(r.Right.Term) {
		return nil
	}
	list := addends(r.Left.Term)
	for _, a := range addends(r.Right.Term) {
		list = append(list, Addend{a.Value, -a.Sign})
	}
	return list
}

// addends lists the figures of t, which is a sum.
func addends(t *Term) []Addend {
	if t.Op == OpName {
		return []Addend{{t.Value, 1}}
	}
	var list []Addend
	for i, o := range t.Operands {
		for _, a := range addends(o) {
			if t.Op == OpNegate || t.Op == OpSubtract && i == 1 {
				a.Sign = -a.Sign
			}
			list = append(list, a)
		}
	}
	return list
}

// sameTerm tells whether a and b are the same formula.
func sameTerm(a, b *Term) bool {
	if a.Op != b.Op || a.Value != b.Value || len(a.Operands) != len(b.Operands) ||
		a.Op == OpConstant && (a.Quantity.Unit.Name != b.Quantity.Unit.Name || !a.Quantity.Number.Equal(b.Quantity.Number)) {
		return false
	}
	for i := range a.Operands {
		if !sameTerm(a.Operands[i], b.Operands[i]) {
			return false
		}
	}
	return true
}
