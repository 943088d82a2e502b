package font

import (
	"errors"
	"fmt"
	"sync"
	"unicode"

	"banwen/internal/style"
)

// Set is the fonts of a document, one a role. It is safe for concurrent use.
type Set struct {
	faces map[style.Role]*face
}

// face is the font of one role.
type face struct {
	font  func() (*Font, error) // reads it on first use
	avoid func(rune) bool       // characters it has but is not to draw; nil: none
	own   bool                  // the user's file, not a shipped one
}

func lazy(data []byte, avoid func(rune) bool) *face {
	return &face{avoid: avoid, font: sync.OnceValues(func() (*Font, error) { return Parse(data) })}
}

// NewSet gives the shipped fonts with the user's own files, by role, in place
// of theirs. All files that cannot be used are reported in one error.
func NewSet(files map[style.Role][]byte) (*Set, error) {
	s := Shipped()
	var wrong []error
	for _, role := range style.Roles {
		data, ok := files[role]
		if !ok {
			continue
		}
		f, err := Parse(data)
		if err != nil {
			wrong = append(wrong, fmt.Errorf("%s：%w", role, err))
			continue
		}
		s.faces[role] = &face{own: true, font: func() (*Font, error) { return f, nil }}
	}
	return s, errors.Join(wrong...)
}

// Font gives a role's font, reading it if need be.
func (s *Set) Font(role style.Role) (*Font, error) {
	face, ok := s.faces[role]
	if !ok {
		return nil, fmt.Errorf("没有“%s”这种字体角色", role)
	}
	f, err := face.font()
	if err != nil {
		return nil, fmt.Errorf("%s：%w", role, err)
	}
	return f, nil
}

// Own says whether a role's font is the user's own file.
func (s *Set) Own(role style.Role) bool {
	face, ok := s.faces[role]
	return ok && face.own
}

// fallback are the roles that draw what the role asked for cannot, best first.
var fallback = [...]style.Role{style.FangFace, style.SongFace}

// Choose gives the role whose font is to draw r in a run of role: the role
// itself where its font has the character (the shipped 楷体 leaves its
// punctuation to 仿宋), else 仿宋, else 宋体. ok is false when none has it.
func (s *Set) Choose(role style.Role, r rune) (style.Role, GlyphID, bool) {
	if g, ok := s.glyph(role, r); ok {
		return role, g, true
	}
	for _, other := range fallback {
		if g, ok := s.glyph(other, r); ok {
			return other, g, true
		}
	}
	return "", 0, false
}

// glyph gives the glyph with which a role's font is to draw r.
func (s *Set) glyph(role style.Role, r rune) (GlyphID, bool) {
	face, ok := s.faces[role]
	if !ok || face.avoid != nil && face.avoid(r) {
		return 0, false
	}
	f, err := face.font()
	if err != nil {
		return 0, false
	}
	return f.Glyph(r)
}

// isPunctuation says whether r is a mark or symbol, full-width ones included.
func isPunctuation(r rune) bool {
	return unicode.IsPunct(r) || unicode.IsSymbol(r)
}

// Width is the natural width of a text in a role at a size, with fallback by
// character; a character in no font counts as one em.
func (s *Set) Width(text string, role style.Role, size style.Length) style.Length {
	var width style.Length
	for _, r := range text {
		chosen, g, ok := s.Choose(role, r)
		if !ok {
			width += size
			continue
		}
		if f, err := s.Font(chosen); err == nil {
			width += f.Width(g, size)
		}
	}
	return width
}

// Missing lists the characters of text that no font can draw in a run of
// role, each once, in the order they come.
func (s *Set) Missing(text string, role style.Role) []rune {
	var missing []rune
	seen := map[rune]bool{}
	for _, r := range text {
		if seen[r] {
			continue
		}
		seen[r] = true
		if _, _, ok := s.Choose(role, r); !ok {
			missing = append(missing, r)
		}
	}
	return missing
}
