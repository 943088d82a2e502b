package docx

import (
	"strings"
	"unicode/utf8"

	"banwen/internal/doc"
	"banwen/internal/render/docx/xml"
	"banwen/internal/style"
)

// inline is how runs differ from the style of their paragraph; the zero value
// not at all.
type inline struct {
	style  string       // a character style
	face   style.Role   // its face
	size   style.Length // where it is not that of the paragraph's style
	plain  bool         // neither bold nor sloping nor coloured, whatever the paragraph's style says
	closer bool         // its full-width characters are set closer: letters and digits are not
}

// runs writes runs, neighbours that look the same as one: the text is cut up
// no more than it must be for those who edit it.
func (f *file) runs(list []doc.Run, in inline) []*xml.Node {
	var nodes []*xml.Node
	for i := 0; i < len(list); {
		first := list[i]
		var text strings.Builder
		for ; i < len(list) && sameLook(list[i], first); i++ {
			text.WriteString(list[i].Text)
		}
		if text.Len() == 0 {
			continue
		}
		nodes = append(nodes, f.tracked(first.Change, f.look(text.String(), first, in))...)
	}
	return nodes
}

// look writes text that looks as run does.
func (f *file) look(text string, run doc.Run, in inline) []*xml.Node {
	parts := []string{text}
	if in.closer {
		parts = byWidth(text)
	}
	var nodes []*xml.Node
	for _, part := range parts {
		r := xml.E("w:r", nil, f.runProperties(part, run, in))
		r.Add(characters(part, textName(run.Change))...)
		nodes = append(nodes, r)
	}
	return nodes
}

// byWidth cuts a text up into characters that keep their width and others, in turn.
func byWidth(text string) []string {
	var parts []string
	start, kept := 0, false
	for at, r := range text {
		if keeps := style.KeepsWidth(r); keeps != kept {
			if at > start {
				parts = append(parts, text[start:at])
			}
			start, kept = at, keeps
		}
	}
	return append(parts, text[start:])
}

// sameLook tells whether two runs can be one in the file.
func sameLook(a, b doc.Run) bool {
	return a.Bold == b.Bold && a.Missing == b.Missing && a.Change == b.Change
}

// runProperties are what sets a run apart from its paragraph's style; nil for nothing.
func (f *file) runProperties(text string, run doc.Run, in inline) *xml.Node {
	var properties []*xml.Node
	var fonts xml.Attrs
	if isEastAsian(text) {
		fonts = xml.A("w:hint", "eastAsia")
	}
	switch {
	case run.Missing:
		properties = append(properties, val("w:rStyle", missingStyle))
		if in.face != "" { // a run has one character style only
			fonts = append(fonts, f.fontAttrs(in.face)...)
		}
	case in.style != "":
		properties = append(properties, val("w:rStyle", in.style))
	}
	if fonts != nil {
		properties = append(properties, xml.E("w:rFonts", fonts))
	}
	switch {
	case run.Bold:
		properties = append(properties, on("w:b"), on("w:bCs"))
	case in.plain:
		properties = append(properties, off("w:b"), off("w:bCs"))
	}
	if in.plain {
		properties = append(properties, off("w:i"), off("w:iCs"), val("w:color", "auto"))
	}
	if in.closer && keepsWidth(text) {
		properties = append(properties, val("w:spacing", "0"))
	}
	if in.size > 0 {
		size := integer(int(in.size.HalfPoints()))
		properties = append(properties, val("w:sz", size), val("w:szCs", size))
	}
	if properties == nil {
		return nil
	}
	return xml.E("w:rPr", nil, properties...)
}

// keepsWidth tells a part of a text, as byWidth cuts it up, that is not set closer.
func keepsWidth(part string) bool {
	first, _ := utf8.DecodeRuneInString(part)
	return style.KeepsWidth(first)
}

// isEastAsian says whether a text has characters that belong to the East
// Asian font. Quotes, dashes and ellipses are shared with Western text: they
// do so only where the run has a hint (clause 17.3.2.26).
func isEastAsian(text string) bool {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return true
		}
	}
	return false
}

// characters is a run's text in elements of a name; tabs and line ends are
// elements of their own.
func characters(text, name string) []*xml.Node {
	var nodes []*xml.Node
	for text != "" {
		at := strings.IndexAny(text, "\t\n")
		if at < 0 {
			return append(nodes, textElement(name, text))
		}
		if at > 0 {
			nodes = append(nodes, textElement(name, text[:at]))
		}
		if text[at] == '\t' {
			nodes = append(nodes, xml.E("w:tab", nil))
		} else {
			nodes = append(nodes, xml.E("w:br", nil))
		}
		text = text[at+1:]
	}
	return nodes
}

// textElement is an element of text that keeps the spaces at its ends.
func textElement(name, text string) *xml.Node {
	var attrs xml.Attrs
	if strings.TrimSpace(text) != text {
		attrs = xml.A("xml:space", "preserve")
	}
	return xml.E(name, attrs, xml.T(text))
}

// plain writes runs that look as the style of their paragraph says.
func (f *file) plain(runs []doc.Run) []*xml.Node { return f.runs(runs, inline{}) }
