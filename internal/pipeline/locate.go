package pipeline

import (
	"io/fs"
	"path"
	"strings"
	"unicode/utf8"

	"banwen/internal/diag"
)

// locate gives diagnostics about characters the places where the report's
// files have them: the document tree does not know them, and they are wanted
// only after a mistake. One that stands in no file keeps its words alone.
func (r *Result) locate(diags diag.List) diag.List {
	var located diag.List
	for _, d := range diags {
		places := r.placesOf(d.Subject)
		if d.Subject == "" || len(places) == 0 {
			located = append(located, d)
		}
		for _, at := range places {
			d.Pos = at
			located = append(located, d)
		}
	}
	located.Sort()
	return located
}

// placesOf lists where a character stands in the report's files, once a line,
// comments left out.
func (r *Result) placesOf(character string) []diag.Pos {
	if character == "" {
		return nil
	}
	var places []diag.Pos
	for _, name := range r.read {
		data, err := fs.ReadFile(r.files, path.Join(r.dir, name))
		if err != nil {
			continue // read once already; gone since
		}
		places = append(places, placesIn(name, strings.TrimPrefix(string(data), "\ufeff"), character)...)
	}
	return places
}

func placesIn(file, text, character string) []diag.Pos {
	var places []diag.Pos
	line := 0
	for l := range strings.Lines(text) {
		line++
		at := strings.Index(l, character)
		if at >= 0 && !strings.HasPrefix(strings.TrimSpace(l), "#") {
			places = append(places, diag.Pos{File: file, Line: line, Col: utf8.RuneCountInString(l[:at]) + 1})
		}
	}
	return places
}
