package figure

import "banwen/internal/diag"

// findBases finds what v is compared with, and checks that it can be.
func (b *Book) findBases(v *Value, before *Book, diags *diag.List) {
	v.LastYear = v.base(v.Indicator.LastYear, "去年同期", diags)
	v.Previous = v.base(v.Indicator.Previous, "上期", diags)
	v.base(v.Target, "计划", diags)
	if before != nil {
		v.lookUp(before, diags)
	}
	v.checkGivenChange(v.GivenChange, "同比", diags)
	v.checkGivenChange(v.GivenStep, "环比", diags)
}

// LacksLastYear tells whether a mistake that has been reported keeps v from
// having 去年同期 or 同比.
func (v *Value) LacksLastYear() bool {
	return v.LastYear == nil && (v.Refused.LastYear || v.Refused.Change || v.Indicator.LastYear != nil)
}

// LacksPrevious is LacksLastYear for 上期 and 环比.
func (v *Value) LacksPrevious() bool {
	return v.Previous == nil && (v.Refused.Previous || v.Refused.Step || v.Indicator.Previous != nil)
}

// comparable tells whether v has a unit to compare with at all.
func (v *Value) comparable() bool { return !v.Failed && !v.Pending }

// base takes a typed base or target, if its unit goes with v's.
func (v *Value) base(e *Entry, what string, diags *diag.List) *Quantity {
	if e == nil {
		return nil
	}
	if v.comparable() && e.Unit.Family != v.Quantity.Unit.Family {
		diags.Errorf(e.Pos, "改成同一单位", "“%s”%s，%s%s", v.Key.Name, v.Quantity.Unit.called(), what, e.Unit.called())
		return nil
	}
	return &e.Quantity
}

// lookUp finds last year's figure of the same name, which is the base unless
// one is typed.
func (v *Value) lookUp(before *Book, diags *diag.List) {
	last, ok := before.byKey[v.Key]
	if !ok || !last.comparable() {
		return
	}
	v.Before = last
	if v.Indicator.LastYear != nil || v.Refused.LastYear {
		return
	}
	if v.comparable() && last.Quantity.Unit.Family != v.Quantity.Unit.Family {
		diags.Errorf(v.Pos, "改成同一单位，或写上“去年同期”", "“%s”%s，去年同期%s", v.Key.Name, v.Quantity.Unit.called(), last.Quantity.Unit.called())
		return
	}
	v.LastYear, v.LastYearFrom = &last.Quantity, last
}

// checkGivenChange checks that a change typed by hand is one that v can have.
func (v *Value) checkGivenChange(g *GivenChange, word string, diags *diag.List) {
	if g == nil || !v.comparable() {
		return
	}
	for _, s := range g.sizes() {
		switch u := v.Quantity.Unit; {
		case s.Direction == 0:
		case u.isPercent() && s.Unit.Family != points:
			diags.Errorf(s.Pos, "写成“+2.5个百分点”", "“%s”是百分数，它的增减用百分点", v.Key.Name)
		case !u.isPercent() && !s.Unit.isPercent() && s.Unit.Family != u.Family:
			diags.Errorf(s.Pos, "写成“+9.1%”，或改成同一单位", "“%s”%s，%s%s", v.Key.Name, u.called(), word, s.Unit.called())
		}
	}
}
