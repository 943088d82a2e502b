package docx

import (
	"banwen/internal/render/docx/xml"
	"banwen/internal/style"
)

// The ids of the styles. Their names, which clerks see, are in styles; those
// of Word's own are English in the file and Chinese on the screen. No name
// may be one that Word translates its own to, as 页码.
const (
	normalStyle     = "Normal"
	bodyStyle       = "OfficialBody"
	titleStyle      = "Title"
	captionStyle    = "FigureCaption"
	noteStyle       = "FigureNote"
	unitStyle       = "TableUnit"
	chartStyle      = "Figure"
	cellStyle       = "TableText"
	organStyle      = "SignatureOrgan"
	dateStyle       = "SignatureDate"
	pageNumberStyle = "PageNumberLine"
	runInStyle      = "RunInBody"
	missingStyle    = "MissingFigure"
	tableStyle      = "OfficialTable"
)

// headingStyle is the id of a heading's style by level from 0. Word, WPS and
// LibreOffice know headings by these.
func headingStyle(level int) string { return "Heading" + integer(level+1) }

// smallest is a height that is as good as none.
const smallest = style.Pt

// missingFill marks figures that are not there yet.
const missingFill = "FFFF00"

// styles is the style part (clause 17.7).
func (f *file) styles() *xml.Node {
	p := f.profile
	all := xml.E("w:styles", xml.A("xmlns:w", wordNamespace), f.defaults(), latentStyles(), f.normal())
	all.Add(f.textStyle(titleStyle, "Title", bodyStyle, p.TitleText))
	for level := range p.Headings {
		all.Add(f.headingStyle(level))
	}
	all.Add(
		f.textStyle(bodyStyle, "公文正文", bodyStyle, p.Body),
		f.textStyle(organStyle, "落款署名", dateStyle, aligned(p.Signature.Text, style.Left), on("w:keepNext")),
		f.textStyle(dateStyle, "成文日期", dateStyle, aligned(p.Signature.Text, style.Left)),
		f.chartParagraph(),
		f.textStyle(captionStyle, "图表标题", bodyStyle, p.Caption),
		f.smallPrint(unitStyle, "表格单位", cellStyle, aligned(p.Note, style.Right), "w:before", on("w:keepNext")),
		f.smallPrint(noteStyle, "图表注", bodyStyle, p.Note, "w:after"),
		f.textStyle(cellStyle, "表格文字", cellStyle, f.cellText()),
		f.textStyle(pageNumberStyle, "公文页码", pageNumberStyle, p.Number.Text))
	all.Add(f.formalStyles()...)
	all.Add(
		namedStyle("character", "DefaultParagraphFont", "Default Paragraph Font", "w:default"),
		characterStyle(runInStyle, "接排正文", xml.E("w:rFonts", f.fontAttrs(p.Body.Face)),
			val("w:spacing", f.tightening(p.Body)), val("w:sz", halfPoints(p.Body)), val("w:szCs", halfPoints(p.Body))),
		characterStyle(missingStyle, "待补", xml.E("w:shd", xml.A("w:val", "clear", "w:color", "auto", "w:fill", missingFill))),
		normalTable(),
		f.officialTable(),
		namedStyle("numbering", "NoList", "No List", "w:default"))
	f.takeOver(all)
	return all
}

// defaults are what holds where no style says otherwise.
func (f *file) defaults() *xml.Node {
	body := f.profile.Body
	return xml.E("w:docDefaults", nil,
		xml.E("w:rPrDefault", nil, xml.E("w:rPr", nil,
			xml.E("w:rFonts", f.fontAttrs(body.Face)),
			val("w:sz", halfPoints(body)), val("w:szCs", halfPoints(body)),
			xml.E("w:lang", xml.A("w:val", "en-US", "w:eastAsia", f.language(), "w:bidi", "ar-SA")))),
		xml.E("w:pPrDefault", nil))
}

// latentStyles keeps Word's hundreds of unused styles out of its lists.
func latentStyles() *xml.Node {
	return xml.E("w:latentStyles", xml.A("w:defLockedState", "0", "w:defUIPriority", "99",
		"w:defSemiHidden", "1", "w:defUnhideWhenUsed", "1", "w:defQFormat", "0", "w:count", "376"))
}

// normal is the style all others stand on: lines set to the pitch and not to
// Word's grid, no space between Chinese characters and digits, 禁则 on, no
// lone first or last line. Punctuation may hang: LibreOffice reads that
// switch the other way round, and paints no mark that hangs there (see
// docs/decisions/007-hanging-punctuation.md).
func (f *file) normal() *xml.Node {
	body := f.profile.Body
	pPr := xml.E("w:pPr", nil,
		on("w:widowControl"), on("w:kinsoku"), on("w:wordWrap"), on("w:overflowPunct"),
		off("w:autoSpaceDE"), off("w:autoSpaceDN"), off("w:adjustRightInd"), off("w:snapToGrid"),
		xml.E("w:spacing", exactly(body.Pitch)), val("w:jc", justification(body.Align)))
	rPr := xml.E("w:rPr", nil, val("w:spacing", f.tightening(body)))
	n := namedStyle("paragraph", normalStyle, "Normal", "w:default")
	n.Add(val("w:uiPriority", "1"), pPr, rPr)
	return n
}

