package chart

import "banwen/internal/style"

// FullTurn is a whole turn. Angles are whole parts of it, so that a circle is
// the same polygon on every machine: no floating point is used.
const FullTurn = 1 << 30

const quarterTurn = FullTurn / 4

// segments is how many chords a whole circle has: at a radius of 30 mm a
// chord leaves the arc by less than a tenth of a dot at 300 dpi.
const segments = 256

// sine of an angle in parts of a turn, as a fraction of 1<<30.
func sine(angle int64) int64 {
	angle &= FullTurn - 1
	switch {
	case angle >= 2*quarterTurn:
		return -sine(angle - 2*quarterTurn)
	case angle > quarterTurn:
		angle = 2*quarterTurn - angle
	}
	const twoPi = 6746518852 // 2π × 1<<30
	x := angle * twoPi >> 30
	square := x * x >> 30
	// The Taylor series by Horner's rule; with seven terms and its rounding the error stays below 2⁻²⁷ up to a quarter turn.
	sum := int64(1 << 30)
	for _, n := range []int64{12 * 13, 10 * 11, 8 * 9, 6 * 7, 4 * 5, 2 * 3} {
		sum = 1<<30 - (square/n)*sum>>30
	}
	return x * sum >> 30
}

// OnCircle is the point at an angle, in parts of FullTurn clockwise from 12
// o'clock.
func OnCircle(center Point, radius style.Length, angle int64) Point {
	const half = 1 << 29
	return Point{
		X: center.X + style.Length((int64(radius)*sine(angle)+half)>>30),
		Y: center.Y - style.Length((int64(radius)*sine(angle+quarterTurn)+half)>>30),
	}
}

// arc is a polyline along a circle from one angle to a later one, both ends included.
func arc(center Point, radius style.Length, from, to int64) []Point {
	const chord = FullTurn / segments
	points := []Point{OnCircle(center, radius, from)}
	for angle := (from/chord + 1) * chord; angle < to; angle += chord {
		points = append(points, OnCircle(center, radius, angle))
	}
	return append(points, OnCircle(center, radius, to))
}
