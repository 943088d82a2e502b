package docx

import (
	"strconv"

	"banwen/internal/render/docx/xml"
	"banwen/internal/style"
)

// The namespaces of the document's parts.
const (
	wordNamespace    = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	relatedNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	inlineNamespace  = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
	drawingNamespace = "http://schemas.openxmlformats.org/drawingml/2006/main"
	chartNamespace   = "http://schemas.openxmlformats.org/drawingml/2006/chart"
	pictureNamespace = "http://schemas.openxmlformats.org/drawingml/2006/picture"
)

// val is an element with a w:val, of which WordprocessingML has many.
func val(name, value string) *xml.Node { return xml.E(name, xml.A("w:val", value)) }

// on and off are switches.
func on(name string) *xml.Node  { return xml.E(name, nil) }
func off(name string) *xml.Node { return val(name, "0") }

// optional is the element where cond holds, else none.
func optional(cond bool, n *xml.Node) *xml.Node {
	if !cond {
		return nil
	}
	return n
}

func integer(n int) string { return strconv.Itoa(n) }

// twips is a length in twips (1/20 pt), the unit of WordprocessingML's measures.
func twips(l style.Length) string { return strconv.FormatInt(l.Twips(), 10) }

// emu is a length in EMU, the unit of DrawingML's measures.
func emu(l style.Length) string { return strconv.FormatInt(int64(l), 10) }

// exactly is line spacing of a pitch that nothing on the line can change.
func exactly(pitch style.Length) xml.Attrs {
	return xml.A("w:line", twips(pitch), "w:lineRule", "exact")
}