// headingStyle is the style of the headings of a level from 0.
func (f *file) headingStyle(level int) *xml.Node {
	h := f.profile.Headings[level]
	n := styleStart(headingStyle(level), "heading "+integer(level+1), bodyStyle)
	pPr := f.textProperties(h.Text, optional(!h.RunIn, on("w:keepNext")))
	pPr.Add(val("w:outlineLvl", integer(level)))
	n.Add(pPr, f.textRunProperties(h.Text))
	return n
}

// textStyle is a paragraph style for one kind of text; switches stand where
// the schema has keepNext and keepLines.
func (f *file) textStyle(id, name, next string, t style.Text, switches ...*xml.Node) *xml.Node {
	n := styleStart(id, name, next)
	n.Add(f.textProperties(t, switches...), f.textRunProperties(t))
	return n
}

// nearness is the part of its pitch by which small print stands nearer to
// its chart or table than to the text.
const nearness = 5

// smallPrint is the style of a text that belongs to a chart or table; away
// names the side of the text around it. Its line and the space on that side
// make a whole line of the grid.
func (f *file) smallPrint(id, name, next string, t style.Text, away string, switches ...*xml.Node) *xml.Node {
	gap := t.Pitch / nearness
	t.Pitch -= gap
	n := styleStart(id, name, next)
	n.Add(f.spacedProperties(t, append(xml.A(away, twips(gap)), exactly(t.Pitch)...), switches), f.textRunProperties(t))
	return n
}

// textProperties are a text's paragraph properties.
func (f *file) textProperties(t style.Text, switches ...*xml.Node) *xml.Node {
	return f.spacedProperties(t, exactly(t.Pitch), switches)
}

func (f *file) spacedProperties(t style.Text, spacing xml.Attrs, switches []*xml.Node) *xml.Node {
	pPr := xml.E("w:pPr", nil, switches...)
	pPr.Add(xml.E("w:spacing", spacing), f.firstLine(t), val("w:jc", justification(t.Align)))
	return pPr
}

// firstLine is the indent of the first line; nil for none. LibreOffice heeds
// the measure, Word and WPS the number of characters, which follows the size
// when somebody changes it.
func (f *file) firstLine(t style.Text) *xml.Node {
	return optional(t.Indent > 0, xml.E("w:ind", xml.A(
		"w:firstLineChars", integer(100*t.Indent), "w:firstLine", twips(style.Length(t.Indent)*f.cell(t)))))
}

// textRunProperties are a text's run properties.
func (f *file) textRunProperties(t style.Text) *xml.Node {
	return xml.E("w:rPr", nil, xml.E("w:rFonts", f.fontAttrs(t.Face)),
		val("w:spacing", f.tightening(t)), val("w:sz", halfPoints(t)), val("w:szCs", halfPoints(t)))
}

// chartParagraph is the style of the paragraph a chart stands in. Its lines
// grow with what is on them, for exact ones would cut the chart off; its own
// text is so small that it adds nothing to the chart's height.
func (f *file) chartParagraph() *xml.Node {
	n := styleStart(chartStyle, "图表", captionStyle)
	n.Add(xml.E("w:pPr", nil, on("w:keepNext"), on("w:keepLines"),
		xml.E("w:spacing", xml.A("w:line", "240", "w:lineRule", "auto")), val("w:jc", "center")),
		xml.E("w:rPr", nil, val("w:spacing", "0"), val("w:sz", "2"), val("w:szCs", "2")))
	return n
}

// namedStyle is a style with a name alone; further attributes are set to 1.
func namedStyle(kind, id, name string, switches ...string) *xml.Node {
	attrs := xml.A("w:type", kind)
	for _, s := range switches {
		attrs = append(attrs, s, "1")
	}
	return xml.E("w:style", append(attrs, "w:styleId", id), val("w:name", name))
}

// styleStart is a paragraph style up to its properties. Those of Word's own
// have English names; the others are said to be custom.
func styleStart(id, name, next string) *xml.Node {
	var switches []string
	if isEastAsian(name) {
		switches = append(switches, "w:customStyle")
	}
	n := namedStyle("paragraph", id, name, switches...)
	n.Add(val("w:basedOn", normalStyle), val("w:next", next), val("w:uiPriority", "2"), on("w:qFormat"))
	return n
}

func characterStyle(id, name string, properties ...*xml.Node) *xml.Node {
	n := namedStyle("character", id, name, "w:customStyle")
	n.Add(val("w:uiPriority", "3"), on("w:qFormat"), xml.E("w:rPr", nil, properties...))
	return n
}

// cell is the width of a full-width character: that of the grid where a text
// has the body's size, else its own size.
func (f *file) cell(t style.Text) style.Length {
	if t.Size == f.profile.Body.Size {
		return f.profile.CharacterCell()
	}
	return t.Size
}

// tightening is the spacing of a text's full-width characters.
func (f *file) tightening(t style.Text) string {
	return integer(int(f.profile.Tightening(t) / style.Twip))
}

func halfPoints(t style.Text) string { return integer(int(t.Size.HalfPoints())) }

func aligned(t style.Text, a style.Align) style.Text {
	t.Align = a
	return t
}

// justification is an alignment's name in w:jc.
func justification(a style.Align) string {
	switch a {
	case style.Left:
		return "left"
	case style.Center:
		return "center"
	case style.Right:
		return "right"
	default:
		return "both"
	}
}
