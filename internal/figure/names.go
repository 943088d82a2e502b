package figure

import (
	"cmp"
	"slices"
	"strings"
)

// nameIndex finds the names that a text begins with, longest first, in time
// that does not grow with their number: a name may hold anything a formula may
// (－, 、, brackets, leading digits), so only the names themselves can tell
// where one ends.
type nameIndex struct {
	names  []indexedName // sorted
	parent []int32       // the longest other name that is a prefix of this one, or -1
}

type indexedName struct {
	name  string
	value *Value
}

// newNameIndex makes an index of names that differ.
func newNameIndex(names []indexedName) *nameIndex {
	slices.SortFunc(names, func(a, b indexedName) int { return cmp.Compare(a.name, b.name) })
	x := &nameIndex{names: names, parent: make([]int32, len(names))}
	for i := range names {
		// The longest prefix is the neighbour before or one of its prefixes.
		p := int32(i - 1)
		for p >= 0 && !strings.HasPrefix(names[i].name, names[p].name) {
			p = x.parent[p]
		}
		x.parent[i] = p
	}
	return x
}

// find gives the longest name that text begins with and that accept takes, by
// the length of the name in bytes.
func (x *nameIndex) find(text string, accept func(length int) bool) (*Value, int) {
	// All names that text begins with sort before it or equal it, and each is
	// a prefix of the next: they are the last such name's chain of parents.
	after, _ := slices.BinarySearchFunc(x.names, text, func(n indexedName, t string) int {
		if n.name == t {
			return -1
		}
		return cmp.Compare(n.name, t)
	})
	for i := int32(after - 1); i >= 0; i = x.parent[i] {
		if n := x.names[i]; strings.HasPrefix(text, n.name) && accept(len(n.name)) {
			return n.value, len(n.name)
		}
	}
	return nil, 0
}
