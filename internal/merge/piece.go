package merge

import (
	"strings"

	"banwen/internal/amend"
	"banwen/internal/doc"
)

// kind is what a piece of a paragraph is.
type kind int

const (
	typed  kind = iota // prose that stands in the data as it is printed
	figure             // what {{…}} prints
	fixed              // numbers of headings, words of the template: nothing to change
)

// piece is a stretch of a printed paragraph and where in the data it was typed.
type piece struct {
	text   string
	kind   kind
	origin *doc.Origin
	place  *doc.Place
	source
}

// source is some bytes of a text of a YAML file; without a file: nowhere.
type source struct {
	file     *amend.File
	scalar   int
	from, to int
}

func (s source) known() bool { return s.file != nil }

func (s source) value() string { return s.file.Value(s.scalar) }

// code is what stands in the data there: {{…}}.
func (s source) code() string { return s.value()[s.from:s.to] }

func (s source) sameText(o source) bool {
	return s.known() && o.known() && s.file == o.file && s.scalar == o.scalar
}

// files gives a report's files by their names; nil for one that is not its own.
type files func(name string) *amend.File

// piecesOf cuts a paragraph into pieces.
func piecesOf(runs []doc.Run, open files) []piece {
	var all []piece
	for _, r := range runs {
		all = append(all, pieceOf(r, open)...)
	}
	return inferred(all)
}

func pieceOf(r doc.Run, open files) []piece {
	p := piece{text: r.Text, kind: fixed, origin: r.Origin, place: r.Place}
	prose := r.Origin == nil && !r.Missing && !r.Literal
	if !prose {
		p.kind = figure
	}
	if r.Place == nil {
		return []piece{p}
	}
	f := open(r.Place.File)
	if f == nil {
		return []piece{p}
	}
	scalar, at, ok := f.Find(r.Place.Line, r.Place.Col)
	if !ok {
		return []piece{p}
	}
	s := source{file: f, scalar: scalar, from: at}
	rest := s.value()[at:]
	switch n := braces(rest); {
	case n > 0:
		p.kind, s.to = figure, at+n
	case !prose: // a word such as 统计期, whose own text stands elsewhere
		return []piece{p}
	case strings.HasPrefix(rest, r.Text):
		p.kind, s.to = typed, at+len(r.Text)
	case strings.HasPrefix(rest, strings.TrimSuffix(r.Text, "。")): // the full stop of a run-in heading
		body := strings.TrimSuffix(r.Text, "。")
		s.to = at + len(body)
		return []piece{{text: body, kind: typed, place: r.Place, source: s}, {text: "。", kind: fixed}}
	default:
		return []piece{p}
	}
	p.source = s
	return []piece{p}
}

// braces is how long the {{…}} at the front of a text is; 0 for none.
func braces(text string) int {
	if !strings.HasPrefix(text, "{{") {
		return 0
	}
	quoted := false
	for i := 2; i < len(text) && text[i] != '\n'; i++ {
		switch {
		case text[i] == '"':
			quoted = !quoted
		case !quoted && strings.HasPrefix(text[i:], "}}"):
			return i + 2
		}
	}
	return 0
}

// inferred finds where the {{…}} of words stand whose own text is elsewhere:
// between the pieces around them.
func inferred(all []piece) []piece {
	var out []piece
	for i := 0; i < len(all); {
		if all[i].kind != figure || all[i].known() {
			out = append(out, all[i])
			i++
			continue
		}
		j, text := i, ""
		for ; j < len(all) && all[j].kind == figure && !all[j].known(); j++ {
			text += all[j].text
		}
		p := all[i]
		p.text = text
		p.source = between(out, all[j:])
		if !p.known() {
			p.kind = fixed
		}
		out = append(out, p)
		i = j
	}
	return out
}

// between is the one {{…}} that stands between two pieces.
func between(before, after []piece) source {
	var left, right source
	if n := len(before); n > 0 {
		left = before[n-1].source
	}
	if len(after) > 0 {
		right = after[0].source
	}
	switch {
	case left.known():
		if n := braces(left.value()[left.to:]); n > 0 && (!left.sameText(right) || left.to+n == right.from) {
			return source{left.file, left.scalar, left.to, left.to + n}
		}
	case right.known():
		text := right.value()[:right.from]
		if at := strings.LastIndex(text, "{{"); at >= 0 && at+braces(text[at:]) == len(text) {
			return source{right.file, right.scalar, at, right.from}
		}
	}
	return source{}
}
