package font

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"

	"banwen/internal/style"
)

// Set is the fonts of a document, one a role, and under a unit's own font the
// shipped one. It is safe for concurrent use.
type Set struct {
	faces map[style.Role]*face
}

// face is the font of one role.
type face struct {
	shipped File                  // of one in the binary
	used    atomic.Bool           // it has been read
	font    func() (*Font, error) // reads it on first use
	avoid   func(rune) bool       // characters it has but is not to draw; nil: none
	own     File                  // a unit's own, named as messages name it; none for a shipped one
}

func (f *face) isOwn() bool { return f.own.Name != "" }

// File is the file of a font in the binary.
type File struct {
	Name string
	Data []byte
}

func lazy(name string, data []byte, avoid func(rune) bool) *face {
	f := &face{shipped: File{name, data}, avoid: avoid}
	f.font = sync.OnceValues(func() (*Font, error) {
		f.used.Store(true)
		return Parse(data)
	})
	return f
}

// Used lists the files of the shipped fonts that have been read so far, by
// their names: whatever was set with the set was set with these, and with the
// unit's own.
func (s *Set) Used() []File {
	var used []File
	for _, face := range s.faces {
		if face.used.Load() {
			used = append(used, face.shipped)
		}
	}
	slices.SortFunc(used, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	return used
}

// Data is the file of a role's font, as it is; nil for a role that is none.
func (s *Set) Data(role style.Role) []byte {
	face := s.faces[role]
	switch {
	case face == nil:
		return nil
	case face.isOwn():
		return face.own.Data
	default:
		return face.shipped.Data
	}
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

// fallback are the roles that draw what the role asked for cannot, best first.
var fallback = [...]style.Role{style.FangFace, style.SongFace}

// Choose gives the role whose font is to draw r in a run of role: the role
// itself where its font has the character (the shipped 楷体 leaves its
// punctuation to 仿宋), else 仿宋, else 宋体; of each a unit's own font first,
// then the shipped one. ok is false when none has it.
func (s *Set) Choose(role style.Role, r rune) (style.Role, GlyphID, bool) {
	for _, role := range [...]style.Role{role, fallback[0], fallback[1]} {
		if g, ok := s.glyph(role, r); ok {
			return role, g, true
		}
		if s.faces[role] == nil || !s.faces[role].isOwn() {
			continue
		}
		if g, ok := s.glyph(standIn(role), r); ok {
			return standIn(role), g, true
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
