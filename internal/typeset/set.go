package typeset

import (
	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/font"
	"banwen/internal/style"
)

// Set sets a document in a profile with fonts. A character that no font has
// is an error that names it and the text it stands in; all of them are
// reported at once, and there is no layout then.
func Set(d *doc.Document, p *style.Profile, fonts *font.Set) (*Layout, diag.List) {
	s := newSetter(p, fonts)
	s.document(d)
	l := &Layout{Meta: d.Meta, Title: d.Title.Text, Page: p.Page}
	s.paginate(l)
	if s.diags.HasErrors() {
		return nil, s.diags
	}
	return l, s.diags
}

// document sets every part of a document, from its first to its last box.
func (s *setter) document(d *doc.Document) {
	s.front(d)
	s.blocks(d.Blocks)
	s.closing(d)
	for i := range d.Attachments {
		s.attachment(&d.Attachments[i])
	}
	if d.Imprint != nil {
		s.imprint(d.Imprint)
	}
}

// closing sets what stands between the text and the attachments.
func (s *setter) closing(d *doc.Document) {
	s.attachmentNote(d.Attachments)
	if d.Signature != nil {
		s.signature(d.Signature)
	}
	if len(d.Remark) > 0 {
		s.remark(d.Remark)
	}
}

func (s *setter) blocks(all []doc.Block) {
	for _, b := range all {
		s.block(b)
	}
}

// block sets one block.
func (s *setter) block(b doc.Block) {
	switch b := b.(type) {
	case *doc.Heading:
		s.heading(b)
	case *doc.Paragraph:
		s.paragraph(b)
	case *doc.Chart:
		s.chart(b)
	case *doc.Table:
		if b.Wide {
			s.wideTable(b)
		} else {
			s.table(b)
		}
	}
}

// setter sets one document: its parts become boxes, the boxes pages.
type setter struct {
	profile *style.Profile
	fonts   *font.Set
	faces   map[faceKey]*face
	area    style.Page // the sheet that is being set, upright or turned
	boxes   []box
	fresh   bool // the next box begins a page
	level   int  // of the bookmark under which headings stand; 0 in the body
	missing map[missingKey]bool
	diags   diag.List

	// Room that is used again for every paragraph.
	buffer  []char
	extents []extent
	steps   []style.Length

	// Glyphs, runs and items of the layout are cut from a few large pieces.
	glyphs slab[Glyph]
	runs   slab[GlyphRun]
	items  slab[Item]
}

type faceKey struct {
	role style.Role
	size style.Length
}

func newSetter(p *style.Profile, fonts *font.Set) *setter {
	return &setter{profile: p, fonts: fonts, area: p.Page, faces: map[faceKey]*face{}, missing: map[missingKey]bool{}}
}

// face gives a role's typeface at a size.
func (s *setter) face(role style.Role, size style.Length) *face {
	key := faceKey{role, size}
	f, ok := s.faces[key]
	if !ok {
		f = &face{role: role, size: size, fonts: s.fonts, known: map[rune]glyph{}}
		s.faces[key] = f
	}
	return f
}
