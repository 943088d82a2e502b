package typeset

import (
	"banwen/internal/font"
	"banwen/internal/style"
)

// face is a role's typeface at one size; it remembers the glyphs it was asked for.
type face struct {
	role  style.Role
	size  style.Length
	fonts *font.Set
	known map[rune]glyph
}

// glyph is how a character looks in a face, and what it is to a line.
type glyph struct {
	role  style.Role // whose font draws it, after fallback
	id    font.GlyphID
	width style.Length // its own advance
	class class
	found bool // a font has it
}

// advance is a glyph's width with what is added to full-width characters.
func (g *glyph) advance(spacing style.Length) style.Length {
	if g.class.is(natural) {
		return g.width
	}
	return g.width + spacing
}

// glyph looks a character up, in the face's own font or the next that has it.
func (f *face) glyph(r rune) glyph {
	if g, ok := f.known[r]; ok {
		return g
	}
	g := f.choose(r)
	f.known[r] = g
	return g
}

func (f *face) choose(r rune) glyph {
	g := glyph{role: f.role, width: f.size, class: classOf(r)}
	g.role, g.id, g.found = f.fonts.Choose(f.role, r)
	if !g.found && g.class.is(space|glued) && r != ' ' {
		return f.blank(r, g.class)
	}
	if !g.found || !printable(r) {
		return glyph{role: f.role, width: f.size, class: g.class}
	}
	chosen, err := f.fonts.Font(g.role)
	if err != nil { // Choose has just read this font
		return glyph{role: f.role, width: f.size, class: g.class}
	}
	g.width = chosen.Width(g.id, f.size)
	return g
}

// blank sets a space that no font has as the ordinary space, as wide as its
// name says where that is a full em.
func (f *face) blank(r rune, c class) glyph {
	g := f.glyph(' ')
	g.class = c
	if r == '\u3000' || r == '\u2003' {
		g.width = f.size
	}
	return g
}
