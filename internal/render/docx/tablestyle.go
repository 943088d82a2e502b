package docx

import (
	"banwen/internal/render/docx/xml"
	"banwen/internal/style"
)

// cellMargin is the space between a cell's text and its left and right edges.
const cellMargin = 3 * style.Mm / 2

// normalTable is the table style that Word expects all others to stand on.
func normalTable() *xml.Node {
	n := namedStyle("table", "TableNormal", "Normal Table", "w:default")
	n.Add(val("w:uiPriority", "99"), on("w:semiHidden"), on("w:unhideWhenUsed"), xml.E("w:tblPr", nil,
		xml.E("w:tblInd", tableWidth("0")),
		cellMargins()))
	return n
}

// officialTable is the style of the document's tables: thin rules all round,
// text in the middle of its row.
func (f *file) officialTable() *xml.Node {
	n := namedStyle("table", tableStyle, "公文表格", "w:customStyle")
	borders := xml.E("w:tblBorders", nil)
	for _, edge := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		borders.Add(xml.E("w:"+edge, xml.A("w:val", "single", "w:sz", "4", "w:space", "0", "w:color", "000000")))
	}
	n.Add(val("w:basedOn", "TableNormal"), val("w:uiPriority", "2"), on("w:qFormat"),
		xml.E("w:tblPr", nil, borders, cellMargins()),
		xml.E("w:tcPr", nil, val("w:vAlign", "center")))
	return n
}

func cellMargins() *xml.Node {
	return xml.E("w:tblCellMar", nil,
		xml.E("w:top", tableWidth("0")), xml.E("w:left", tableWidth(twips(cellMargin))),
		xml.E("w:bottom", tableWidth("0")), xml.E("w:right", tableWidth(twips(cellMargin))))
}

// tableWidth is a table width in twips.
func tableWidth(w string) xml.Attrs { return xml.A("w:w", w, "w:type", "dxa") }

// cellText is how the text of a cell is set: closer than the rows, which have
// the pitch as their least height with the text in the middle, for no program
// puts the text in the middle of an exact line.
func (f *file) cellText() style.Text {
	t := f.profile.Table
	t.Pitch = min(t.Pitch, t.Size*13/10)
	return t
}
