// Package amend changes texts of a YAML file where they stand: what is not
// changed — comments, order, quotes, blank lines, line ends — stays byte for
// byte, which no writer of YAML would leave so. Every result is read again
// and must say exactly what was asked for. It knows nothing of reports.
package amend

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"banwen/internal/diag"
	"banwen/internal/source"
	"banwen/internal/textfile"
)

// File is a YAML file and the texts in it.
type File struct {
	Name    string
	mark    []byte   // a byte order mark
	lines   []string // as they are, with their ends
	scalars []source.Scalar
	places  []map[place]int // of each scalar, by what was asked for
}

type place struct{ line, col int }

// Open reads a file.
func Open(name string, data []byte) (*File, error) {
	f := &File{Name: name}
	if rest, ok := bytes.CutPrefix(data, []byte("\ufeff")); ok {
		f.mark, data = data[:len(data)-len(rest)], rest
	}
	f.lines = splitLines(string(data))
	text, err := decoded(name, data)
	if err != nil {
		return nil, err
	}
	f.scalars = source.Scalars(name, text)
	f.places = make([]map[place]int, len(f.scalars))
	return f, nil
}

func decoded(name string, data []byte) (string, error) {
	var diags diag.List
	text, ok := textfile.Decode(name, data, &diags)
	if !ok {
		return "", errors.New(diags[0].Message)
	}
	return text, nil
}

// splitLines cuts a text behind each \n, \r\n and \r.
func splitLines(text string) []string {
	var lines []string
	for text != "" {
		n := strings.IndexAny(text, "\r\n")
		switch {
		case n < 0:
			n = len(text)
		case strings.HasPrefix(text[n:], "\r\n"):
			n += 2
		default:
			n++
		}
		lines = append(lines, text[:n])
		text = text[n:]
	}
	return lines
}

// Len is how many texts the file has, keys too.
func (f *File) Len() int { return len(f.scalars) }

// Value is the text of a scalar.
func (f *File) Value(scalar int) string { return f.scalars[scalar].Value }

// Writing is how a scalar is written.
func (f *File) Writing(scalar int) source.Writing { return f.scalars[scalar].Writing }

// Find gives the text that a place is in, and the byte offset in it.
func (f *File) Find(line, col int) (scalar, offset int, ok bool) {
	at := diag.Pos{File: f.Name, Line: line, Col: col}
	i, exact := slices.BinarySearchFunc(f.scalars, at, func(s source.Scalar, at diag.Pos) int {
		return s.Begins().Compare(at)
	})
	if !exact {
		i--
	}
	if i < 0 || f.scalars[i].Key {
		return 0, 0, false
	}
	if f.places[i] == nil {
		f.places[i] = placesOf(f.scalars[i])
	}
	offset, ok = f.places[i][place{line, col}]
	return i, offset, ok
}

// placesOf gives the offsets of the places of a text's characters.
func placesOf(s source.Scalar) map[place]int {
	places := map[place]int{}
	at := s.Places()
	for i := range s.Value + "\x00" {
		pos := at(i)
		if _, again := places[place{pos.Line, pos.Col}]; !again {
			places[place{pos.Line, pos.Col}] = i
		}
	}
	return places
}

// Edit puts Text in the place of some bytes of a scalar's value.
type Edit struct {
	Scalar   int
	From, To int
	Text     string
}

// Apply makes the edits, of which none may overlap, and gives the file's new
// bytes. It fails where the file would not read back as asked for.
func (f *File) Apply(edits []Edit) ([]byte, error) {
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b Edit) int {
		return cmp.Or(cmp.Compare(a.Scalar, b.Scalar), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
	want := f.words()
	lines := slices.Clone(f.lines)
	for len(edits) > 0 { // from the last scalar to the first, so that line numbers stay right
		last := edits[len(edits)-1].Scalar
		from := slices.IndexFunc(edits, func(e Edit) bool { return e.Scalar == last })
		value, err := changed(f.scalars[last].Value, edits[from:])
		if err != nil {
			return nil, err
		}
		want[last].value = value
		if lines, err = f.rewrite(lines, last, edits[from:], value); err != nil {
			return nil, err
		}
		edits = edits[:from]
	}
	return f.checked(lines, want)
}

// word is a text of a file as it is read.
type word struct {
	value string
	key   bool
}

func (f *File) words() []word {
	words := make([]word, len(f.scalars))
	for i, s := range f.scalars {
		words[i] = word{s.Value, s.Key}
	}
	return words
}

// changed is a value with edits made.
func changed(value string, edits []Edit) (string, error) {
	var b strings.Builder
	at := 0
	for _, e := range edits {
		if e.From < at || e.To < e.From || e.To > len(value) {
			return "", errors.New("两处改动重叠")
		}
		b.WriteString(value[at:e.From] + e.Text)
		at = e.To
	}
	return b.String() + value[at:], nil
}

// checked gives lines as a file's bytes, where these say what they should and
// nothing else.
func (f *File) checked(lines []string, want []word) ([]byte, error) {
	data := append(slices.Clone(f.mark), strings.Join(lines, "")...)
	text, err := decoded(f.Name, data)
	if err != nil {
		return nil, err
	}
	now := File{scalars: source.Scalars(f.Name, text)}
	if !slices.Equal(now.words(), want) {
		return nil, fmt.Errorf("改后 %s 读不回原样", f.Name)
	}
	return data, nil
}
