// Package reference reads a unit's own DOCX as a source of style: its page,
// its paragraph styles, its headers and footers. The file may come from
// anywhere, so it is read within limits, and what is taken from it is only
// what is known here by name: no macro, link, picture, object or attached
// template gets through, for nothing is copied as it stands.
package reference

import (
	"banwen/internal/render/docx/xml"
	"banwen/internal/style"
)

// Reference is what is taken from a file.
type Reference struct {
	Page     *Page   // nil: the file says nothing
	Styles   []Style // those of paragraphs and characters, in the file's order
	Headers  Furniture
	Footers  Furniture
	OtherOne bool // the first page has a header and a footer of its own (titlePg)

	// Left says in Chinese what could not be taken over.
	Left []string
}

// Page is the file's last section's page.
type Page struct {
	style.Page
	Header, Footer style.Length // from the paper's edge
}

// Style is one style, with what it takes from those it is based on.
type Style struct {
	ID, Name  string
	Paragraph []Property // w:spacing, w:ind, w:jc
	Run       []Property // w:rFonts, w:sz …
}

// Property is one element without content: w:sz with w:val.
type Property struct {
	Name  string
	Attrs xml.Attrs
}

// Furniture is the headers or the footers of a section: paragraphs each, nil
// where there is none.
type Furniture struct {
	Default, First, Even []*xml.Node
}

// Any tells whether there is any.
func (f Furniture) Any() bool { return f.Default != nil || f.First != nil || f.Even != nil }

// Read reads a DOCX file. Errors say in Chinese what is wrong with it.
func Read(data []byte) (*Reference, error) {
	a, err := openArchive(data)
	if err != nil {
		return nil, err
	}
	main, err := a.mainPart()
	if err != nil {
		return nil, err
	}
	r := &reader{archive: a, main: main, ref: &Reference{}}
	if err := r.read(); err != nil {
		return nil, err
	}
	return r.ref, nil
}

// reader is one file being read.
type reader struct {
	archive   *archive
	main      string // the document part's name
	relations relations
	styles    styleSheet
	ref       *Reference
	left      map[string]bool // what Left says already
}

func (r *reader) read() error {
	document, err := r.archive.parse(r.main)
	if err != nil {
		return err
	}
	r.relations, err = r.archive.relationsOf(r.main)
	if err != nil {
		return err
	}
	if err := r.readStyles(); err != nil {
		return err
	}
	if section := document.child("w:body").child("w:sectPr"); section != nil {
		r.ref.Page = readPage(section)
		return r.readFurniture(section)
	}
	return nil
}

// leave notes what is not taken over, once.
func (r *reader) leave(what string) {
	if r.left == nil {
		r.left = map[string]bool{}
	}
	if !r.left[what] {
		r.left[what] = true
		r.ref.Left = append(r.ref.Left, what)
	}
}
