package docxread

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"strings"
)

// maxDepth is how deep elements may stand in each other: a run in a cell in a
// table in a cell stands some 20 deep.
const maxDepth = 200

// reader reads the elements of a part one by one.
type reader struct {
	d     *xml.Decoder
	part  string
	depth int
}

func newReader(part string, data []byte) *reader {
	return &reader{d: xml.NewDecoder(bytes.NewReader(data)), part: part}
}

// next gives the next start, end or text; io.EOF after the last one. What a
// DOCX never has — a DOCTYPE, and with it entities — is refused.
func (r *reader) next() (xml.Token, error) {
	for {
		token, err := r.d.Token()
		if err == io.EOF {
			return nil, err
		}
		if err != nil {
			return nil, fmt.Errorf("“%s”已损坏", r.part)
		}
		switch token.(type) {
		case xml.StartElement:
			if r.depth++; r.depth > maxDepth {
				return nil, fmt.Errorf("“%s”里套了 %d 层以上", r.part, maxDepth)
			}
			return token, nil
		case xml.EndElement:
			r.depth--
			return token, nil
		case xml.CharData:
			return token, nil
		case xml.Directive:
			return nil, fmt.Errorf("“%s”里有 DOCTYPE，不读", r.part)
		}
	}
}

// attribute gives an attribute by its local name.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// isWord tells whether an element is of WordprocessingML, transitional or strict.
func isWord(name xml.Name) bool {
	return strings.HasSuffix(name.Space, "/wordprocessingml/2006/main") || strings.HasSuffix(name.Space, "/wordprocessingml/main")
}

// relations are the parts that a part relates to, by the last word of the
// relationship's type.
type relations map[string][]string

// first is the first part of a kind; empty for none.
func (r relations) first(kind string) string {
	if len(r[kind]) == 0 {
		return ""
	}
	return r[kind][0]
}

// related gives the parts that a part relates to. Those outside of the file
// are never followed.
func (a archive) related(part string) (relations, error) {
	folder, name := path.Split(part)
	rels := path.Join(folder, "_rels", name+".rels")
	data, err := a.read(rels)
	if err != nil || data == nil {
		return nil, err
	}
	found := relations{}
	r := newReader(rels, data)
	for {
		token, err := r.next()
		if err == io.EOF {
			return found, nil
		}
		if err != nil {
			return nil, err
		}
		e, ok := token.(xml.StartElement)
		if !ok || e.Name.Local != "Relationship" || attribute(e, "TargetMode") == "External" {
			continue
		}
		target := attribute(e, "Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join("/", folder, target)
		}
		kind := path.Base(attribute(e, "Type"))
		found[kind] = append(found[kind], strings.TrimPrefix(path.Clean(target), "/"))
	}
}

// Read reads a DOCX.
func Read(data []byte) (*File, error) {
	parts, err := open(data)
	if err != nil {
		return nil, err
	}
	roots, err := parts.related("")
	if err != nil {
		return nil, err
	}
	main := roots.first("officeDocument")
	body, err := parts.read(main)
	if err != nil {
		return nil, err
	}
	if body == nil || parts["xl/workbook.xml"] != nil || parts["ppt/presentation.xml"] != nil {
		return nil, parts.noBody()
	}
	w := newWalk(main, body)
	if err := w.run(); err != nil {
		return nil, err
	}
	related, err := parts.related(main)
	if err != nil {
		return nil, err
	}
	if err := parts.beside(related, w); err != nil {
		return nil, err
	}
	f := &File{Paragraphs: w.paragraphs, Ignored: w.passed.list()}
	f.Comments, err = readComments(parts, related, w.anchors)
	return f, err
}
