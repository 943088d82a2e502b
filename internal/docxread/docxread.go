// Package docxread reads the text of a DOCX that came back from Word, WPS or
// LibreOffice: its paragraphs with their bookmarks, tracked changes and
// comments. The file is foreign: it is read within limits, nothing outside of
// it is ever opened, and what is passed over is told. It knows nothing of
// reports.
package docxread

import "strings"

// File is what a DOCX says.
type File struct {
	Paragraphs []Paragraph // as they stand, deleted ones too
	Comments   []Comment   // in the order of the places they are anchored at
	Ignored    []Passed    // what was passed over
}

// Paragraph is a paragraph as it stands in the file.
type Paragraph struct {
	Bookmarks []string // that begin in it
	Style     string   // its style's id
	Cell      *Cell    // nil outside of tables
	Pieces    []Piece
	Mark      Change // what became of the mark at its end
}

// Cell is where in the document's tables a paragraph stands, all from 0.
type Cell struct{ Table, Row, Column int }

// Change is what a tracked change did to a piece of text.
type Change int

// The changes.
const (
	Kept Change = iota
	Inserted
	Deleted
)

// Piece is a stretch of text with one history. Tabs are \t, line breaks \n.
type Piece struct {
	Text      string
	Change    Change
	Who, When string // of a change, as the file says it
}

// Comment is a remark in the margin.
type Comment struct {
	Who, When string
	Text      string
	Paragraph int    // where it is anchored, in Paragraphs; -1: nowhere
	Quote     string // the words it is anchored at
	Done      bool   // marked as dealt with
	Answers   string // who: text of the comment that it is a reply to; empty: none
}

// Reading is one of the texts that tracked changes hold.
type Reading int

// The readings.
const (
	Accepted Reading = iota // the text as its editor wants it
	Rejected                // the text as it was before
)

// has tells whether a reading shows what a change did.
func (r Reading) has(c Change) bool {
	return c == Kept || (r == Accepted) == (c == Inserted)
}

// Tracked tells whether the file has tracked changes of text.
func (f *File) Tracked() bool {
	for _, p := range f.Paragraphs {
		if p.Tracked() {
			return true
		}
	}
	return false
}

// Tracked tells whether the paragraph has tracked changes.
func (p *Paragraph) Tracked() bool {
	for _, piece := range p.Pieces {
		if piece.Change != Kept {
			return true
		}
	}
	return p.Mark != Kept
}

// Text is the paragraph in one reading.
func (p *Paragraph) Text(r Reading) string {
	var b strings.Builder
	for _, piece := range p.Pieces {
		if r.has(piece.Change) {
			b.WriteString(piece.Text)
		}
	}
	return b.String()
}

// Line is a paragraph of one reading: several of the file's, where the marks
// between them are not there in it.
type Line struct {
	Text      string
	Tracked   bool // tracked changes stand in it
	Bookmarks []string
	Style     string
	Cell      *Cell
	From, To  int // the paragraphs it is made of: From up to, not including, To
}

// Lines is the file in one reading. What a reading leaves nothing of is no line.
func (f *File) Lines(r Reading) []Line {
	var lines []Line
	for from := 0; from < len(f.Paragraphs); {
		to := from + 1
		for to < len(f.Paragraphs) && !r.has(f.Paragraphs[to-1].Mark) && sameCell(f.Paragraphs[to-1].Cell, f.Paragraphs[to].Cell) {
			to++
		}
		line := f.line(r, from, to)
		if line.Text != "" || !line.Tracked {
			lines = append(lines, line)
		}
		from = to
	}
	return lines
}

func (f *File) line(r Reading, from, to int) Line {
	line := Line{Style: f.Paragraphs[from].Style, Cell: f.Paragraphs[from].Cell, From: from, To: to}
	var text strings.Builder
	for i := from; i < to; i++ {
		p := &f.Paragraphs[i]
		text.WriteString(p.Text(r))
		line.Bookmarks = append(line.Bookmarks, p.Bookmarks...)
		line.Tracked = line.Tracked || p.Tracked()
	}
	line.Text = text.String()
	return line
}

// Original is what the paragraphs from up to to were before the changes, each
// on a line.
func (f *File) Original(from, to int) string {
	var b strings.Builder
	for i := from; i < to; i++ {
		p := &f.Paragraphs[i]
		b.WriteString(p.Text(Rejected))
		if Rejected.has(p.Mark) && i < to-1 {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func sameCell(a, b *Cell) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}
