package style

import "sync"

// Deviation is a value of a profile that is not what the standard has.
type Deviation struct {
	Value
	Standard Value // of the shipped profile plain, with clause and strength
}

// plainName names the shipped profile whose values are the standard's.
const plainName = "plain"

// standardValues are the values of GB/T 9704-2012 by key.
var standardValues = sync.OnceValue(func() map[string]Value {
	values := map[string]Value{}
	for _, v := range plainValues().values {
		values[v.Key] = v
	}
	return values
})

// tolerated is how far a value may be from the standard's and still be it.
var tolerated = map[string]Length{
	"页面.天头": Mm, // 37 mm ± 1 mm (GB/T 9704-2012, 5.2.1)
	"页面.订口": Mm, // 28 mm ± 1 mm
}

// Deviations lists the profile's values that are not the standard's, in the
// order of its file; where the standard is silent nothing deviates.
func (p *Profile) Deviations() []Deviation {
	standard := standardValues()
	var found []Deviation
	for _, v := range p.Values {
		s := standard[v.Key]
		if s.asked() && !same(v, s) {
			found = append(found, Deviation{v, s})
		}
	}
	return found
}

// asked tells whether a value of the shipped profile is one the standard
// asks for.
func (v Value) asked() bool { return v.Strength != "" && v.Strength != "实务" }

// same tells whether two values say the same: 16pt is 3号.
func same(a, b Value) bool {
	x, err := ParseLength(a.Value)
	y, err2 := ParseLength(b.Value)
	if err != nil || err2 != nil {
		return a.Value == b.Value
	}
	return max(x-y, y-x) <= tolerated[a.Key]
}
