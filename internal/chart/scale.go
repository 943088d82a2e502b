package chart

import (
	"banwen/internal/style"

	"github.com/shopspring/decimal"
)

// scale puts values on a stretch of the drawing.
type scale struct {
	low, high decimal.Decimal // low < high
	from, to  style.Length    // where low and high are
}

// at is the place of a value; one beyond the scale is put at its end.
func (s scale) at(v decimal.Decimal) style.Length {
	v = decimal.Max(s.low, decimal.Min(v, s.high))
	part := v.Sub(s.low).Mul(decimal.NewFromInt(int64(s.to - s.from)))
	return s.from + style.Length(part.DivRound(s.high.Sub(s.low), 0).IntPart())
}

// zero is the place from which bars grow: that of 0, or of the end nearest to it.
func (s scale) zero() style.Length { return s.at(decimal.Zero) }
