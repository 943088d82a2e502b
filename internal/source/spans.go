package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// literalSpans gives the places of a literal (|) text: line for line, without
// the indentation.
func (f *file) literalSpans(n *yaml.Node) []span {
	var spans []span
	offset := 0
	for i, text := range strings.Split(n.Value, "\n") {
		if text == "" && offset == len(n.Value) && i > 0 {
			break // after the last line end
		}
		at := n.Line + 1 + i
		indent := utf8.RuneCountInString(f.line(at)) - utf8.RuneCountInString(text)
		spans = append(spans, span{offset: offset, line: at, col: max(indent, 0) + 1})
		offset += len(text) + 1
	}
	return spans
}

// walk goes through a text as typed and as YAML reads it, side by side.
type walk struct {
	value  string // as read
	offset int    // in value
	typed  string // what is left of the line
	line   int
	col    int
	quote  byte // ', " or 0
	spans  []span
}

// walkedSpans gives the places of a text that is quoted, folded or goes over
// several lines: a span for each line, and one behind each escape.
func (f *file) walkedSpans(n *yaml.Node) []span {
	w := walk{value: n.Value, line: n.Line, col: n.Column, typed: f.rest(n)}
	switch {
	case n.Style&yaml.FoldedStyle != 0:
		w.nextLine(f)
	case n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0 && w.typed != "":
		w.quote = w.typed[0]
		w.advance(1)
	}
	for w.offset < len(w.value) && w.line <= len(f.lines) {
		w.mark()
		w.walkLine()
		w.nextLine(f)
	}
	return w.spans
}

// mark notes where the walk stands; on a line of blanks there is nothing to note.
func (w *walk) mark() {
	if w.typed != "" {
		w.spans = append(w.spans, span{offset: w.offset, line: w.line, col: w.col})
	}
}

// advance goes on by some bytes of the line, each a character of ASCII.
func (w *walk) advance(n int) {
	n = min(n, len(w.typed))
	w.col += utf8.RuneCountInString(w.typed[:n])
	w.typed = w.typed[n:]
}

// walkLine goes to the end of the line, or as far as both sides agree.
func (w *walk) walkLine() {
	for w.typed != "" && w.offset < len(w.value) {
		if n := w.escapeLength(); n > 0 {
			_, size := utf8.DecodeRuneInString(w.value[w.offset:])
			w.offset += size
			w.advance(n)
			w.mark()
			continue
		}
		r, size := utf8.DecodeRuneInString(w.typed)
		if s, _ := utf8.DecodeRuneInString(w.value[w.offset:]); s != r {
			return
		}
		w.offset += size
		w.typed = w.typed[size:]
		w.col++
	}
}

// escapeLength is how many characters stand for the next one of the value; 0
// when it stands for itself.
func (w *walk) escapeLength() int {
	switch {
	case w.quote == '\'' && strings.HasPrefix(w.typed, "''"):
		return 2
	case w.quote != '"' || w.typed[0] != '\\' || len(w.typed) == 1:
		return 0
	}
	switch w.typed[1] {
	case 'x':
		return 4
	case 'u':
		return 6
	case 'U':
		return 10
	default:
		return 2
	}
}

// nextLine goes to the next line that has text, and over the blanks and line
// ends that YAML made of the end of this one. The first of those stands at the
// end of this line, the others before the text of the next.
func (w *walk) nextLine(f *file) {
	for w.line++; w.line <= len(f.lines); w.line++ {
		if typed := strings.TrimLeft(f.line(w.line), " \t"); typed != "" {
			w.col = len(f.line(w.line)) - len(typed) + 1
			w.typed = typed
			break
		}
	}
	made := len(w.value[w.offset:]) - len(strings.TrimLeft(w.value[w.offset:], " \n"))
	for i := 1; i < made && w.line <= len(f.lines); i++ {
		w.spans = append(w.spans, span{offset: w.offset + i, line: w.line, col: max(w.col-(made-i), 1)})
	}
	w.offset += made
}

// isWide tells whether the text ends, or begins, with a character of Chinese
// writing, beside which a blank would be seen.
func isWide(text string, atEnd bool) bool {
	r, _ := utf8.DecodeRuneInString(text)
	if atEnd {
		r, _ = utf8.DecodeLastRuneInString(text)
	}
	return unicode.Is(unicode.Han, r) || (r >= 0x3000 && r < 0x3100) || (r >= 0xFF00 && r < 0xFFEF) || strings.ContainsRune("“”‘’—…", r)
}
