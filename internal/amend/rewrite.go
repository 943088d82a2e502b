package amend

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"banwen/internal/source"
)

var errWriting = errors.New("这样写的文字不能就地改，请手工改")

// rewrite makes the edits of one scalar in a file's lines.
func (f *File) rewrite(lines []string, scalar int, edits []Edit, value string) ([]string, error) {
	s := f.scalars[scalar]
	switch s.Writing {
	case source.Literal:
		return f.literal(lines, s, edits)
	case source.Folded:
		return f.folded(lines, s, value)
	default:
		return f.inline(lines, s, value)
	}
}

// literal changes the lines of a | text that edits touch, and no other.
func (f *File) literal(lines []string, s source.Scalar, edits []Edit) ([]string, error) {
	typed := strings.Split(s.Value, "\n")
	starts := make([]int, len(typed)) // of each line in the value
	for i := 1; i < len(typed); i++ {
		starts[i] = starts[i-1] + len(typed[i-1]) + 1
	}
	lineOf := func(offset int) int {
		i, exact := slices.BinarySearch(starts, offset)
		if !exact {
			i--
		}
		return i
	}
	for to := len(edits); to > 0; {
		from := to - 1
		first, last := lineOf(edits[from].From), lineOf(edits[from].To)
		for from > 0 && lineOf(edits[from-1].To) >= first { // they touch one line
			from--
			first = lineOf(edits[from].From)
		}
		end := starts[last] + len(typed[last])
		text, at := "", starts[first]
		for _, e := range edits[from:to] {
			text += s.Value[at:e.From] + e.Text
			at = e.To
		}
		text += s.Value[at:end]
		var err error
		if lines, err = f.putLines(lines, s, first, last, typed[first], strings.Split(text, "\n")); err != nil {
			return nil, err
		}
		to = from
	}
	return lines, nil
}

// putLines puts new lines in the place of lines first to last of a | text.
func (f *File) putLines(lines []string, s source.Scalar, first, last int, old string, texts []string) ([]string, error) {
	at := s.Begins().Line + first // counted from 0, the line of the | being one before
	if at >= len(lines) || last-first+at >= len(lines) {
		return nil, errWriting
	}
	content, end := cutEnd(lines[at])
	indent, ok := strings.CutSuffix(content, old)
	if !ok || strings.TrimLeft(indent, " ") != "" {
		return nil, errWriting
	}
	if old == "" {
		return nil, errWriting // nobody knows its indentation
	}
	_, lastEnd := cutEnd(lines[at+last-first])
	if end == "" {
		end = f.lineEnd()
	}
	put := make([]string, len(texts))
	for i, t := range texts {
		if t != "" {
			t = indent + t
		}
		put[i] = t + end
	}
	put[len(put)-1] = strings.TrimSuffix(put[len(put)-1], end) + lastEnd
	return slices.Replace(lines, at, at+last-first+1, put...), nil
}

// cutEnd parts a line from its end.
func cutEnd(line string) (content, end string) {
	content = strings.TrimRight(line, "\r\n")
	return content, line[len(content):]
}

// lineEnd is how the file's lines end.
func (f *File) lineEnd() string {
	if len(f.lines) > 0 {
		if _, end := cutEnd(f.lines[0]); end != "" {
			return end
		}
	}
	return "\n"
}

// folded writes a > text anew, as a | text: each paragraph on its line.
func (f *File) folded(lines []string, s source.Scalar, value string) ([]string, error) {
	at := s.Begins()
	head, headEnd := cutEnd(lines[at.Line-1])
	start := columnOffset(head, at.Col)
	if start < 0 || strings.TrimRight(head[start:], "-+ ") != ">" {
		return nil, errWriting
	}
	first := at.Line
	if first >= len(lines) {
		return nil, errWriting
	}
	content, _ := cutEnd(lines[first])
	indent := content[:len(content)-len(strings.TrimLeft(content, " "))]
	last := first
	for i := first; i < len(lines); i++ {
		content, _ := cutEnd(lines[i])
		if strings.TrimSpace(content) == "" {
			continue
		}
		if !strings.HasPrefix(content, indent) {
			break
		}
		last = i
	}
	sign := "|"
	if !strings.HasSuffix(value, "\n") {
		sign = "|-"
	}
	put := []string{head[:start] + sign + headEnd}
	_, lastEnd := cutEnd(lines[last])
	for _, t := range strings.Split(strings.TrimSuffix(value, "\n"), "\n") {
		if t != "" {
			t = indent + t
		}
		put = append(put, t+headEnd)
	}
	put[len(put)-1] = strings.TrimSuffix(put[len(put)-1], headEnd) + lastEnd
	return slices.Replace(lines, first-1, last+1, put...), nil
}

