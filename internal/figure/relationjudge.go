package figure

import (
	"fmt"
	"strings"

	"banwen/internal/diag"
)

// Judge checks relations between the figures of a book. It remembers what it
// has worked out, so one Judge is for one goroutine.
type Judge struct {
	book  *Book
	spans map[*Value]span // of computed figures
	quiet bool
}

// NewJudge makes a judge of the figures of b.
func NewJudge(b *Book) *Judge { return &Judge{book: b, spans: map[*Value]span{}} }

// NewQuietJudge makes a judge that looks for no hints, which a book counts:
// several of them may work on one book at the same time.
func NewQuietJudge(b *Book) *Judge { return &Judge{book: b, spans: map[*Value]span{}, quiet: true} }

// Relations reads and checks a line of 校核 of an area: 甲 = 乙 + 丙, 甲 <= 乙,
// 甲 / 乙 = 57.89%, 合计(甲, 乙) ≤ 丙, 期初 + 新收 - 办结 = 期末, 3 <= 甲 <= 52.
// Each pair of neighbours in a chain gives one relation. Names, operators,
// brackets and signs are read as in formulas, full-width ones too. A number
// without a unit that is a whole side takes the unit of the other.
//
// tolerance is 容差, which takes the place of what rounding allows; nil if not
// given. All mistakes are reported at their places: names that do not exist,
// mixed units, what cannot be read. Then there are no relations.
func (j *Judge) Relations(area string, e Expression, tolerance *Entry) ([]*Relation, diag.List) {
	var diags diag.List
	list := j.relations(area, e, &diags)
	for _, r := range list {
		j.settle(r, evaluation{e.Text, reporter(&e, &diags)}, tolerance, &diags)
	}
	diags.Sort()
	if diags.HasErrors() {
		return nil, diags
	}
	return list, nil
}

// settle checks a relation that has just been read.
func (j *Judge) settle(r *Relation, e evaluation, tolerance *Entry, diags *diag.List) {
	r.Inputs = (&Term{Operands: []*Term{r.Left.Term, r.Right.Term}}).inputs()
	r.Identity = r.isIdentity()
	if r.Doubt = missing(r.Inputs); r.Doubt != "" {
		r.Verdict = Unknown
		return
	}
	j.check(r, reach{e, j.figure, nowOf}, tolerance, diags)
}

// LastYear checks a relation between sums once more, on 去年同期 of its
// figures: last year's parts must add up too. ok is false where it is not a
// sum, or not every figure has a base.
func (j *Judge) LastYear(r *Relation, tolerance *Entry) (last *Relation, ok bool) {
	return j.onBases(r, tolerance, func(v *Value) *Quantity { return v.LastYear })
}

// Previous is the same on 上期 of its figures.
func (j *Judge) Previous(r *Relation, tolerance *Entry) (previous *Relation, ok bool) {
	return j.onBases(r, tolerance, func(v *Value) *Quantity { return v.Previous })
}

// onBases checks a relation between sums on the bases of its figures.
func (j *Judge) onBases(r *Relation, tolerance *Entry, base func(*Value) *Quantity) (*Relation, bool) {
	if r.Sign != Equal || !isSum(r.Left.Term) || !isSum(r.Right.Term) {
		return nil, false
	}
	for _, v := range r.Inputs {
		if base(v) == nil {
			return nil, false
		}
	}
	then := &Relation{Sign: r.Sign, Left: r.Left, Right: r.Right, Inputs: r.Inputs}
	var diags diag.List
	of := func(v *Value) Quantity { return *base(v) }
	leaf := func(v *Value) span { return j.book.options.typed(of(v)) }
	j.check(then, reach{evaluation{report: reporter(&Expression{}, &diags)}, leaf, of}, tolerance, &diags)
	return then, !diags.HasErrors()
}

