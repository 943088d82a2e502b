package trace

import (
	"slices"
	"strings"
	"unicode"

	"banwen/internal/diag"
)

// mostSuggested is how many names are suggested for one that does not exist.
const mostSuggested = 5

// Find finds the figures that someone means: by their own name, of which each
// area can have one, by 工作.指标, or else by what is printed. byValue tells
// that it was the latter.
func Find(all []Trace, query string) (found []*Trace, byValue bool) {
	if found = named(all, query, func(s string) string { return s }); found == nil {
		found = named(all, query, plain)
	}
	if found != nil {
		return found, false
	}
	return printedAs(all, plain(query)), true
}

// named finds figures by name, as a form of writing makes names the same.
func named(all []Trace, query string, form func(string) string) []*Trace {
	want := form(query)
	return matching(all, func(t *Trace) bool { return form(t.Indicator) == want || form(t.Name) == want })
}

// printedAs finds the figures that are printed in these words; want is plain.
func printedAs(all []Trace, want string) []*Trace {
	if want == "" {
		return nil
	}
	return matching(all, func(t *Trace) bool {
		return says(t.Value, want) || slices.ContainsFunc(t.Printed, func(p Printing) bool { return says(p.Text, want) })
	})
}

// says tells whether printed words are want, or have it as a part: a change
// without its word, the share in the label of a pie.
func says(text, want string) bool {
	if plain(text) == want {
		return true
	}
	isSeparator := func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("（）()", r) }
	for part := range strings.FieldsFuncSeq(text, isSeparator) {
		part = plain(part)
		if part == want || strings.TrimLeftFunc(part, func(r rune) bool { return !unicode.IsDigit(r) }) == want {
			return true
		}
	}
	return false
}

func matching(all []Trace, is func(*Trace) bool) []*Trace {
	var found []*Trace
	for i := range all {
		if is(&all[i]) {
			found = append(found, &all[i])
		}
	}
	return found
}

// plain writes full-width forms half-width and leaves spaces out, so that
// 57.89％ is found as 57.89%.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		case unicode.IsSpace(r):
			return -1
		default:
			return r
		}
	}, s)
}

// Suggest lists names that someone may have meant: the nearest, and those
// that hold what was asked for.
func Suggest(all []Trace, query string) []string {
	var own, full []string
	for i := range all {
		own, full = append(own, all[i].Indicator), append(full, all[i].Name)
	}
	var names []string
	if near, ok := diag.Nearest(query, append(own, full...)); ok {
		names = append(names, near)
	}
	for i, name := range own {
		if len(names) < mostSuggested && strings.Contains(name, query) && !slices.Contains(names, name) && !slices.Contains(names, full[i]) {
			names = append(names, name)
		}
	}
	return names
}
