package docx

import (
	"banwen/internal/render/docx/xml"
	"banwen/internal/style"
)

// side is the outer side of a page.
type side int

const (
	outerRight side = iota // odd pages
	outerLeft              // even pages
)

// footer is the page number, — 1 —, at the outer side of the page (GB/T
// 9704-2012, 7.5).
func (f *file) footer(outer side) *xml.Node {
	number := f.profile.Number
	pPr := xml.E("w:pPr", nil, val("w:pStyle", pageNumberStyle))
	if number.Align == style.Right || number.Align == style.Left {
		align, edge := "right", "w:right"
		if outer == outerLeft {
			align, edge = "left", "w:left"
		}
		pPr.Add(xml.E("w:ind", xml.A(
			edge+"Chars", integer(100*number.Inside), edge, twips(style.Length(number.Inside)*number.Size))),
			val("w:jc", align))
	}
	p := xml.E("w:p", nil, pPr)
	if number.Dashes {
		p.Add(numberRun(textElement("w:t", "— ")))
	}
	p.Add(pageField()...)
	if number.Dashes {
		p.Add(numberRun(textElement("w:t", " —")))
	}
	return xml.E("w:ftr", xml.A("xmlns:w", wordNamespace, "xmlns:r", relatedNamespace), p)
}

// pageField is the PAGE field with everything a complex field can have: WPS
// hides one without its separator or its last result.
func pageField() []*xml.Node {
	char := func(kind string) *xml.Node {
		return numberRun(xml.E("w:fldChar", xml.A("w:fldCharType", kind)))
	}
	return []*xml.Node{
		char("begin"),
		numberRun(textElement("w:instrText", " PAGE ")),
		char("separate"),
		numberRun(textElement("w:t", "1")),
		char("end"),
	}
}

func numberRun(content *xml.Node) *xml.Node {
	return xml.E("w:r", nil, xml.E("w:rPr", nil, xml.E("w:rFonts", xml.A("w:hint", "eastAsia"))), content)
}
