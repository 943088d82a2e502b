package sheet

import (
	"bytes"
	"strconv"

	"banwen/internal/render/docx/opc"
	"banwen/internal/render/docx/xml"
)

const (
	spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	related     = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

	workbookPart  = "xl/workbook.xml"
	worksheetPart = "xl/worksheets/sheet1.xml"
	stylesPart    = "xl/styles.xml"
)

// Workbook gives the table as the bytes of an XLSX file, not compressed: it
// goes into a package that compresses.
func (t *Table) Workbook() ([]byte, error) {
	p := opc.New()
	p.Relate("", opc.OfficeRelationship+"officeDocument", workbookPart)
	p.Add(workbookPart, opc.OpenXMLContent+"spreadsheetml.sheet.main+xml", t.workbook(p).Document())
	p.Add(worksheetPart, opc.OpenXMLContent+"spreadsheetml.worksheet+xml", t.worksheet().Document())
	p.Add(stylesPart, opc.OpenXMLContent+"spreadsheetml.styles+xml", t.styles().Document())
	var b bytes.Buffer
	err := p.Write(&b, opc.Store)
	return b.Bytes(), err
}

func (t *Table) workbook(p *opc.Package) *xml.Node {
	sheet := p.Relate(workbookPart, opc.OfficeRelationship+"worksheet", worksheetPart)
	p.Relate(workbookPart, opc.OfficeRelationship+"styles", stylesPart)
	return xml.E("workbook", xml.A("xmlns", spreadsheet, "xmlns:r", related),
		xml.E("sheets", nil, xml.E("sheet", xml.A("name", Name, "sheetId", "1", "r:id", sheet))))
}

// widths of the columns in characters.
const (
	namesWidth   = "30"
	numbersWidth = "14"
)

func (t *Table) worksheet() *xml.Node {
	styles := map[string]string{}
	for i, f := range t.formats() {
		styles[f] = strconv.Itoa(i + 1)
	}
	head := xml.E("row", xml.A("r", "1"), text("A1", t.Corner))
	for i, c := range t.Columns {
		head.Add(text(letters(i+1)+"1", c.Name))
	}
	data := xml.E("sheetData", nil, head)
	for i, name := range t.Rows {
		r := strconv.Itoa(i + 2)
		row := xml.E("row", xml.A("r", r), text("A"+r, name))
		for j, c := range t.Columns {
			row.Add(number(letters(j+1)+r, c.Cells[i], styles))
		}
		data.Add(row)
	}
	return xml.E("worksheet", xml.A("xmlns", spreadsheet),
		xml.E("cols", nil,
			xml.E("col", xml.A("min", "1", "max", "1", "width", namesWidth, "customWidth", "1")),
			xml.E("col", xml.A("min", "2", "max", strconv.Itoa(max(2, len(t.Columns)+1)), "width", numbersWidth, "customWidth", "1"))),
		data)
}

// text is a cell of text; nil for none.
func text(ref, s string) *xml.Node {
	if s == "" {
		return nil
	}
	return xml.E("c", xml.A("r", ref, "t", "inlineStr"), xml.E("is", nil, xml.E("t", xml.A("xml:space", "preserve"), xml.T(s))))
}

// number is a cell of a number; nil for none.
func number(ref string, c Cell, styles map[string]string) *xml.Node {
	if c.Value == "" {
		return nil
	}
	attrs := xml.A("r", ref)
	if s, ok := styles[c.Format]; ok {
		attrs = append(attrs, "s", s)
	}
	return xml.E("c", attrs, xml.E("v", nil, xml.T(c.Value)))
}

// firstFormat is the first id of number formats of one's own (clause 18.8.30).
const firstFormat = 164

// styles holds a cell style for each number format, after the usual style 0.
func (t *Table) styles() *xml.Node {
	list := t.formats()
	count := func(n int) xml.Attrs { return xml.A("count", strconv.Itoa(n)) }
	var formats *xml.Node
	cells := xml.E("cellXfs", count(len(list)+1), xml.E("xf", xml.A("numFmtId", "0", "fontId", "0", "fillId", "0", "borderId", "0", "xfId", "0")))
	if len(list) > 0 {
		formats = xml.E("numFmts", count(len(list)))
	}
	for i, f := range list {
		id := strconv.Itoa(firstFormat + i)
		formats.Add(xml.E("numFmt", xml.A("numFmtId", id, "formatCode", f)))
		cells.Add(xml.E("xf", xml.A("numFmtId", id, "fontId", "0", "fillId", "0", "borderId", "0", "xfId", "0", "applyNumberFormat", "1")))
	}
	return xml.E("styleSheet", xml.A("xmlns", spreadsheet),
		formats,
		xml.E("fonts", count(1), xml.E("font", nil, xml.E("sz", xml.A("val", "11")), xml.E("name", xml.A("val", "宋体")), xml.E("charset", xml.A("val", "134")))),
		xml.E("fills", count(2),
			xml.E("fill", nil, xml.E("patternFill", xml.A("patternType", "none"))),
			xml.E("fill", nil, xml.E("patternFill", xml.A("patternType", "gray125")))),
		xml.E("borders", count(1), xml.E("border", nil, xml.E("left", nil), xml.E("right", nil), xml.E("top", nil), xml.E("bottom", nil), xml.E("diagonal", nil))),
		xml.E("cellStyleXfs", count(1), xml.E("xf", xml.A("numFmtId", "0", "fontId", "0", "fillId", "0", "borderId", "0"))),
		cells,
		xml.E("cellStyles", count(1), xml.E("cellStyle", xml.A("name", "Normal", "xfId", "0", "builtinId", "0"))))
}