// columnOffset is the byte offset of a column in a line; -1 beyond its end.
func columnOffset(line string, col int) int {
	offset := 0
	for ; col > 1; col-- {
		if offset >= len(line) {
			return -1
		}
		_, size := utf8.DecodeRuneInString(line[offset:])
		offset += size
	}
	return offset
}

// inline writes a text that is plain or quoted anew on one line; a plain one
// that would be something else without quotes gets them.
func (f *File) inline(lines []string, s source.Scalar, value string) ([]string, error) {
	at, ok := extentOf(lines, s)
	if !ok {
		return nil, errWriting
	}
	before, after := lines[at.first][:at.start], lines[at.last][at.end:]
	text := written(s.Writing, value)
	if s.Writing == source.Plain && !isPlain(value, before) {
		text = written(source.DoubleQuoted, value)
	}
	if s.Value == "" && strings.HasSuffix(before, ":") {
		text = " " + text
	}
	return slices.Replace(slices.Clone(lines), at.first, at.last+1, before+text+after), nil
}

// extent is where a plain or quoted text stands: from a byte of its first
// line to a byte of its last one.
type extent struct{ first, start, last, end int }

func extentOf(lines []string, s source.Scalar) (extent, bool) {
	e := extent{first: s.Begins().Line - 1}
	e.start = columnOffset(lines[e.first], s.Begins().Col)
	if e.start < 0 {
		return e, false
	}
	length := lengthOf(s, strings.Join(lines[e.first:], "")[e.start:])
	if length < 0 {
		return e, false
	}
	e.last, e.end = e.first, e.start+length
	for e.last < len(lines) && e.end > len(lines[e.last]) {
		e.end -= len(lines[e.last])
		e.last++
	}
	return e, e.last < len(lines)
}

// lengthOf is how many bytes a scalar takes at the front of a text; -1 where
// that cannot be told.
func lengthOf(s source.Scalar, typed string) int {
	switch s.Writing {
	case source.SingleQuoted:
		for i := 1; i < len(typed); i++ {
			if typed[i] == '\'' {
				if i+1 == len(typed) || typed[i+1] != '\'' {
					return i + 1
				}
				i++
			}
		}
	case source.DoubleQuoted:
		for i := 1; i < len(typed); i++ {
			switch typed[i] {
			case '\\':
				i++
			case '"':
				return i + 1
			}
		}
	default:
		return plainLength(s.Value, typed)
	}
	return -1
}

// plainLength goes along a plain text, of which each line end became a blank.
func plainLength(value, typed string) int {
	i := 0
	for v := 0; v < len(value); {
		if i >= len(typed) {
			return -1
		}
		if value[v] == typed[i] && typed[i] != ' ' {
			v, i = v+1, i+1
			continue
		}
		blanks, made := blanksAt(typed[i:]), blanksAt(value[v:])
		if blanks == 0 || made == 0 {
			return -1
		}
		v, i = v+made, i+blanks
	}
	return i
}

func blanksAt(s string) int { return len(s) - len(strings.TrimLeft(s, " \t\r\n")) }

// written is a text as it is written in quotes, or plain.
func written(w source.Writing, value string) string {
	switch {
	case w == source.SingleQuoted && !strings.Contains(value, "\n"):
		return "'" + strings.ReplaceAll(value, "'", "''") + "'"
	case w == source.Plain:
		return value
	}
	return Quote(value)
}

// Quote writes a text in double quotes, on one line.
func Quote(value string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`).Replace(value) + `"`
}

// Scalar writes a text as it is where YAML would read that as the same text,
// else in quotes.
func Scalar(value string) string {
	if isPlain(value, "a: ") {
		return value
	}
	return Quote(value)
}

// isPlain tells whether a text reads as itself without quotes, behind what
// stands before it on its line. A flow takes a comma for an end.
func isPlain(value, before string) bool {
	if value != strings.TrimSpace(value) || strings.ContainsAny(value, "\n\t") {
		return false
	}
	if strings.ContainsAny(before, "{[") && strings.ContainsAny(value, ",[]{}") {
		return false
	}
	read := source.Scalars("", "a: "+value+"\n")
	return len(read) == 2 && read[1].Value == value && read[1].Writing == source.Plain && read[1].IsText()
}
