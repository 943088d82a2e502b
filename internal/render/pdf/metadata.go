package pdf

import (
	"encoding/xml"
	"fmt"
	"strings"
	"time"

	"banwen/internal/typeset"
)

const producer = "banwen"

// properties are what the file says about the document. PDF/A wants the same
// in the information dictionary and in the XMP packet (ISO 19005-2, 6.6.3).
type properties struct {
	title, author, subject, keywords, language string
	date                                       time.Time // zero: none
}

func newProperties(l *typeset.Layout) (*properties, error) {
	p := &properties{
		title: l.Title, author: l.Meta.Organ, subject: l.Meta.Period,
		keywords: l.Meta.Keywords, language: l.Meta.Language,
	}
	if l.Meta.Date == "" {
		return p, nil
	}
	var err error
	if p.date, err = time.Parse(time.RFC3339, l.Meta.Date); err != nil {
		return nil, fmt.Errorf("文件日期“%s”不是 ISO 8601 时间", l.Meta.Date)
	}
	p.date = p.date.UTC()
	return p, nil
}

// info is the document information dictionary (ISO 32000-1, 14.3.3).
func (p *properties) info() string {
	d := dict{
		{"Title", textString(p.title)}, {"Author", textString(p.author)},
		{"Subject", textString(p.subject)}, {"Keywords", textString(p.keywords)},
		{"Creator", "(" + producer + ")"}, {"Producer", "(" + producer + ")"},
	}
	if !p.date.IsZero() {
		date := p.date.Format("(D:20060102150405Z)")
		d = append(d, entry{"CreationDate", date}, entry{"ModDate", date})
	}
	return d.String()
}

// xmp is the metadata packet (ISO 16684-1).
func (p *properties) xmp() []byte {
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>U</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
`)
	property := func(name, before, text, after string) {
		if text == "" {
			return
		}
		b.WriteString("<" + name + ">" + before)
		xml.EscapeText(&b, []byte(text)) // a strings.Builder takes everything
		b.WriteString(after + "</" + name + ">\n")
	}
	const alternative, alternativeEnd = `<rdf:Alt><rdf:li xml:lang="x-default">`, "</rdf:li></rdf:Alt>"
	property("dc:title", alternative, p.title, alternativeEnd)
	property("dc:creator", "<rdf:Seq><rdf:li>", p.author, "</rdf:li></rdf:Seq>")
	property("dc:description", alternative, p.subject, alternativeEnd)
	property("dc:language", "<rdf:Bag><rdf:li>", p.language, "</rdf:li></rdf:Bag>")
	property("pdf:Keywords", "", p.keywords, "")
	property("pdf:Producer", "", producer, "")
	property("xmp:CreatorTool", "", producer, "")
	if !p.date.IsZero() {
		property("xmp:CreateDate", "", p.date.Format(time.RFC3339), "")
		property("xmp:ModifyDate", "", p.date.Format(time.RFC3339), "")
	}
	b.WriteString("</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return []byte(b.String())
}
