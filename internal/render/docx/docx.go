// Package docx writes a document as Office Open XML (ECMA-376, transitional).
package docx

import (
	"io"

	"banwen/internal/doc"
	"banwen/internal/render/docx/opc"
	"banwen/internal/render/docx/reference"
	"banwen/internal/render/docx/xml"
	"banwen/internal/style"
)

// Write writes the document as a DOCX file with named styles, its charts native
// or pictures as the profile says; the same document gives the same bytes. An
// error is one of w, or says what of a picture cannot be drawn.
func Write(w io.Writer, d *doc.Document, p *style.Profile) error {
	return WriteLike(w, d, p, nil)
}

// WriteLike writes the document as Write does, with the page, the styles, the
// headers and the footers of a unit's own file; nil: none. An error is one of
// w, or says what of the file cannot be used.
func WriteLike(w io.Writer, d *doc.Document, p *style.Profile, like *reference.Reference) error {
	p, err := withPage(p, like)
	if err != nil {
		return err
	}
	f := &file{document: d, profile: p, reference: like, parts: opc.New()}
	if err := f.build(); err != nil {
		return err
	}
	return f.parts.Write(w, opc.Deflate)
}

// file is a DOCX file in the making.
type file struct {
	document    *doc.Document
	profile     *style.Profile
	reference   *reference.Reference // nil: none
	parts       *opc.Package
	annotations int         // so far, bookmarks and tracked changes; their ids
	charts      int         // so far; the numbers of their parts and the ids of their drawings
	odd, even   string      // the relationships to the footers
	furniture   []*xml.Node // references to the headers, and to the footer of the first page, of reference
	furnished   bool        // a section has been written
	signed      bool        // the block being written stands before the signature, which must not be alone on a page
}

// The main document part and what every DOCX has beside it.
const (
	documentPart  = "word/document.xml"
	stylesPart    = "word/styles.xml"
	settingsPart  = "word/settings.xml"
	fontTablePart = "word/fontTable.xml"
	oddFooter     = "word/footer1.xml"
	evenFooter    = "word/footer2.xml"
	corePart      = "docProps/core.xml"
	appPart       = "docProps/app.xml"
)

// wordContent begins the content types of WordprocessingML parts.
const wordContent = opc.OpenXMLContent + "wordprocessingml."

// build makes every part.
func (f *file) build() error {
	f.parts.Relate("", opc.OfficeRelationship+"officeDocument", documentPart)
	f.parts.Relate("", opc.PackageRelationship+"metadata/core-properties", corePart)
	f.parts.Relate("", opc.OfficeRelationship+"extended-properties", appPart)
	f.parts.Add(corePart, "application/vnd.openxmlformats-package.core-properties+xml", f.coreProperties().Document())
	f.parts.Add(appPart, opc.OpenXMLContent+"extended-properties+xml", appProperties().Document())

	f.add("styles", stylesPart, f.styles())
	f.add("settings", settingsPart, f.settings())
	f.add("fontTable", fontTablePart, f.fontTable())
	f.odd = f.add("footer", oddFooter, f.pageFooter(outerRight))
	f.even = f.add("footer", evenFooter, f.pageFooter(outerLeft))
	f.addFurniture()

	body, err := f.body()
	if err != nil {
		return err
	}
	f.parts.Add(documentPart, wordContent+"document.main+xml", body.Document())
	return nil
}

// add adds a part that the document refers to, of a kind that names its
// relationship and its content type, and gives the relationship's id.
func (f *file) add(kind, name string, root *xml.Node) string {
	f.parts.Add(name, wordContent+kind+"+xml", root.Document())
	return f.parts.Relate(documentPart, opc.OfficeRelationship+kind, name)
}
