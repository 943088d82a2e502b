package typeset

import (
	"maps"
	"slices"

	"banwen/internal/doc"
	"banwen/internal/font"
	"banwen/internal/style"
)

// Lack is the characters that a document sets in a role and the role's own
// font does not have.
type Lack struct {
	Role  style.Role
	Chars []rune // in the order of Unicode
	None  []rune // those of Chars that no other font has either
}

// Lacking says for every role of typeface what its font lacks of a document.
func Lacking(d *doc.Document, p *style.Profile, fonts *font.Set) ([]Lack, error) {
	s := newSetter(p, fonts)
	s.document(d)
	s.paginate(&Layout{Page: p.Page}) // page numbers are text as well
	lacks := make([]Lack, 0, len(style.Roles))
	for _, role := range style.Roles {
		lack, err := s.lack(role)
		if err != nil {
			return nil, err
		}
		lacks = append(lacks, lack)
	}
	return lacks, nil
}

// lack is what a role's own font lacks of what the document has asked of it,
// at any size.
func (s *setter) lack(role style.Role) (Lack, error) {
	f, err := s.fonts.Font(role)
	if err != nil {
		return Lack{}, err
	}
	chars, none := map[rune]bool{}, map[rune]bool{}
	for key, face := range s.faces {
		if key.role != role {
			continue
		}
		for r, g := range face.known {
			if _, ok := f.Glyph(r); ok || !printable(r) || g.class.is(space|glued) {
				continue
			}
			chars[r] = true
			if !g.found {
				none[r] = true
			}
		}
	}
	return Lack{Role: role, Chars: slices.Sorted(maps.Keys(chars)), None: slices.Sorted(maps.Keys(none))}, nil
}
