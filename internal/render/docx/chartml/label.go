package chartml

import (
	"banwen/internal/chart"
	"banwen/internal/render/docx/sheet"
	"banwen/internal/render/docx/xml"
	"banwen/internal/style"

	"github.com/shopspring/decimal"
)

// label is how the label of one point looks.
type label struct {
	code        string       // the number format that makes the label of the value
	lines       string       // the label itself, \n between its lines, where no format makes it
	position    string       // of c:dLblPos; empty where the kind of chart has none
	turn        turn         // horizontal or upwards
	color       string       // of the text
	right, down style.Length // how far it is moved from its position
}

// usualLabel is the label of a point whose value stands in a cell; unit
// follows labels that are bare numbers.
func usualLabel(c sheet.Cell, text, unit, position string) label {
	l := label{position: position, turn: horizontal, color: black}
	if number(text) == text {
		text += unit
	}
	if v, err := decimal.NewFromString(c.Value); err == nil {
		if code, ok := numberFormat(v, text); ok {
			l.code = code
			return l
		}
	}
	l.lines = text
	return l
}

// labels writes a series' labels: what the first has in common with others
// once, and each that differs. A point without a value has none.
func (w *writer) labels(column int, all []label) *xml.Node {
	cells := w.data.Columns[column].Cells
	list := xml.E("c:dLbls", nil)
	var usual *label
	for i := range all {
		switch {
		case cells[i].Value == "":
		case usual == nil && all[i].isUsual():
			usual = &all[i]
		case usual == nil || all[i] != *usual:
			list.Add(w.label(i, all[i]))
		}
	}
	if usual == nil {
		usual = &label{code: "General", turn: horizontal, color: black}
	}
	list.Add(w.look(*usual)...)
	if isRound(w.Chart) {
		list.Add(val("c:showLeaderLines", "1"),
			xml.E("c:leaderLines", nil, xml.E("c:spPr", nil, stroke(chart.LeaderColor, chart.GridWidth, ""))))
		return list
	}
	list.Add(noLeaders())
	return list
}

// isUsual says whether a label can stand for all of a series.
func (l label) isUsual() bool { return l.lines == "" && l.right == 0 && l.down == 0 }

// label is the label of one point.
func (w *writer) label(point int, l label) *xml.Node {
	n := xml.E("c:dLbl", nil, val("c:idx", integer(point)))
	if l.right != 0 || l.down != 0 {
		n.Add(w.moved(l.right, l.down))
	}
	if l.lines != "" {
		n.Add(w.rich(splitLines(l.lines)...))
	}
	n.Add(w.look(l)...)
	return n
}

// look is what labels of a series and of a point have alike.
func (w *writer) look(l label) []*xml.Node {
	var nodes []*xml.Node
	if l.code != "" {
		nodes = append(nodes, xml.E("c:numFmt", xml.A("formatCode", l.code, "sourceLinked", "0")))
	}
	nodes = append(nodes, invisible(), w.labelProperties(l.turn, l.color))
	if l.position != "" {
		nodes = append(nodes, val("c:dLblPos", l.position))
	}
	return append(nodes, shown("1")...)
}

// shown says which parts of a label are shown: the value or nothing.
func shown(value string) []*xml.Node {
	return []*xml.Node{
		val("c:showLegendKey", "0"), val("c:showVal", value), val("c:showCatName", "0"),
		val("c:showSerName", "0"), val("c:showPercent", "0"), val("c:showBubbleSize", "0"),
	}
}

// noLabels is a series without labels.
func noLabels() *xml.Node { return xml.E("c:dLbls", nil, shown("0")...) }

// noLeaders keeps LibreOffice from drawing lines over the bars to the labels
// beside them.
func noLeaders() *xml.Node {
	return xml.E("c:extLst", nil, xml.E("c:ext", xml.A(
		"uri", "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}",
		"xmlns:c15", "http://schemas.microsoft.com/office/drawing/2012/chart"),
		val("c15:showLeaderLines", "0")))
}
