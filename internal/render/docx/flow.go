package docx

import "banwen/internal/render/docx/xml"

// flow is what stands in the body, in order: paragraphs and tables, in
// sections of upright pages and of pages turned on their side.
type flow struct {
	f      *file
	nodes  []*xml.Node
	turned bool // the section being written is turned on its side
	fresh  bool // nothing stands in it yet
}

// add appends paragraphs and tables. Two tables that touch would become one.
func (w *flow) add(nodes ...*xml.Node) {
	for _, n := range nodes {
		if isTable(n) && w.endsInTable() {
			w.nodes = append(w.nodes, spacer())
		}
		w.nodes = append(w.nodes, n)
		w.fresh = false
	}
}

// turn begins a section of pages that are turned on their side or upright,
// unless these are. A section's page stands in its last paragraph
// (ECMA-376 part 1, clause 17.6.18).
func (w *flow) turn(turned bool) {
	if w.turned == turned {
		return
	}
	if len(w.nodes) > 0 {
		if !w.holds() {
			w.nodes = append(w.nodes, spacer())
		}
		w.nodes[len(w.nodes)-1].First().Add(w.f.section(w.turned))
	}
	w.turned, w.fresh = turned, true
}

// end closes the body, which must not end in a table, with the last section's page.
func (w *flow) end() []*xml.Node {
	if !w.holds() {
		w.nodes = append(w.nodes, spacer())
	}
	return append(w.nodes, w.f.section(w.turned))
}

func (w *flow) endsInTable() bool {
	return len(w.nodes) > 0 && isTable(w.nodes[len(w.nodes)-1])
}

// holds tells whether the last paragraph can hold what closes a section: a
// table cannot, nor a paragraph whose mark is new or gone, and may go with it.
func (w *flow) holds() bool {
	if len(w.nodes) == 0 {
		return true
	}
	last := w.nodes[len(w.nodes)-1]
	return !isTable(last) && !isMarkChanged(last)
}

func isTable(n *xml.Node) bool { return n.Name() == "w:tbl" }

// spacer is a paragraph that takes no room to speak of.
func spacer() *xml.Node {
	return xml.E("w:p", nil, xml.E("w:pPr", nil,
		xml.E("w:spacing", exactly(smallest)),
		xml.E("w:rPr", nil, val("w:sz", "2"), val("w:szCs", "2"))))
}
