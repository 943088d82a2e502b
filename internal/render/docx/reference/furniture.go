package reference

import (
	"cmp"
	"fmt"
	"strings"

	"banwen/internal/render/docx/xml"
)

// readFurniture reads the headers and footers that a section names.
func (r *reader) readFurniture(section *element) error {
	r.ref.OtherOne = section.child("w:titlePg") != nil && !isOff(section.child("w:titlePg").attr("w:val"))
	twoSided, err := r.isTwoSided()
	if err != nil {
		return err
	}
	for _, e := range section.children {
		var to *Furniture
		switch e.name {
		case "w:headerReference":
			to = &r.ref.Headers
		case "w:footerReference":
			to = &r.ref.Footers
		default:
			continue
		}
		part := r.relations[e.attr("r:id")]
		if part.target == "" {
			continue
		}
		root, err := r.archive.parse(part.target)
		if err != nil {
			return err
		}
		paragraphs := r.paragraphs(root, part.kind)
		switch kind := e.attr("w:type"); {
		case kind == "first" && r.ref.OtherOne:
			to.First = paragraphs
		case kind == "even" && twoSided:
			to.Even = paragraphs
		case kind == "default":
			to.Default = paragraphs
		}
	}
	for _, f := range []*Furniture{&r.ref.Headers, &r.ref.Footers} {
		if !twoSided {
			f.Even = f.Default
		}
	}
	return nil
}

// isTwoSided tells whether even pages have headers and footers of their own.
func (r *reader) isTwoSided() (bool, error) {
	name := r.relations.first("settings")
	if name == "" {
		return false, nil
	}
	settings, err := r.archive.parse(name)
	if err != nil {
		return false, err
	}
	e := settings.child("w:evenAndOddHeaders")
	return e != nil && !isOff(e.attr("w:val")), nil
}

func isOff(v string) bool { return v == "0" || v == "false" || v == "off" }

// furnitureNames name the kinds of part.
var furnitureNames = map[string]string{"header": "页眉", "footer": "页脚"}

// paragraphs gives a header's or footer's paragraphs, made anew of what is
// known; nil where nothing of it is left to print.
func (r *reader) paragraphs(root *element, kind string) []*xml.Node {
	w := furnitureWriter{reader: r, called: furnitureNames[kind]}
	w.blocks(root.children)
	if !w.printed {
		return nil
	}
	return w.nodes
}

// furnitureWriter writes the paragraphs of one part.
type furnitureWriter struct {
	*reader
	called  string
	nodes   []*xml.Node
	printed bool // there is something to see
}

// wrappers stand around paragraphs or runs and add nothing that is taken over.
var wrappers = map[string]bool{
	"w:sdt": true, "w:sdtContent": true, "w:smartTag": true, "w:ins": true, "w:hyperlink": true, "w:customXml": true,
}

// silent are elements that print nothing by themselves.
var silent = map[string]bool{
	"w:pPr": true, "w:rPr": true, "w:sdtPr": true, "w:sdtEndPr": true, "w:bookmarkStart": true, "w:bookmarkEnd": true, "w:proofErr": true,
	"w:lastRenderedPageBreak": true, "w:permStart": true, "w:permEnd": true, "w:del": true, "w:customXmlPr": true, "w:smartTagPr": true,
}

func (w *furnitureWriter) blocks(children []*element) {
	for _, e := range children {
		switch {
		case e.name == "w:p":
			w.paragraph(e)
		case wrappers[e.name]:
			w.blocks(e.children)
		case !silent[e.name]:
			w.leaveContent(e)
		}
	}
}

// leaveContent notes something that cannot be taken over.
func (w *furnitureWriter) leaveContent(e *element) {
	what := "图片、文本框等"
	if e.name == "w:tbl" {
		what = "表格"
	}
	w.leave(fmt.Sprintf("%s里的%s", w.called, what))
}

