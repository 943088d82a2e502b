package docx

import "banwen/internal/render/docx/xml"

// coreProperties are title, author and so on (ECMA-376 part 2, clause 11).
func (f *file) coreProperties() *xml.Node {
	meta := f.document.Meta
	return xml.E("cp:coreProperties", xml.A(
		"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
		"xmlns:dc", "http://purl.org/dc/elements/1.1/",
		"xmlns:dcterms", "http://purl.org/dc/terms/",
		"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
		property("dc:title", f.document.Title.Text),
		property("dc:creator", meta.Organ),
		property("cp:keywords", meta.Keywords),
		moment("dcterms:created", meta.Date),
		moment("dcterms:modified", meta.Date),
		property("dc:language", f.language()))
}

// property is one property; nil where it has no value.
func property(name, value string) *xml.Node {
	return optional(value != "", xml.E(name, nil, xml.T(value)))
}

// moment is a property that is a time; nil where none is known.
func moment(name, value string) *xml.Node {
	return optional(value != "", xml.E(name, xml.A("xsi:type", "dcterms:W3CDTF"), xml.T(value)))
}

// appProperties names the program.
func appProperties() *xml.Node {
	return xml.E("Properties", xml.A("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"),
		xml.E("Application", nil, xml.T("banwen")))
}

// language is the document's language.
func (f *file) language() string {
	if f.document.Meta.Language == "" {
		return "zh-CN"
	}
	return f.document.Meta.Language
}
