// Package diag holds places in input files and what is wrong there.
//
// Every stage that reads something a person typed reports with it; all
// messages are in Chinese, short, and come with a hint that says what to do.
package diag

import "strconv"

// Pos is a place in an input file. Line and Col count from 1; Col counts
// characters (code points), not bytes. The zero Pos means "no place known";
// a Pos with Line 0 names a file as a whole.
type Pos struct {
	File string `json:"file,omitempty" about:"文件，从报告文件夹算起；没有就是不在文件里"`
	Line int    `json:"line,omitempty" about:"第几行，从 1 数起；没有就是整个文件"`
	Col  int    `json:"col,omitempty" about:"第几个字，从 1 数起"`
}

// String gives file:line:col, or as much of it as is known.
func (p Pos) String() string {
	s := p.File
	if p.Line > 0 {
		s += ":" + strconv.Itoa(p.Line)
		if p.Col > 0 {
			s += ":" + strconv.Itoa(p.Col)
		}
	}
	return s
}

// Compare orders places by file, line and column.
func (p Pos) Compare(q Pos) int {
	switch {
	case p.File != q.File:
		if p.File < q.File {
			return -1
		}
		return 1
	case p.Line != q.Line:
		return p.Line - q.Line
	default:
		return p.Col - q.Col
	}
}
