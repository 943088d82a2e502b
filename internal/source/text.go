package source

import "banwen/internal/diag"

// Text is a text that someone typed, and the place of each of its characters.
// The zero Text is one that was not given.
type Text struct {
	Value string
	pos   diag.Pos
}

// Given tells whether the text stands in the data at all, even if empty.
func (t Text) Given() bool { return t.pos.File != "" }

// Pos is where the text begins.
func (t Text) Pos() diag.Pos { return t.At(0) }

// At is the place of the character at a byte offset of Value: exact in plain
// and literal (|) scalars, within its line in folded and quoted ones.
func (t Text) At(offset int) diag.Pos { panic("to be written") }

// NewText makes a text that stands at one place, for tests and built-in texts.
func NewText(value string, pos diag.Pos) Text { return Text{Value: value, pos: pos} }
