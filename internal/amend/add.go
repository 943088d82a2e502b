package amend

import (
	"slices"
	"strings"

	"banwen/internal/source"
)

// Add puts a new entry behind a plain or quoted value of a mapping, written
// as that one is: on a line of its own, or in the same braces. It gives the
// file's new bytes, and fails where these would not read back.
func (f *File) Add(scalar int, key, value string) ([]byte, error) {
	if scalar < 1 || !f.scalars[scalar-1].Key || f.scalars[scalar].Key {
		return nil, errWriting
	}
	at, ok := extentOf(f.lines, f.scalars[scalar])
	if s := f.scalars[scalar].Writing; !ok || s == source.Literal || s == source.Folded {
		return nil, errWriting
	}
	want := slices.Insert(f.words(), scalar+1, word{key, true}, word{value, false})
	err := errWriting
	for _, lines := range [][]string{f.lineBehind(at, f.scalars[scalar-1], key, value), f.inBraces(at, key, value)} {
		if lines == nil {
			continue
		}
		var data []byte
		if data, err = f.checked(lines, want); err == nil {
			return data, nil
		}
	}
	return nil, err
}

// lineBehind writes an entry on a line of its own, as far in as the key of
// the one before; nil where that one does not begin its line.
func (f *File) lineBehind(at extent, before source.Scalar, key, value string) []string {
	line := f.lines[before.Begins().Line-1]
	offset := columnOffset(line, before.Begins().Col)
	if offset < 0 || strings.Trim(line[:offset], " -") != "" {
		return nil
	}
	content, end := cutEnd(f.lines[at.last])
	added := strings.Repeat(" ", offset) + key + ": " + Scalar(value) + end
	if end == "" {
		content += f.lineEnd()
	}
	return slices.Replace(slices.Clone(f.lines), at.last, at.last+1, content+end, added)
}

// inBraces writes an entry right behind a value.
func (f *File) inBraces(at extent, key, value string) []string {
	if !isPlain(value, "{") {
		value = Quote(value)
	}
	line := f.lines[at.last]
	lines := slices.Clone(f.lines)
	lines[at.last] = line[:at.end] + ", " + key + ": " + value + line[at.end:]
	return lines
}