// paragraph writes a paragraph with all that its style says, for the style
// itself is not taken over.
func (w *furnitureWriter) paragraph(p *element) {
	properties := p.child("w:pPr")
	id := cmp.Or(properties.child("w:pStyle").attr("w:val"), w.styles.normal)
	paragraph, run := w.styles.of(id)
	paragraph.add(properties, knownParagraph)
	if paragraph["w:spacing"]["w:line"] == "" { // else the body's exact pitch would hold
		paragraph.join("w:spacing", map[string]string{"w:line": "240", "w:lineRule": "auto"})
	}
	if paragraph["w:jc"] == nil {
		paragraph.join("w:jc", map[string]string{"w:val": "left"})
	}
	pPr := xml.E("w:pPr", nil, borders(w.styles.nearest(properties, id, "w:pBdr")), tabs(w.styles.nearest(properties, id, "w:tabs")))
	pPr.Add(paragraph.nodes(knownParagraph)...)
	node := xml.E("w:p", nil, pPr)
	line := lineWriter{furnitureWriter: w, base: w.styles.withDefaults(run)}
	line.runs(p.children)
	node.Add(line.nodes...)
	w.nodes = append(w.nodes, node)
}

// usualSize is the size of type, in half-points, that holds where nothing in
// a file names one (ECMA-376 part 1, 17.3.2.38).
const usualSize = "20"

// withDefaults gives a style's run properties over the file's defaults.
func (s styleSheet) withDefaults(run properties) properties {
	all := properties{}
	all.join("w:sz", map[string]string{"w:val": usualSize})
	for _, p := range []properties{s.defaults, run} {
		for name, attrs := range p {
			all.join(name, attrs)
		}
	}
	return all
}

// borders are a paragraph's rules, as under a header.
func borders(e *element) *xml.Node {
	if e == nil {
		return nil
	}
	node, any := xml.E("w:pBdr", nil), false
	for _, side := range []string{"w:top", "w:left", "w:bottom", "w:right"} {
		s := e.child(side)
		if s == nil || !borderKind(s.attr("w:val")) || !within(0, 96)(s.attr("w:sz")) {
			continue
		}
		attrs := xml.A("w:val", s.attr("w:val"), "w:sz", s.attr("w:sz"))
		if v := s.attr("w:space"); within(0, 31)(v) {
			attrs = append(attrs, "w:space", v)
		}
		if v := s.attr("w:color"); color(v) {
			attrs = append(attrs, "w:color", v)
		}
		node.Add(xml.E(side, attrs))
		any = true
	}
	if !any {
		return nil
	}
	return node
}

var borderKind = oneOf("single", "thick", "double", "dotted", "dashed", "thinThickSmallGap", "thickThinSmallGap", "thinThickMediumGap", "thickThinMediumGap")

// tabs are a paragraph's tab stops.
func tabs(e *element) *xml.Node {
	if e == nil {
		return nil
	}
	node, any := xml.E("w:tabs", nil), false
	for _, t := range e.children {
		if t.name == "w:tab" && tabKind(t.attr("w:val")) && within(-31680, 31680)(t.attr("w:pos")) {
			node.Add(xml.E("w:tab", xml.A("w:val", t.attr("w:val"), "w:pos", t.attr("w:pos"))))
			any = true
		}
	}
	if !any {
		return nil
	}
	return node
}

var tabKind = oneOf("clear", "left", "center", "right", "decimal")

// lineWriter writes the runs of one paragraph.
type lineWriter struct {
	*furnitureWriter
	base  properties // what the paragraph's style says of its runs
	nodes []*xml.Node

	// A field in the making: fields stand in each other, and only the
	// outermost is written, if it may be.
	depth       int
	instruction strings.Builder
	inResult    bool
	result      []*xml.Node
	look        []*xml.Node // properties of its first run
}

func (l *lineWriter) runs(children []*element) {
	for _, e := range children {
		switch {
		case e.name == "w:r":
			l.run(e)
		case e.name == "w:fldSimple":
			l.simpleField(e)
		case wrappers[e.name]:
			l.runs(e.children)
		case !silent[e.name]:
			l.leaveContent(e)
		}
	}
}

