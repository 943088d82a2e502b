package proofread

import (
	"unicode/utf8"

	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/finding"
)

// text is a document as the rules read it.
type text struct {
	facts    Facts
	passages []*passage
}

// passage is a passage of the document with its text as one string.
type passage struct {
	doc.Passage
	index   int // in the document
	text    string
	parts   []part
	private []privateNumber // numbers of persons, in order
}

// part is one run of a passage, and the bytes of the text it is.
type part struct {
	start, end int
	run        *doc.Run
}

// isFigure tells whether the part was printed by an indicator or a period.
func (x part) isFigure() bool { return x.run.Origin != nil }

// isProse tells whether the part was typed as prose, its digits not declared.
func (x part) isProse() bool { return !x.isFigure() && !x.run.Literal && !x.run.Missing }

// read makes a text of a document.
func read(d *doc.Document, facts Facts) *text {
	t := &text{facts: facts}
	for i, p := range d.Passages() {
		made := &passage{Passage: p, index: i, text: p.Text()}
		at := 0
		for j := range p.Runs {
			end := at + len(p.Runs[j].Text)
			made.parts = append(made.parts, part{at, end, &p.Runs[j]})
			at = end
		}
		made.private = findPrivate(made.text)
		t.passages = append(t.passages, made)
	}
	return t
}

// of lists the passages of some kinds.
func (t *text) of(kinds ...doc.PassageKind) []*passage {
	var list []*passage
	for _, p := range t.passages {
		for _, k := range kinds {
			if p.Kind == k {
				list = append(list, p)
			}
		}
	}
	return list
}

// partAt is the part that holds a byte of the text.
func (p *passage) partAt(offset int) part {
	for _, x := range p.parts {
		if offset < x.end {
			return x
		}
	}
	return p.parts[len(p.parts)-1]
}

// pos is where a byte of the text was typed; of a printed figure, where the
// {{…}} stands.
func (p *passage) pos(offset int) diag.Pos {
	x := p.partAt(offset)
	at := x.run.Place
	if at == nil {
		return diag.Pos{}
	}
	pos := diag.Pos{File: at.File, Line: at.Line, Col: at.Col}
	if !x.isFigure() && p.Kind != doc.CaptionPassage && p.Kind != doc.NotePassage {
		pos.Col += utf8.RuneCountInString(p.text[x.start:offset])
	}
	return pos
}

// printing is the place of a stretch of the text in the document.
func (p *passage) printing(from, to int) finding.Printing {
	start, end := doc.SentenceBounds(p.text, from)
	return finding.Printing{
		Node: p.Node, Section: masked(p.Section), Sentence: masked(p.text[start:end]),
		Text: masked(p.text[from:to]), At: utf8.RuneCountInString(p.text[start:from]),
	}
}

// sentence is the text of the sentence around a byte, and where it begins.
func (p *passage) sentence(offset int) (sentence string, start int) {
	start, end := doc.SentenceBounds(p.text, offset)
	return p.text[start:end], start
}

// figures names the figures printed in a stretch of the text, each once.
func (p *passage) figures(start, end int) []string {
	names := []string{}
	seen := map[string]bool{}
	for _, x := range p.parts {
		if x.isFigure() && x.start < end && x.end > start && !seen[x.run.Origin.Name] {
			seen[x.run.Origin.Name] = true
			names = append(names, x.run.Origin.Name)
		}
	}
	return names
}

// isProse tells whether all of a stretch of the text was typed as prose.
func (p *passage) isProse(start, end int) bool {
	for _, x := range p.parts {
		if x.start < end && x.end > start && !x.isProse() {
			return false
		}
	}
	return true
}
