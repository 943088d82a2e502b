// Package mark puts into a draft's document the marks of what stands wrong in
// it, so that nobody who reads it on paper overlooks them. It changes the
// document tree and nothing else; renderers show the marks as they show
// figures that are 待补.
package mark

import (
	"slices"
	"unicode/utf8"

	"banwen/internal/doc"
	"banwen/internal/finding"
)

// The marks, behind what they speak of.
const (
	wrongFigure = "【不符】"
	wrongWords  = "【有误】"
)

// Errors marks in d what findings say is an error: the figures that do not
// agree (only the wrong one where it is known which), and words of the text.
// The title is never marked: its lines are broken already.
func Errors(d *doc.Document, findings []finding.Finding) {
	m := marker{figures: map[string]bool{}}
	for _, f := range findings {
		switch {
		case !f.IsError():
		case f.Quote != "":
			m.words = append(m.words, f)
		case f.Suspect != "":
			m.figures[f.Suspect] = true
		default:
			for _, name := range f.Figures {
				m.figures[name] = true
			}
		}
	}
	if len(m.figures) == 0 && len(m.words) == 0 {
		return
	}
	for _, b := range d.Blocks {
		m.block(b)
	}
}

// marker is what is to be marked.
type marker struct {
	figures map[string]bool // by 工作.指标
	words   []finding.Finding
}

func (m marker) block(b doc.Block) {
	switch b := b.(type) {
	case *doc.Heading:
		b.Runs, b.Body = m.runs(b.ID, b.Runs), m.runs(b.ID, b.Body)
	case *doc.Paragraph:
		b.Runs = m.runs(b.ID, b.Runs)
	case *doc.Table:
		for _, row := range append([][]doc.Cell{b.Header}, b.Rows...) {
			for i := range row {
				row[i].Runs = m.runs(b.ID, row[i].Runs)
			}
		}
	case *doc.Chart:
		if m.inChart(b) {
			b.Title += wrongFigure
		}
	}
}

func (m marker) inChart(c *doc.Chart) bool {
	return slices.ContainsFunc(c.Series, func(s doc.Series) bool {
		return slices.ContainsFunc(s.Points, func(p doc.Point) bool { return p.Origin != nil && m.figures[p.Origin.Name] })
	})
}

// runs gives runs with the marks among them.
func (m marker) runs(node string, runs []doc.Run) []doc.Run {
	var marked []doc.Run
	for _, r := range runs {
		for {
			end, found := m.endOfWords(node, r)
			if !found {
				break
			}
			head := r
			head.Text = r.Text[:end]
			marked = append(marked, head, doc.Run{Text: wrongWords, Missing: true})
			r = r.From(end)
			if r.Text == "" {
				break
			}
		}
		if r.Text == "" {
			continue
		}
		marked = append(marked, r)
		if r.Origin != nil && m.figures[r.Origin.Name] {
			marked = append(marked, doc.Run{Text: wrongFigure, Missing: true})
		}
	}
	return marked
}

// endOfWords is where in a run the first words end that are to be marked.
func (m marker) endOfWords(node string, r doc.Run) (end int, found bool) {
	for _, f := range m.words {
		if r.Place == nil || f.Printed[0].Node != node || f.Pos.File != r.Place.File || f.Pos.Line != r.Place.Line {
			continue
		}
		from := offset(r.Text, f.Pos.Col-r.Place.Col)
		if from < 0 {
			continue
		}
		to := min(from+len(f.Quote), len(r.Text))
		if !found || to < end {
			end, found = to, true
		}
	}
	return end, found
}

// offset is the byte offset of a character of text; -1 outside of it.
func offset(text string, character int) int {
	if character < 0 || character >= utf8.RuneCountInString(text) {
		return -1
	}
	for i := range text {
		if character == 0 {
			return i
		}
		character--
	}
	return -1
}
