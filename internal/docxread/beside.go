package docxread

import (
	"encoding/xml"
	"io"
	"strings"
	"unicode"
)

// beside notes what a file says beside its text: in notes that the text
// refers to, and in headers and footers, but for page numbers.
func (a archive) beside(related relations, w *walk) error {
	for _, kind := range []string{"footnote", "endnote"} {
		err := a.texts(related.first(kind+"s"), kind, func(id, text string) {
			if w.notes[kind+id] {
				delete(w.notes, kind+id)
				w.passed.note("脚注、尾注", text)
			}
		})
		if err != nil {
			return err
		}
	}
	for range w.notes {
		w.passed.note("脚注、尾注", "") // that the file does not have
	}
	for _, part := range append(related["header"], related["footer"]...) {
		var all words
		for _, root := range []string{"hdr", "ftr"} {
			if err := a.texts(part, root, func(_, text string) { all.add(text) }); err != nil {
				return err
			}
		}
		if text := all.take(); strings.ContainsFunc(text, unicode.IsLetter) {
			w.passed.note("页眉、页脚", text)
		}
	}
	return nil
}

// texts gives the text of each element of a name in a part.
func (a archive) texts(part, name string, found func(id, text string)) error {
	data, err := a.read(part)
	if err != nil || data == nil {
		return err
	}
	r, in, id, text := newReader(part, data), "", "", words{}
	for {
		token, err := r.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if in = t.Name.Local; in == name {
				id = attribute(t, "id")
				text.take()
			}
		case xml.CharData:
			if in == "t" {
				text.add(string(t))
			}
		case xml.EndElement:
			if in = ""; t.Name.Local == name {
				found(id, text.take())
			}
		}
	}
}