// Typed checks 数 against 公式 where v has both: the typed number must be what
// the formula comes to, rounded to its last digit. nil where there is nothing
// to check, also after mistakes in the formula, which NewBook has reported.
func (j *Judge) Typed(v *Value) *Relation {
	if v.Given == nil || v.Term == nil || v.Computed == nil {
		return nil
	}
	r := &Relation{
		Sign: Equal, Inputs: append([]*Value{v}, v.Inputs...),
		Left:  Side{Text: v.Key.Name, Term: &Term{Op: OpName, Value: v}, Numbers: j.book.Print(v.Quantity)},
		Right: Side{Text: strings.TrimSpace(v.Formula.Text), Term: v.Term, Numbers: j.book.spell(v.Term, nowOf)},
	}
	right := j.result(v)
	left := j.book.options.beside(v.Quantity, right.at)
	if isVague(v.Quantity) {
		left.vague = v.Key.Name
	}
	r.judge(left, right, nil)
	return r
}

// check works r out, unless its sides cannot be compared, which is reported.
func (j *Judge) check(r *Relation, by reach, tolerance *Entry, diags *diag.List) {
	left, ok := by.span(r.Left.Term)
	right, alsoOK := by.span(r.Right.Term)
	if !ok || !alsoOK {
		return
	}
	left, right = left.asFactor(right), right.asFactor(left)
	if r.Sign == Equal {
		left, right = j.side(r.Left, left, right, by.of), j.side(r.Right, right, left, by.of)
	}
	left, right = borrowUnit(left, right), borrowUnit(right, left)
	if _, ok := common(left.at, right.at); !ok {
		by.report(r.Right.Term.start, "检查指标和单位", fmt.Sprintf("“%s”%s，“%s”%s，不能相比",
			brief(r.Left.Text), left.at.unit.called(), brief(r.Right.Text), right.at.unit.called()))
		return
	}
	r.Left.Numbers = j.book.spell(r.Left.Term, by.of)
	r.Right.Numbers = j.book.spell(r.Right.Term, by.of)
	if tolerance == nil {
		r.judge(left, right, nil)
		return
	}
	margin, ok := margin(tolerance.Quantity, difference(left.in(r.unit(left, right)).at).Unit)
	if !ok {
		diags.Errorf(tolerance.Pos, "改成同一单位", "容差%s，“%s”%s", tolerance.Unit.called(), brief(r.Left.Text), left.at.unit.called())
		return
	}
	r.judge(left, right, &margin)
}

// margin is 容差 in the unit of the difference, which a bare number has already.
func margin(q Quantity, u Unit) (amount, bool) {
	a := quantityAmount(q)
	if a.unit.isBare() {
		return amount{number: a.base(), unit: u}, true
	}
	return a.in(u)
}

// side is what a side of an equation stands for, given its span as a formula:
// one figure, typed as an indicator or in the line, may be the print of the
// other side.
func (j *Judge) side(s Side, as span, against span, of func(*Value) Quantity) span {
	q := s.Term.Quantity
	if v := s.only(); v != nil && v.Given != nil {
		q = of(v)
	} else if s.Term.Op != OpConstant {
		return as
	}
	stands := j.book.options.typed(q)
	if !q.Unit.isPercent() {
		stands = j.book.options.beside(q, against.at)
	}
	as.low.number, as.openLow = stands.low.number, stands.openLow
	as.high.number, as.openHigh = stands.high.number, stands.openHigh
	return as
}

// borrowUnit gives a number without a unit that of what it is compared with.
func borrowUnit(s, other span) span {
	if _, ok := common(s.at, other.at); ok || !s.at.unit.isBare() || !s.at.constant {
		return s
	}
	for _, a := range []*amount{&s.at, &s.low, &s.high} {
		a.number, a.unit = a.base(), other.at.unit
	}
	return s
}

// missing says which figure has no value; empty when all have.
func missing(values []*Value) string {
	for _, v := range values {
		switch {
		case v.Failed:
			return "“" + v.Key.Name + "”有错，先改正"
		case v.Pending:
			return "“" + v.Key.Name + "”待补"
		}
	}
	return ""
}
