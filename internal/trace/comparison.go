package trace

import (
	"banwen/internal/diag"
	"banwen/internal/figure"
)

// lastYear is 去年同期 and 同比; nil when neither is known.
func (t *tracer) lastYear(v *figure.Value) *Comparison {
	change, err := t.book.YearOnYear(v, figure.DefaultWords)
	if err != nil {
		change = ""
	}
	switch {
	case v.LastYear == nil && v.GivenChange == nil:
		return nil
	case v.LastYear == nil:
		return &Comparison{Pos: v.GivenChange.Pos, Change: change, ByHand: true}
	}
	pos := v.Pos
	switch {
	case v.LastYearFrom != nil:
		pos = v.LastYearFrom.Pos
	case v.Indicator.LastYear != nil:
		pos = v.Indicator.LastYear.Pos
	}
	return t.comparison(*v.LastYear, pos, change)
}

// previous is 上期 and 环比; nil when it is not known.
func (t *tracer) previous(v *figure.Value) *Comparison {
	if v.Previous == nil {
		return nil
	}
	change, err := t.book.PeriodOnPeriod(v, figure.DefaultWords)
	if err != nil {
		change = ""
	}
	return t.comparison(*v.Previous, v.Indicator.Previous.Pos, change)
}

func (t *tracer) comparison(base figure.Quantity, pos diag.Pos, change string) *Comparison {
	return &Comparison{Value: t.book.Print(base), Pos: pos, Change: change}
}
