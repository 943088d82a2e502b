package docx

import (
	"slices"

	"banwen/internal/chart"
	"banwen/internal/doc"
	"banwen/internal/render/docx/xml"
	"banwen/internal/style"
)

// imprint is 版记 (GB/T 9704-2012, 7.4): a table whose last rule is on the
// bottom edge of the last page's type area (7.4.1), with 抄送 in a row and
// 印发机关 and 印发日期 in another. It floats (ECMA-376 part 1, clause
// 17.4.57) at the foot of the paper, and a row without rules fills the margin
// there: LibreOffice 7.4 floats a table as wide as the type area only when it
// is anchored to the paper. So it grows upwards where someone adds to it.
func (f *file) imprint() *xml.Node {
	set, i := f.profile.Imprint, f.document.Imprint
	width := f.profile.Page.TextWidth
	date, whole := i.Issued(), i.Change()
	inside := style.Length(set.Inside) * f.cell(set.Text)
	right := min(width/2, chart.EstimateWidth(doc.Text(date), "", f.cell(set.Text))+2*inside)
	left := width - right

	tbl := xml.E("w:tbl", nil,
		xml.E("w:tblPr", nil,
			xml.E("w:tblpPr", xml.A("w:leftFromText", "0", "w:rightFromText", "0",
				"w:vertAnchor", "page", "w:horzAnchor", "page", "w:tblpX", twips(f.profile.Page.Left), "w:tblpYSpec", "bottom")),
			xml.E("w:tblW", tableWidth(twips(width))),
			f.imprintRules(),
			xml.E("w:tblLayout", xml.A("w:type", "fixed")),
			imprintMargins(),
			val("w:tblLook", "0600")),
		xml.E("w:tblGrid", nil,
			xml.E("w:gridCol", xml.A("w:w", twips(left))), xml.E("w:gridCol", xml.A("w:w", twips(right)))))
	if len(i.CopyTo) > 0 {
		tbl.Add(f.imprintRow(doc.WholeChange(i.CopyTo), imprintCell(width, 2, f.copyTo(inside))))
	}
	tbl.Add(f.imprintRow(whole,
		imprintCell(left, 1, f.paragraph(imprintStyle, issuerPart, f.plain(i.Issuer), indents(inside, 0, 0), f.paragraphMark(whole))),
		imprintCell(right, 1, f.paragraph(imprintStyle, issuedPart, f.plain(date), indents(0, inside, 0), val("w:jc", "right"), f.paragraphMark(whole)))))
	tbl.Add(f.imprintFoot(width, whole))
	return tbl
}

// copyTo is 抄送机关 (7.4.2); its further lines begin under the first organ.
func (f *file) copyTo(inside style.Length) *xml.Node {
	before, organs := f.document.Imprint.CopyToLine()
	word := chart.EstimateWidth(doc.Text(before), "", f.cell(f.profile.Imprint.Text))
	return f.paragraph(imprintStyle, copyToPart, f.plain(slices.Concat(before, organs)),
		indents(inside+word, inside, word), f.paragraphMark(doc.WholeChange(organs)))
}

// imprintRules are the rules over, under and between the rows (7.4.1).
func (f *file) imprintRules() *xml.Node {
	set := f.profile.Imprint
	return xml.E("w:tblBorders", nil,
		rule("top", set.Outer, 0, black), noRule("left"), rule("bottom", set.Outer, 0, black), noRule("right"),
		rule("insideH", set.Inner, 0, black), noRule("insideV"))
}

// imprintFoot is the row that fills the margin under the type area.
func (f *file) imprintFoot(width style.Length, whole doc.Change) *xml.Node {
	height := xml.E("w:trHeight", xml.A("w:val", twips(f.profile.Page.Bottom()), "w:hRule", "exact"))
	borders := xml.E("w:tcBorders", nil, rule("top", f.profile.Imprint.Outer, 0, black), noRule("bottom"))
	return xml.E("w:tr", nil, xml.E("w:trPr", nil, on("w:cantSplit"), height, f.rowMark(whole)),
		xml.E("w:tc", nil, xml.E("w:tcPr", nil, xml.E("w:tcW", tableWidth(twips(width))), val("w:gridSpan", "2"), borders), spacer()))
}

func imprintMargins() *xml.Node {
	none := tableWidth("0")
	return xml.E("w:tblCellMar", nil, xml.E("w:top", none), xml.E("w:left", none), xml.E("w:bottom", none), xml.E("w:right", none))
}

func (f *file) imprintRow(change doc.Change, cells ...*xml.Node) *xml.Node {
	row := xml.E("w:tr", nil, xml.E("w:trPr", nil, on("w:cantSplit"), f.rowMark(change)))
	row.Add(cells...)
	return row
}

func imprintCell(width style.Length, columns int, p *xml.Node) *xml.Node {
	return xml.E("w:tc", nil, xml.E("w:tcPr", nil, xml.E("w:tcW", tableWidth(twips(width))),
		optional(columns > 1, val("w:gridSpan", integer(columns)))), p)
}

// indents are a paragraph's spaces at both edges, and how far its first line
// begins left of the others.
func indents(left, right, hanging style.Length) *xml.Node {
	attrs := xml.A("w:left", twips(left), "w:right", twips(right))
	if hanging > 0 {
		attrs = append(attrs, "w:hanging", twips(hanging))
	}
	return xml.E("w:ind", attrs)
}
