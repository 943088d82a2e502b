// Package font reads TrueType fonts: which characters a font has, how wide
// they are, and a subset of it for embedding. A font is read only when a
// glyph of it is asked for. It knows nothing of documents.
package font

import "banwen/internal/style"

// GlyphID is a glyph's index in its font; 0 is .notdef.
type GlyphID uint16

// Font is one TrueType (glyf) font.
type Font struct{}

// Parse reads the table directory and what widths and characters need; the
// data is kept, not copied. Errors say in Chinese what is wrong with the file.
func Parse(data []byte) (*Font, error) { panic("to be written") }

// Glyph gives the glyph of a character; false when the font has none.
func (f *Font) Glyph(r rune) (GlyphID, bool) { panic("to be written") }

// Advance is a glyph's advance width in units of the em.
func (f *Font) Advance(g GlyphID) int { panic("to be written") }

// UnitsPerEm is how many font units an em has.
func (f *Font) UnitsPerEm() int { panic("to be written") }

// Set is the fonts of a document, one a role.
type Set struct{}

// Shipped are the fonts in the binary.
func Shipped() *Set { panic("to be written") }

// Font gives a role's font, reading it if need be.
func (s *Set) Font(role style.Role) (*Font, error) { panic("to be written") }

// Choose gives the role whose font is to draw r in a run of role: the role
// itself where its font has the character (a 楷体 run takes its punctuation
// from 仿宋), else 仿宋, else 宋体. ok is false when none has it.
func (s *Set) Choose(role style.Role, r rune) (style.Role, GlyphID, bool) { panic("to be written") }

// Width is the natural width of a text in a role at a size, with fallback by
// character; a character in no font counts as one em.
func (s *Set) Width(text string, role style.Role, size style.Length) style.Length {
	panic("to be written")
}
