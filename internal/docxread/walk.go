package docxread

import (
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// maxParagraphs is how many paragraphs are read: a report of 1,000 areas has
// some 20,000.
const maxParagraphs = 200_000

// walk goes through the document part.
type walk struct {
	r          *reader
	open       []string // the elements that are open, by their local names
	changes    []Piece  // tracked changes that are open, as pieces without text
	paragraphs []Paragraph
	in         bool     // in a paragraph
	tables     []*Cell  // those that are open, innermost last
	count      int      // tables so far
	fields     []bool   // fields that are open: whether their result has begun
	rows       []Change // what became of the rows that are open
	anchors    map[string]*anchor
	order      int             // of anchors
	quoting    []*anchor       // those that are open
	words      strings.Builder // of the last piece of the paragraph
	passed     passedOver
	notes      map[string]bool // that the text refers to: footnote1
	hidden     bool            // the run that is open is not shown
	concealed  words           // what it says
	chosen     []bool          // of the alternatives that are open: whether one was read
}

// anchor is what a comment is about.
type anchor struct {
	paragraph int
	order     int
	quote     strings.Builder
}

// Bounds of what no person nests or marks, so that hostile files take no time.
const (
	maxFields  = 50   // in each other
	maxQuoting = 50   // comments about one place
	maxQuote   = 1000 // bytes of the words that a comment is about
)

func newWalk(part string, data []byte) *walk {
	return &walk{r: newReader(part, data), anchors: map[string]*anchor{}, passed: passedOver{}, notes: map[string]bool{}}
}

func (w *walk) run() error {
	for {
		token, err := w.r.next()
		if err == io.EOF {
			w.flush()
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			err = w.start(t)
		case xml.EndElement:
			w.end(t.Name.Local)
		case xml.CharData:
			if w.isIn("t", "delText") {
				w.text(string(t))
			}
		}
		if err != nil {
			return err
		}
	}
}

// isIn tells whether the innermost open element is one of some.
func (w *walk) isIn(names ...string) bool {
	return len(w.open) > 0 && slices.Contains(names, w.open[len(w.open)-1])
}

// skipped are the elements whose content is no text of the document: their
// properties, what is drawn, and histories of properties.
var skipped = []string{
	"sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "rt", "rubyPr", "instrText", "delInstrText", "sectPr", "tblPr", "tblGrid",
	"tcPr", "pPrChange", "rPrChange", "tblPrEx", "numPr", "tabs", "drawing", "pict", "object",
}

func (w *walk) start(e xml.StartElement) error {
	name := e.Name.Local
	switch {
	case !isWord(e.Name):
		return w.foreign(e)
	case name == "numPr" && w.isIn("pPr"):
		return w.numbering()
	case slices.Contains(skipped, name):
		return w.pass(e)
	case name == "rPr" && !w.isIn("pPr"):
		return w.runProperties()
	case name == "p" && len(w.paragraphs) == maxParagraphs:
		return fmt.Errorf("段落超过 %d 个", maxParagraphs)
	}
	w.open = append(w.open, name)
	w.enter(e)
	return nil
}

// foreign passes over what is not of WordprocessingML. Of alternatives the
// first is read: it is what the newest program writes.
func (w *walk) foreign(e xml.StartElement) error {
	name := e.Name.Local
	switch n := len(w.chosen); {
	case name == "AlternateContent":
		w.chosen = append(w.chosen, false)
		w.open = append(w.open, name)
		return nil
	case n > 0 && w.isIn("AlternateContent") && (name == "Choice" || name == "Fallback"):
		if w.chosen[n-1] {
			return w.r.inside(nil)
		}
		w.chosen[n-1] = true
		w.open = append(w.open, name)
		return nil
	case strings.HasSuffix(e.Name.Space, "/math") && strings.HasPrefix(name, "oMath"):
		w.passed.note("公式", "")
	}
	return w.pass(e)
}

// enter does what an element asks for when it begins.
func (w *walk) enter(e xml.StartElement) {
	name := e.Name.Local
	switch name {
	case "p":
		w.flush()
		w.reveal()
		w.in, w.fields = true, nil
		p := Paragraph{}
		if n := len(w.tables); n > 0 {
			cell := *w.tables[n-1]
			p.Cell = &cell
			p.Mark = w.rowChange()
		}
		w.paragraphs = append(w.paragraphs, p)
	case "pStyle":
		if p := w.paragraph(); p != nil && w.in {
			p.Style = attribute(e, "val")
		}
	case "tbl":
		w.tables = append(w.tables, &Cell{Table: w.count, Row: -1})
		w.count++
	case "tr":
		w.rows = append(w.rows, Kept)
		if n := len(w.tables); n > 0 {
			w.tables[n-1].Row, w.tables[n-1].Column = w.tables[n-1].Row+1, -1
		}
	case "tc":
		if n := len(w.tables); n > 0 {
			w.tables[n-1].Column++
		}
	case "ins", "moveTo":
		w.change(e, Inserted)
	case "del", "moveFrom":
		w.change(e, Deleted)
	case "footnoteReference", "endnoteReference":
		w.notes[strings.TrimSuffix(name, "Reference")+attribute(e, "id")] = true
	case "altChunk", "subDoc":
		w.passed.note("嵌入的文件", "")
	case "r":
		w.hidden = false
	default:
		w.enterRun(e)
		w.enterRange(e)
	}
}

// rowChange is what became of the row that is open.
func (w *walk) rowChange() Change {
	if n := len(w.rows); n > 0 {
		return w.rows[n-1]
	}
	return Kept
}

// enterRun does what an element within a run asks for.
func (w *walk) enterRun(e xml.StartElement) {
	switch e.Name.Local {
	case "tab", "ptab":
		if w.isInRun() {
			w.text("\t")
		}
	case "br", "cr":
		if kind := attribute(e, "type"); kind == "" || kind == "textWrapping" {
			w.text("\n")
		}
	case "noBreakHyphen":
		w.text("-")
	case "sym":
		w.text(symbol(attribute(e, "char")))
	case "fldChar":
		w.field(attribute(e, "fldCharType"))
	}
}

// isInRun tells whether the element that has just begun stands in a run.
func (w *walk) isInRun() bool { return len(w.open) > 1 && w.open[len(w.open)-2] == "r" }

// unknownSymbol stands for a character of a font that has its own (〓).
const unknownSymbol = "〓"

// symbol is the character of w:sym; of a font with characters of its own
// nobody can tell what it looks like.
func symbol(code string) string {
	n, err := strconv.ParseUint(code, 16, 32)
	if err != nil || n < 0x20 || n > 0x10FFFF || (n >= 0xD800 && n < 0xF900) {
		return unknownSymbol
	}
	return string(rune(n))
}

// field follows a field: its instruction is no text, its result is.
func (w *walk) field(kind string) {
	switch n := len(w.fields); {
	case kind == "begin" && n < maxFields:
		w.fields = append(w.fields, false)
	case n == 0:
	case kind == "separate":
		w.fields[n-1] = true
	case kind == "end":
		w.fields = w.fields[:n-1]
	}
}

// enterRange notes where bookmarks and comments begin and end.
func (w *walk) enterRange(e xml.StartElement) {
	id := attribute(e, "id")
	switch e.Name.Local {
	case "bookmarkStart":
		if p := w.paragraph(); p != nil && w.in {
			p.Bookmarks = append(p.Bookmarks, attribute(e, "name"))
		}
	case "commentRangeStart":
		if a := w.anchor(id); len(w.quoting) < maxQuoting {
			w.quoting = append(w.quoting, a)
		}
	case "commentRangeEnd":
		a := w.anchor(id)
		w.quoting = slices.DeleteFunc(w.quoting, func(open *anchor) bool { return open == a })
	case "commentReference":
		w.anchor(id)
	}
}

// anchor gives the anchor of a comment, which is where it is first met.
func (w *walk) anchor(id string) *anchor {
	a := w.anchors[id]
	if a == nil {
		at := len(w.paragraphs) - 1
		if !w.in {
			at++ // it begins before the next paragraph
		}
		a = &anchor{paragraph: at, order: w.order}
		w.order++
		w.anchors[id] = a
	}
	return a
}

func (w *walk) paragraph() *Paragraph {
	if len(w.paragraphs) == 0 {
		return nil
	}
	return &w.paragraphs[len(w.paragraphs)-1]
}

// change begins a tracked change: of text, of a paragraph's mark, of a row.
func (w *walk) change(e xml.StartElement, c Change) {
	parent := ""
	if n := len(w.open); n > 1 {
		parent = w.open[n-2]
	}
	switch {
	case parent == "rPr" && w.in: // only that of a paragraph's mark is entered
		if p := w.paragraph(); p.Mark == Kept || c == Deleted {
			p.Mark = c
		}
	case parent == "trPr":
		if n := len(w.rows); n > 0 {
			w.rows[n-1] = c
		}
	}
	w.changes = append(w.changes, Piece{Change: c, Who: attribute(e, "author"), When: attribute(e, "date")})
}

func (w *walk) end(name string) {
	if len(w.open) > 0 {
		w.open = w.open[:len(w.open)-1]
	}
	switch name {
	case "p":
		w.flush()
		w.reveal()
		w.in = false
	case "AlternateContent":
		w.chosen = w.chosen[:max(len(w.chosen)-1, 0)]
	case "tbl":
		w.tables = w.tables[:max(len(w.tables)-1, 0)]
	case "tr":
		w.rows = w.rows[:max(len(w.rows)-1, 0)]
	case "ins", "moveTo", "del", "moveFrom":
		w.changes = w.changes[:max(len(w.changes)-1, 0)]
	}
}

// text adds text to the paragraph.
func (w *walk) text(s string) {
	if s == "" || !w.in || slices.Contains(w.fields, false) {
		return
	}
	if w.hidden {
		w.concealed.add(s)
		return
	}
	w.reveal()
	piece := Piece{Text: s}
	if c := w.rowChange(); c != Kept {
		piece.Change = c
	}
	for _, c := range w.changes { // what was inserted and deleted again is in no reading's text but as deleted
		if piece.Change != Deleted {
			piece.Change, piece.Who, piece.When = c.Change, c.Who, c.When
		}
	}
	if w.bothWays() {
		return
	}
	for _, a := range w.quoting {
		if piece.Change != Deleted && a.quote.Len() < maxQuote {
			a.quote.WriteString(s)
		}
	}
	p := w.paragraph()
	if n := len(p.Pieces); n == 0 || !sameHistory(p.Pieces[n-1], piece) {
		w.flush()
		p.Pieces = append(p.Pieces, Piece{Change: piece.Change, Who: piece.Who, When: piece.When})
	}
	w.words.WriteString(s)
}

// reveal notes the hidden words before what is shown.
func (w *walk) reveal() {
	if hidden := w.concealed.take(); hidden != "" {
		w.passed.note("隐藏文字", hidden)
	}
}

func sameHistory(a, b Piece) bool { return a.Change == b.Change && a.Who == b.Who && a.When == b.When }

// flush gives the last piece of the paragraph its words: text may come a
// character at a time.
func (w *walk) flush() {
	if p := w.paragraph(); p != nil && len(p.Pieces) > 0 && w.words.Len() > 0 {
		p.Pieces[len(p.Pieces)-1].Text = w.words.String()
	}
	w.words.Reset()
}

// bothWays tells whether the text was inserted and deleted again, so that it
// is in neither reading.
func (w *walk) bothWays() bool {
	inserted := slices.ContainsFunc(w.changes, func(p Piece) bool { return p.Change == Inserted })
	deleted := slices.ContainsFunc(w.changes, func(p Piece) bool { return p.Change == Deleted })
	return inserted && deleted
}
