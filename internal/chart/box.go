package chart

import "banwen/internal/style"

// box is a rectangle by its edges.
type box struct{ left, top, right, bottom style.Length }

func (b box) width() style.Length  { return b.right - b.left }
func (b box) height() style.Length { return b.bottom - b.top }

// ordered has its edges the right way round.
func (b box) ordered() box {
	return box{min(b.left, b.right), min(b.top, b.bottom), max(b.left, b.right), max(b.top, b.bottom)}
}

// meets says whether two boxes have more than an edge in common.
func (b box) meets(o box) bool {
	return b.left < o.right && o.left < b.right && b.top < o.bottom && o.top < b.bottom
}

// holds says whether o is wholly inside b.
func (b box) holds(o box) bool {
	return o.left >= b.left && o.right <= b.right && o.top >= b.top && o.bottom <= b.bottom
}

// wider is b with more room at both sides.
func (b box) wider(by style.Length) box {
	return box{b.left - by, b.top, b.right + by, b.bottom}
}

// around is b with more room at every side.
func (b box) around(by style.Length) box {
	return box{b.left - by, b.top - by, b.right + by, b.bottom + by}
}

// isClean says whether everything had room: no two texts meet, no value label
// covers a mark, nothing leaves the scene.
func (d *drawing) isClean() bool {
	if d.failed {
		return false
	}
	for i, t := range d.texts {
		if !d.area.holds(t) || meetsAny(t.wider(d.em(12)), d.texts[:i]) {
			return false
		}
	}
	for _, v := range d.values {
		if meetsAny(v, d.marks) {
			return false
		}
	}
	for _, m := range d.marks {
		if !d.area.holds(m) {
			return false
		}
	}
	return true
}

func meetsAny(b box, others []box) bool {
	for _, o := range others {
		if b.meets(o) {
			return true
		}
	}
	return false
}