// properties are those of a run: its own over those of its styles.
func (l *lineWriter) properties(r *element) []*xml.Node {
	p := properties{}
	for name, attrs := range l.base {
		p.join(name, attrs)
	}
	own := r.child("w:rPr")
	_, character := l.styles.of(own.child("w:rStyle").attr("w:val"))
	for name, attrs := range character {
		p.join(name, attrs)
	}
	p.add(own, knownRun)
	if p["w:spacing"] == nil { // else the body's tightening would hold
		p.join("w:spacing", map[string]string{"w:val": "0"})
	}
	return p.nodes(knownRun)
}

func (l *lineWriter) run(r *element) {
	look := l.properties(r)
	for _, e := range r.children {
		switch e.name {
		case "w:t":
			l.put(look, xml.E("w:t", xml.A("xml:space", "preserve"), xml.T(e.text)), strings.TrimSpace(e.text) != "")
		case "w:tab", "w:noBreakHyphen":
			l.put(look, xml.E(e.name, nil), false)
		case "w:br", "w:cr":
			l.put(look, xml.E("w:br", nil), false)
		case "w:instrText":
			if l.depth == 1 && !l.inResult {
				l.instruction.WriteString(e.text)
			}
		case "w:fldChar":
			l.fieldChar(e.attr("w:fldCharType"), look)
		default:
			if !silent[e.name] {
				l.leaveContent(e)
			}
		}
	}
}

// put writes a run, or keeps it while it is the result of a field.
func (l *lineWriter) put(look []*xml.Node, content *xml.Node, seen bool) {
	if l.depth > 0 && !l.inResult {
		return // part of an instruction
	}
	l.printed = l.printed || seen
	run := newRun(look, content)
	if l.depth > 0 {
		l.result = append(l.result, run)
		return
	}
	l.nodes = append(l.nodes, run)
}

func newRun(look []*xml.Node, content *xml.Node) *xml.Node {
	rPr := xml.E("w:rPr", nil, look...)
	return xml.E("w:r", nil, rPr, content)
}

func (l *lineWriter) fieldChar(kind string, look []*xml.Node) {
	switch kind {
	case "begin":
		if l.depth++; l.depth == 1 {
			l.instruction.Reset()
			l.inResult, l.result, l.look = false, nil, look
		}
	case "separate":
		l.inResult = l.inResult || l.depth == 1
	case "end":
		if l.depth == 0 {
			return
		}
		if l.depth--; l.depth == 0 {
			l.field()
		}
	}
}

func (l *lineWriter) simpleField(e *element) {
	if l.depth > 0 {
		return
	}
	l.depth, l.inResult, l.result, l.look = 1, true, nil, nil
	l.instruction.Reset()
	l.instruction.WriteString(e.attr("w:instr"))
	if first := e.child("w:r"); first != nil {
		l.look = l.properties(first)
	}
	l.runs(e.children)
	l.depth = 0
	l.field()
}

// pageFields are the fields that are written again; all others keep what they
// show, for a field can fetch files.
var pageFields = map[string]bool{"PAGE": true, "NUMPAGES": true, "SECTIONPAGES": true}

// field writes the field that has ended.
func (l *lineWriter) field() {
	words := strings.Fields(l.instruction.String())
	if len(words) == 0 || !pageFields[strings.ToUpper(words[0])] {
		l.nodes = append(l.nodes, l.result...)
		return
	}
	l.printed = true
	char := func(kind string) *xml.Node {
		return newRun(l.look, xml.E("w:fldChar", xml.A("w:fldCharType", kind)))
	}
	l.nodes = append(l.nodes, char("begin"),
		newRun(l.look, xml.E("w:instrText", xml.A("xml:space", "preserve"), xml.T(" "+strings.ToUpper(words[0])+" "))),
		char("separate"), newRun(l.look, xml.E("w:t", nil, xml.T("1"))), char("end"))
}
