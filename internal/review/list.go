package review

import (
	"fmt"
	"strconv"
	"strings"

	"banwen/internal/doc"
)

// List is the list of changes as a document for people: what became of
// remarks, of the figures as a table, then each part of the text that has
// changed; the first most of all, and how many there are besides.
func List(b *doc.Document, d *Difference, most int) *doc.Document {
	l := &list{}
	title := b.Title.Text + "修改清单"
	remarks := min(most, len(d.Remarks))
	figures := min(most-remarks, len(d.Figures))
	texts := min(most-remarks-figures, len(d.Texts))
	l.paragraph(doc.Plain(Summary(d)))
	l.remarks(d.Remarks[:remarks])
	l.figures(d.Figures[:figures])
	l.texts(d.Texts[:texts])
	if rest := d.Count() - remarks - figures - texts; rest > 0 {
		l.paragraph(doc.Plain(fmt.Sprintf("其余%d处见花脸稿。", rest)))
	}
	made := &doc.Document{
		Meta:   doc.Meta{Organ: b.Meta.Organ, Period: b.Meta.Period, Language: b.Meta.Language, Date: b.Meta.Date},
		Title:  doc.Title{Text: title, Lines: []string{b.Title.Text, "修改清单"}, Runs: doc.Plain(title)},
		Blocks: l.blocks,
	}
	if l.marked {
		made.Revision = &doc.Revision{Author: b.Meta.Organ, Date: b.Meta.Date}
	}
	return made
}

// Summary says in a sentence how much has changed.
func Summary(d *Difference) string {
	remarks := remarkSummary(d.Remarks)
	if len(d.Figures)+len(d.Texts) == 0 {
		return fmt.Sprintf("没有改动（%d处相同）。", d.Unchanged) + remarks
	}
	return fmt.Sprintf("数字改动%d项，文字、表格和图改动%d处，其中移动%d处；没有改动%d处。", len(d.Figures), len(d.Texts), d.Moved, d.Unchanged) + remarks
}

// list makes the blocks of a list of changes.
type list struct {
	blocks   doc.Blocks
	marked   bool
	headings int
}

func (l *list) id() string { return "change/" + strconv.Itoa(len(l.blocks)+1) }

func (l *list) paragraph(runs []doc.Run) {
	l.marked = l.marked || doc.IsChanged(runs)
	l.blocks = append(l.blocks, &doc.Paragraph{ID: l.id(), Runs: runs})
}

// heading adds the heading of the next section.
func (l *list) heading(text string) {
	number := []string{"一、", "二、", "三、"}[l.headings]
	l.headings++
	l.blocks = append(l.blocks, &doc.Heading{ID: l.id(), Level: 1, Number: number, Runs: doc.Plain(text)})
}

// figures adds the table of figures; one that follows another stands below it.
func (l *list) figures(all []FigureChange) {
	if len(all) == 0 {
		return
	}
	l.heading("改了的数字")
	t := &doc.Table{
		ID: l.id(), Columns: []doc.Align{doc.AlignLeft, doc.AlignRight, doc.AlignRight, doc.AlignLeft},
		Header: cells("指标", "原来", "现在", "出处"),
	}
	for i := range all {
		c := &all[i]
		t.Rows = append(t.Rows, cells(c.Name, stateText(c.Before), stateText(c.After), figurePlace(c)))
		for _, d := range c.Derived {
			t.Rows = append(t.Rows, cells("　随之变动："+d.Name, d.Before, d.After, placeText(d.Pos.File, d.Pos.Line)))
		}
	}
	l.blocks = append(l.blocks, t)
}

func cells(texts ...string) []doc.Cell {
	row := make([]doc.Cell, len(texts))
	for i, text := range texts {
		row[i].Runs = doc.Plain(text)
	}
	return row
}

// stateText is a figure in one version, in one cell: its value and change.
func stateText(s *FigureState) string {
	switch {
	case s == nil:
		return "—"
	case s.Change != "":
		return s.Value + "（同比" + s.Change + "）"
	default:
		return s.Value
	}
}

func figurePlace(c *FigureChange) string {
	s := c.After
	if s == nil {
		s = c.Before
	}
	return placeText(s.Pos.File, s.Pos.Line)
}

func placeText(file string, line int) string { return file + ":" + strconv.Itoa(line) }

// texts adds the parts of the text, under the section that each stands in.
func (l *list) texts(all []TextChange) {
	if len(all) == 0 {
		return
	}
	l.heading("改了的文字、表格和图")
	section := ""
	for i := range all {
		c := &all[i]
		var runs []doc.Run
		if c.Section != section {
			section = c.Section
			runs = []doc.Run{{Text: shortSection(section), Bold: true}}
		}
		runs = append(runs, doc.Plain("（"+c.Label()+"）")...)
		l.paragraph(append(runs, shownRuns(Shortened(c.Pieces))...))
		l.values(c.Values)
	}
}

// values adds what has changed in a table or chart, in one paragraph.
func (l *list) values(all []Value) {
	var runs []doc.Run
	for i, v := range all {
		if i > 0 {
			runs = append(runs, doc.Plain("；")...)
		}
		runs = append(runs, valueRuns(v)...)
	}
	if len(runs) > 0 {
		l.paragraph(runs)
	}
}

// shortSection is a section of which the outer headings are told by their
// numbers alone: 一、（二）压实“三级书记”责任.
func shortSection(section string) string {
	headings := strings.Split(section, "＞")
	short := ""
	for _, h := range headings[:len(headings)-1] {
		if number, _, numbered := strings.Cut(h, "、"); numbered {
			short += number + "、"
		} else {
			short += h + "＞"
		}
	}
	return short + headings[len(headings)-1]
}

// Label says what became of what: 正文，修改，移动.
func (c *TextChange) Label() string {
	label := string(c.Kind)
	if c.What != FramePart && c.What != TitlePart { // the section says what it is
		label = string(c.What) + "，" + label
	}
	if c.Moved && c.Kind != Moved {
		label += "，移动"
	}
	return label
}

func shownRuns(pieces []Piece) []doc.Run {
	runs := make([]doc.Run, len(pieces))
	for i, p := range pieces {
		runs[i] = doc.Run{Text: p.Text, Change: p.Change}
	}
	return runs
}

func valueRuns(v Value) []doc.Run {
	runs := doc.Plain(v.Row + " " + v.Column + "：")
	if v.Before != "" {
		runs = append(runs, doc.Run{Text: v.Before, Change: doc.Deleted})
	}
	if v.After != "" {
		runs = append(runs, doc.Run{Text: v.After, Change: doc.Inserted})
	}
	return runs
}

// sideways is how many characters are kept beside a change.
const sideways = 16

// Shortened leaves out what is far from a change, and says so with ….
func Shortened(pieces []Piece) []Piece {
	short := make([]Piece, len(pieces))
	for i, p := range pieces {
		short[i] = p
		runes := []rune(p.Text)
		first, last := i == 0, i == len(pieces)-1
		switch {
		case p.Change != "" || first && last && len(runes) <= 2*sideways:
		case first && last:
			short[i].Text = string(runes[:2*sideways]) + "…"
		case first && len(runes) > sideways:
			short[i].Text = "…" + string(runes[len(runes)-sideways:])
		case last && len(runes) > sideways:
			short[i].Text = string(runes[:sideways]) + "…"
		case !first && !last && len(runes) > 2*sideways:
			short[i].Text = string(runes[:sideways]) + "…" + string(runes[len(runes)-sideways:])
		}
	}
	return short
}
