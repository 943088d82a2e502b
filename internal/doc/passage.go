package doc

import "strings"

// PassageKind says what a passage is in the document.
type PassageKind string

// The kinds of passages.
const (
	TitlePassage   PassageKind = "title"
	HeadingPassage PassageKind = "heading" // its words, without the number
	BodyPassage    PassageKind = "body"    // a paragraph, or what follows a run-in heading
	CellPassage    PassageKind = "cell"
	CaptionPassage PassageKind = "caption" // of a chart or table
	NotePassage    PassageKind = "note"    // below a chart or table
)

// Passage is a stretch of the document that reads as a whole: what rules over
// the text look at, and where a figure is said to be printed.
type Passage struct {
	Kind    PassageKind
	Block   Block  // nil for the title
	Node    string // the block's id; empty for the title
	Number  string // of a heading, as printed
	Level   int    // of a heading, 1 to 4
	Section string // the headings it stands under, outermost first: 一、…＞（三）…
	Runs    []Run
}

// Text is the passage as one string.
func (p Passage) Text() string { return Text(p.Runs) }

// sectionSign stands between headings in Section.
const sectionSign = "＞"

// Passages lists the passages of the document in their order.
func (d *Document) Passages() []Passage {
	w := passageWalk{section: "标题"}
	w.add(Passage{Kind: TitlePassage, Runs: d.Title.Runs})
	w.section = "开头"
	w.blocks(d.Blocks)
	for _, a := range d.Attachments {
		label := Text(a.Label)
		w.block, w.part, w.headings, w.section = nil, label, nil, label
		w.add(Passage{Kind: TitlePassage, Runs: a.Title.Runs})
		w.blocks(a.Blocks)
	}
	return w.passages
}

// passageWalk goes through a document's blocks.
type passageWalk struct {
	passages []Passage
	block    Block
	part     string   // the attachment, 附件1; empty for the body
	headings []string // one for each level that is open
	section  string   // they, joined
}

func (w *passageWalk) blocks(all Blocks) {
	for _, b := range all {
		w.enter(b)
	}
}

func (w *passageWalk) add(p Passage) {
	if len(p.Runs) > 0 {
		if p.Section = w.section; w.block != nil {
			p.Block, p.Node = w.block, w.block.NodeID()
		}
		w.passages = append(w.passages, p)
	}
}

func (w *passageWalk) enter(b Block) {
	w.block = b
	switch b := b.(type) {
	case *Heading:
		w.open(b)
		w.add(Passage{Kind: HeadingPassage, Number: b.Number, Level: b.Level, Runs: b.Runs})
		w.add(Passage{Kind: BodyPassage, Runs: b.Body})
	case *Paragraph:
		w.add(Passage{Kind: BodyPassage, Runs: b.Runs})
	case *Table:
		w.captioned(b.Title, b.Note, b.Place)
		for _, row := range append([][]Cell{b.Header}, b.Rows...) {
			for _, cell := range row {
				w.add(Passage{Kind: CellPassage, Runs: cell.Runs})
			}
		}
	case *Chart:
		w.captioned(b.Title, b.Note, b.Place)
	}
}

// open opens a heading's section and closes those it ends.
func (w *passageWalk) open(h *Heading) {
	w.headings = append(w.headings[:min(len(w.headings), h.Level-1)], h.Number+strings.TrimSuffix(Text(h.Runs), "。"))
	w.section = strings.Join(w.headings, sectionSign)
	if w.part != "" {
		w.section = w.part + sectionSign + w.section
	}
}

func (w *passageWalk) captioned(title, note string, at *Place) {
	for _, p := range []Passage{
		{Kind: CaptionPassage, Runs: []Run{{Text: title, Place: at}}},
		{Kind: NotePassage, Runs: []Run{{Text: note, Place: at}}},
	} {
		if p.Text() != "" {
			w.add(p)
		}
	}
}

// sentenceEnds end a sentence; quotation marks and brackets after them belong to it.
const sentenceEnds = "。！？；"

// Sentences finds the sentences around ever later offsets of a text, each once.
type Sentences struct {
	Text       string
	start, end int
}

// Around gives where the sentence around a byte offset begins and ends; the
// offset must not be smaller than the one asked for before.
func (s *Sentences) Around(offset int) (start, end int) {
	for s.end < len(s.Text) && (offset >= s.end || s.end == 0) {
		s.start = s.end
		s.end += sentenceLength(s.Text[s.end:])
	}
	return s.start, s.end
}

// sentenceLength is how long the sentence at the front of a text is, in bytes.
func sentenceLength(text string) int {
	i := strings.IndexAny(text, sentenceEnds)
	if i < 0 {
		return len(text)
	}
	end := i + len("。")
	return end + len(text[end:]) - len(strings.TrimLeft(text[end:], "”’）》"))
}
