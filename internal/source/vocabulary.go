package source

import (
	"slices"
	"sync"
	"unicode/utf8"

	"banwen/internal/diag"
)

// kind is what a key holds.
type kind int

const (
	scalarKind  kind = iota // a text, number, date …
	listKind                // a list of texts
	recordsKind             // a list of mappings with known keys
	recordKind              // a mapping with known keys
	namesKind               // a mapping whose keys are the writer's own names
)

// vocabulary is what the scan knows of keys: what each may hold, in the
// mappings it may stand in.
type vocabulary struct {
	names []string
	kinds map[string][]kind
}

// words is the vocabulary of all tables of keys.
var words = sync.OnceValue(func() vocabulary {
	v := vocabulary{kinds: map[string][]kind{}}
	for _, entries := range [][]entry{
		reportKeys.entries(), attachmentKeys.entries(), areaKeys.entries(), indicatorKeys.entries(), checkKeys.entries(),
		waiverKeys.entries(), listedWaiverKeys.entries(), chartKeys.entries(), tableKeys.entries(), seriesKeys.entries(), problemKeys.entries(), planKeys.entries(),
	} {
		for _, e := range entries {
			if _, seen := v.kinds[e.name]; !seen {
				v.names = append(v.names, e.name)
			}
			v.kinds[e.name] = append(v.kinds[e.name], e.kind)
		}
	}
	return v
})

// holds tells whether a key holds a kind of value in any of its mappings.
func (v vocabulary) holds(key string, k kind) bool { return slices.Contains(v.kinds[key], k) }

// has tells whether text is a key.
func (v vocabulary) has(text string) bool { return len(v.kinds[text]) > 0 }

// resembles tells whether text is a key or a misspelt one. Words of two
// characters are too like one another to tell.
func (v vocabulary) resembles(text string) bool {
	if v.has(text) {
		return true
	}
	_, near := diag.Nearest(text, v.names)
	return near && utf8.RuneCountInString(text) > 2
}
