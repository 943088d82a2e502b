package chartml

import (
	"banwen/internal/render/docx/xml"
	"banwen/internal/style"
)

// turn is how a text stands: in 60000ths of a degree, clockwise.
type turn string

const (
	horizontal turn = "0"
	upwards    turn = "-5400000"
)

// textProperties is how the texts of an element are set. A turn given as 0
// keeps LibreOffice from turning long names of categories by 45°.
func (w *writer) textProperties(t turn, color string) *xml.Node {
	return w.looks(xml.A("rot", string(t), "vert", "horz"), color)
}

// labelProperties are textProperties of labels that are not broken into lines.
func (w *writer) labelProperties(t turn, color string) *xml.Node {
	return w.looks(xml.A("rot", string(t), "vert", "horz", "wrap", "none"), color)
}

func (w *writer) looks(body xml.Attrs, color string) *xml.Node {
	return xml.E("c:txPr", nil, xml.E("a:bodyPr", body), xml.E("a:lstStyle", nil),
		xml.E("a:p", nil, xml.E("a:pPr", nil, w.characters("a:defRPr", color)), xml.E("a:endParaRPr", xml.A("lang", "zh-CN"))))
}

// characters is how characters look. The Western face is the Chinese one too:
// else quotes change their face.
func (w *writer) characters(name, color string) *xml.Node {
	attrs := xml.A("sz", integer(int(w.Size*100/style.Pt)), "b", "0")
	if name == "a:rPr" {
		attrs = append(xml.A("lang", "zh-CN", "altLang", "en-US"), attrs...)
	}
	return xml.E(name, attrs, solid(color),
		xml.E("a:latin", xml.A("typeface", w.Face)),
		xml.E("a:ea", xml.A("typeface", w.Face)),
		xml.E("a:cs", xml.A("typeface", w.Face)))
}

// rich is a text with its looks, a paragraph a line. It does not wrap and has
// no margins: its box is as large as the text.
func (w *writer) rich(lines ...string) *xml.Node {
	rich := xml.E("c:rich", nil,
		xml.E("a:bodyPr", xml.A("rot", "0", "vert", "horz", "wrap", "none",
			"lIns", "0", "tIns", "0", "rIns", "0", "bIns", "0"), xml.E("a:spAutoFit", nil)),
		xml.E("a:lstStyle", nil))
	for _, line := range lines {
		rich.Add(xml.E("a:p", nil,
			xml.E("a:pPr", nil, w.characters("a:defRPr", black)),
			xml.E("a:r", nil, w.characters("a:rPr", black), xml.E("a:t", nil, xml.T(line)))))
	}
	return xml.E("c:tx", nil, rich)
}
