package compose

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"banwen/internal/doc"
	"banwen/internal/figure"
	"banwen/internal/style"

	"github.com/shopspring/decimal"
)

// levels is how many levels of headings a document has.
const levels = 4

// outline puts blocks in order: it numbers headings, charts and tables, and
// joins run-in headings with the paragraph that follows.
type outline struct {
	profile *style.Profile
	book    *figure.Book
	title   []doc.Run
	blocks  []doc.Block
	counts  [levels + 1]int // headings so far, by level
	waiting *doc.Heading    // a run-in heading whose text has not come yet
	ids     map[string]int  // how often each id has been asked for
	charts  int
	tables  int
}

func newOutline(p *style.Profile, book *figure.Book) *outline {
	return &outline{profile: p, book: book, ids: map[string]int{}}
}

// apart gives what set adds, as blocks of their own with headings numbered
// from the start.
func (o *outline) apart(set func()) []doc.Block {
	blocks, counts := o.blocks, o.counts
	o.endHeading()
	o.blocks, o.counts = nil, [levels + 1]int{}
	set()
	o.endHeading()
	blocks, o.blocks = o.blocks, blocks
	o.counts = counts
	return blocks
}

// heading adds a numbered heading, level 1 to 4. Its own full stop is dropped
// here and written again where text follows on the line.
func (o *outline) heading(level int, id string, runs []doc.Run) {
	o.endHeading()
	o.counts[level]++
	clear(o.counts[level+1:])
	style := o.profile.Headings[level-1]
	h := &doc.Heading{ID: o.unique(id), Level: level, Number: o.number(style.Number, level), Runs: withoutFullStop(runs)}
	o.blocks = append(o.blocks, h)
	if style.RunIn {
		o.waiting = h
	}
}

// number writes the number of the heading that has just been counted: 一 in
// the pattern asks for Chinese numerals, 1 for Arabic ones.
func (o *outline) number(pattern string, level int) string {
	n := o.counts[level]
	if strings.Contains(pattern, "一") {
		numeral, err := o.book.PrintChineseNumber(figure.Quantity{Number: decimal.NewFromInt(int64(n))})
		if err == nil {
			return strings.Replace(pattern, "一", numeral, 1)
		}
	}
	return strings.Replace(pattern, "1", strconv.Itoa(n), 1)
}

// paragraph adds a paragraph, or makes it the text of a run-in heading.
func (o *outline) paragraph(container string, runs []doc.Run) {
	id := o.next(container + "/p")
	if h := o.waiting; h != nil {
		h.Runs, h.Body = withFullStop(h.Runs), runs
		o.waiting = nil
		return
	}
	o.blocks = append(o.blocks, &doc.Paragraph{ID: id, Runs: runs})
}

// add adds a chart or a table.
func (o *outline) add(b doc.Block) {
	o.endHeading()
	o.blocks = append(o.blocks, b)
}

// endHeading leaves a run-in heading without text on its own line.
func (o *outline) endHeading() { o.waiting = nil }

// next gives the next of a row of ids: area/crime/p1, area/crime/p2.
func (o *outline) next(prefix string) string {
	o.ids[prefix]++
	return o.unique(prefix + strconv.Itoa(o.ids[prefix]))
}

// unique gives id, with a number where it is taken.
func (o *outline) unique(id string) string {
	if o.ids[id]++; o.ids[id] > 1 {
		return id + "~" + strconv.Itoa(o.ids[id])
	}
	return id
}

// slug makes an id's part of a text: its letters and digits.
func slug(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// fullStop ends a sentence, and a heading that text follows on the line.
const fullStop = "。"

// withoutFullStop drops a full stop typed at a heading's end.
func withoutFullStop(runs []doc.Run) []doc.Run {
	last := len(runs) - 1
	text, found := strings.CutSuffix(runs[last].Text, fullStop)
	switch {
	case !found || runs[last].Origin != nil:
		return runs
	case text == "" && last > 0:
		return runs[:last]
	}
	runs[last].Text = text
	return runs
}

// withFullStop ends a run-in heading, which reads as a sentence.
func withFullStop(runs []doc.Run) []doc.Run {
	last := len(runs) - 1
	end, _ := utf8.DecodeLastRuneInString(runs[last].Text)
	switch {
	case strings.ContainsRune("。！？：；", end):
		return runs
	case runs[last].Origin != nil || runs[last].Missing:
		return append(runs, doc.Run{Text: fullStop})
	}
	runs[last].Text += fullStop
	return runs
}
