package source

import (
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"banwen/internal/diag"
)

// file is one YAML file while it is read.
type file struct {
	name   string // as places name it
	lines  []string
	sheet  *sheet // how the lines were mended
	root   *yaml.Node
	diags  *diag.List
	before int // how many diags there were before this file's
	column column
}

// maxMistakes is how many mistakes of a file are looked for: whoever has more
// mends some first.
const maxMistakes = 10_000

// isFull tells whether a file has more mistakes than are looked for.
func (f *file) isFull() bool { return len(*f.diags)-f.before > maxMistakes }

// column is the last place asked for in a line. Values are read in the order
// they stand in, and a line may hold a great many of them.
type column struct{ line, col, offset int }

// pos is a place in the file as typed, from one in its lines.
func (f *file) pos(line, col int) diag.Pos {
	return diag.Pos{File: f.name, Line: line, Col: f.sheet.typed(line, col)}
}

// nodePos is where a value begins.
func (f *file) nodePos(n *yaml.Node) diag.Pos { return f.pos(n.Line, n.Column) }

// line gives a line from 1; empty beyond the end.
func (f *file) line(n int) string {
	if n < 1 || n > len(f.lines) {
		return ""
	}
	return f.lines[n-1]
}

// rest is the line of a value from where it begins.
func (f *file) rest(n *yaml.Node) string {
	at := f.column
	if at.line != n.Line || at.col > n.Column {
		at = column{line: n.Line, col: 1}
	}
	line := f.line(n.Line)
	for at.col < n.Column && at.offset < len(line) {
		_, size := utf8.DecodeRuneInString(line[at.offset:])
		at.offset += size
		at.col++
	}
	f.column = at
	return line[at.offset:]
}

// text gives a scalar with the place of each of its characters.
func (f *file) text(n *yaml.Node) Text {
	t := Text{Value: n.Value, pos: f.nodePos(n)}
	switch {
	case n.Style&yaml.LiteralStyle != 0:
		t.spans = f.literalSpans(n)
	case n.Style == 0 && strings.HasPrefix(f.rest(n), n.Value):
		return t
	default:
		t.spans = f.walkedSpans(n)
	}
	for i, s := range t.spans {
		t.spans[i].col = f.sheet.typed(s.line, s.col)
	}
	return t
}

// warnFolded warns of the first line end in a text that became a blank
// between two Chinese characters.
func (f *file) warnFolded(t Text) {
	line := t.pos.Line
	for _, s := range t.spans {
		folded := s.line != line && s.offset > 0 && t.Value[s.offset-1] == ' '
		if line = s.line; folded && isWide(t.Value[:s.offset-1], true) && isWide(t.Value[s.offset:], false) {
			f.diags.Warnf(t.At(s.offset), "多行文字写在“|”后面，或并成一行", "这里换行，文字中间会多出一个空格")
			return
		}
	}
}
