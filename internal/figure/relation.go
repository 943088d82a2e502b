package figure

// Sign is how the two sides of a relation stand to each other.
type Sign string

// The signs of relations, as they print.
const (
	Equal    Sign = "="
	NotEqual Sign = "≠"
	AtMost   Sign = "≤"
	AtLeast  Sign = "≥"
	Less     Sign = "<"
	Greater  Sign = ">"
)

// Verdict is what the figures make of a relation.
type Verdict int

// The verdicts.
const (
	Holds   Verdict = iota // it is true, as far as the figures' rounding lets anyone tell
	Fails                  // no true values behind the figures printed can make it so
	Unknown                // it cannot be checked; Doubt says why
)

// Relation is a line of 校核, 甲 = 乙 + 丙, checked against the figures; of a
// chain 甲 <= 乙 <= 丙 each pair of neighbours is one.
type Relation struct {
	Sign        Sign
	Left, Right Side
	Difference  Quantity // left − right, unrounded; 百分点 between shares
	Tolerance   Quantity // how far the sides may be apart, in the unit of Difference
	Verdict     Verdict
	Doubt       string   // why the verdict is Unknown, or Fails where there is no other side to show; in Chinese
	Inputs      []*Value // what it names, each once
	// Identity: it holds whatever is typed, since a side is computed from the
	// other; it checks nothing.
	Identity bool
}

// Side is one side of a relation. Value and Numbers are empty where an input
// has no value.
type Side struct {
	Text    string   // as typed
	Term    *Term    // read
	Value   Quantity // what it comes to, unrounded, in the relation's unit
	Numbers string   // with the figures for their names: 223人 − 148人; empty when too long to read
}

// only is the figure that the side is; nil when it is more than one name.
func (s Side) only() *Value {
	if s.Term.Op == OpName {
		return s.Term.Value
	}
	return nil
}

// judge fills in what the spans of the two sides make of r. By hand, not nil,
// is the tolerance that 容差 gives.
func (r *Relation) judge(left, right span, byHand *amount) {
	left, right = left.in(r.unit(left, right)), right.in(r.unit(left, right))
	gap := left.minus(right)
	if byHand != nil {
		gap = gap.widened(byHand.number)
	}
	r.Left.Value = shown(left.at, right.at.decimals)
	r.Right.Value = shown(right.at, left.at.decimals)
	r.Difference = difference(gap.at)
	r.Tolerance = difference(amount{number: gap.allowance(r.Sign), unit: gap.at.unit})
	possible, sure := gap.satisfies(r.Sign)
	switch {
	case gap.unbounded:
		r.Verdict, r.Doubt = Unknown, "除数可能是0"
	case !possible:
		r.Verdict = Fails
	case !sure && gap.vague != "":
		r.Verdict, r.Doubt = Unknown, "“"+brief(gap.vague)+"”是约数，说不准"
	default:
		r.Verdict = Holds
	}
}

// unit is the one that r is told in: the left side's, but that of a printed
// share where the other side is a quotient.
func (r *Relation) unit(left, right span) Unit {
	u, ok := common(left.at, right.at)
	switch {
	case !ok:
		return left.at.unit
	case u.isBare() && left.at.isShare():
		return left.at.unit
	case u.isBare() && right.at.isShare():
		return right.at.unit
	}
	return u
}

// shown is a as a message gives it: in full where its decimals end, else with
// two more than the figure it is compared with.
func shown(a amount, against int32) Quantity {
	q := Quantity{Number: exactDecimal(a.number), Unit: a.unit}
	digits, ok := exactDigits(a.number, freeDecimals)
	if !ok {
		digits = min(against+2, maxDecimals)
	}
	q.Decimals = max(digits, min(a.decimals, maxDecimals))
	return q
}

// difference is shown for a difference: one of percentages is in 百分点.
func difference(a amount) Quantity {
	if a.unit.isPercent() {
		a, _ = a.in(units["个"+points])
	}
	return shown(a, 2)
}
