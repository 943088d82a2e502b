package proofread

import (
	"slices"
	"sort"
	"unicode/utf8"

	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/finding"
)

// text is a document as the rules read it.
type text struct {
	facts    Facts
	passages []*passage
	private  bool // numbers of persons stand in it
}

// passage is a passage of the document with its text as one string.
type passage struct {
	doc.Passage
	index   int // in the document
	text    string
	parts   []part
	private []privateNumber // numbers of persons, in order
	section string          // Section, without numbers of persons
	starts  []int           // of the sentences; nil until they are wanted
	counted []int           // characters before each stride of bytes; nil until they are wanted
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
		made.section = masked(p.Section)
		t.passages = append(t.passages, made)
		t.private = t.private || made.private != nil
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
	i := sort.Search(len(p.parts), func(i int) bool { return p.parts[i].end > offset })
	return p.parts[min(i, len(p.parts)-1)]
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
		pos.Col += p.characters(x.start, offset)
	}
	return pos
}

// printing is the place of a stretch of the text in the document.
func (p *passage) printing(from, to int) finding.Printing {
	start, end := p.sentenceBounds(from)
	return finding.Printing{
		Node: p.Node, Section: p.section, Sentence: p.text[start:end],
		Text: p.text[from:to], At: p.characters(start, from),
	}
}

// sentence is the text of the sentence around a byte, and where it begins.
func (p *passage) sentence(offset int) (sentence string, start int) {
	start, end := p.sentenceBounds(offset)
	return p.text[start:end], start
}

// sentenceBounds gives where the sentence around a byte begins and ends. All
// sentences are looked for once: a paragraph may have thousands.
func (p *passage) sentenceBounds(offset int) (start, end int) {
	if p.starts == nil {
		sentences := doc.Sentences{Text: p.text}
		for at := 0; at < len(p.text); {
			p.starts = append(p.starts, at)
			_, at = sentences.Around(at)
		}
	}
	i := sort.SearchInts(p.starts, offset+1) - 1
	switch {
	case i < 0:
		return 0, 0
	case i+1 < len(p.starts):
		return p.starts[i], p.starts[i+1]
	}
	return p.starts[i], len(p.text)
}

// stride is how many bytes of a text are counted at once.
const stride = 1024

// characters is how many characters a stretch of the text has, told without
// going through all of it.
func (p *passage) characters(from, to int) int {
	return p.charactersBefore(to) - p.charactersBefore(from)
}

func (p *passage) charactersBefore(offset int) int {
	if p.counted == nil {
		total := 0
		for at := 0; at <= len(p.text); at += stride {
			p.counted = append(p.counted, total)
			total += leads(p.text[at:min(at+stride, len(p.text))])
		}
	}
	at := offset / stride
	return p.counted[at] + leads(p.text[at*stride:offset])
}

// leads counts the bytes of a text that begin a character.
func leads(text string) int {
	n := 0
	for i := range len(text) {
		if utf8.RuneStart(text[i]) {
			n++
		}
	}
	return n
}

// figures names the figures printed in a stretch of the text, each once.
func (p *passage) figures(start, end int) []string {
	names := []string{}
	seen := map[string]bool{}
	for _, x := range p.partsIn(start, end) {
		if x.isFigure() && !seen[x.run.Origin.Name] {
			seen[x.run.Origin.Name] = true
			names = append(names, x.run.Origin.Name)
		}
	}
	return names
}

// isProse tells whether all of a stretch of the text was typed as prose.
func (p *passage) isProse(start, end int) bool {
	return !slices.ContainsFunc(p.partsIn(start, end), func(x part) bool { return !x.isProse() })
}

// partsIn lists the parts that hold some of a stretch of the text.
func (p *passage) partsIn(start, end int) []part {
	first := sort.Search(len(p.parts), func(i int) bool { return p.parts[i].end > start })
	last := sort.Search(len(p.parts), func(i int) bool { return p.parts[i].start >= end })
	return p.parts[min(first, last):last]
}
