package merge

import (
	"errors"
	"slices"
	"strings"

	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/docxread"
	"banwen/internal/remark"
)

// Input is what is merged.
type Input struct {
	Document *doc.Document  // as the report says it now, without a draft's marks
	Own      *docxread.File // the DOCX that we write of it
	Edited   *docxread.File // what came back
	Bookmark func(node string) string
	Open     files
	Known    map[string]bool // remarks that the report has already, by fingerprint
}

// Kind is what became of a paragraph.
type Kind string

// The kinds of changes.
const (
	Reworded Kind = "改写"
	Split    Kind = "拆分"
	Merged   Kind = "合并"
	Added    Kind = "新增"
	Removed  Kind = "删除"
	Moved    Kind = "移动"
	Same     Kind = "未改" // but for a figure that stays
)

// Kinds lists what a paragraph may have become, for the JSON Schema.
func (Kind) Values() []string {
	return []string{string(Reworded), string(Split), string(Merged), string(Added), string(Removed), string(Moved), string(Same)}
}

// Change is a paragraph that is changed in the data.
type Change struct {
	Kind    Kind     `json:"kind" about:"这一段怎么了"`
	Node    string   `json:"node" about:"段的编号；新增的写它前面或后面那一段的"`
	Section string   `json:"section" about:"在哪一节"`
	Pos     diag.Pos `json:"pos" about:"在数据里的位置"`
	Before  string   `json:"before" about:"现在印的文字"`
	After   string   `json:"after" about:"改后印的文字"`

	edits []edit
	items []int // of the document, which After stands for
	place int   // of a new paragraph: the item it follows; -1: none
}

// Figure is a figure that the editor did not leave as it was.
type Figure struct {
	Name    string   `json:"name" about:"指标（工作.指标），或双花括号里的写法"`
	Pos     diag.Pos `json:"pos" about:"指标在数据里的位置"`
	Value   string   `json:"value" about:"数据里的值"`
	Printed string   `json:"printed" about:"现在印的"`
	InDOCX  string   `json:"inDocx" about:"改稿里的；空的是删去了"`
	Dropped bool     `json:"dropped" about:"连同前后的文字一起删去了，正文里不再印它；否则正文里照旧印数据里的值"`
	Section string   `json:"section" about:"在哪一节"`
	Node    string   `json:"node" about:"段的编号"`
}

// Unplaced is an edit that is not taken over.
type Unplaced struct {
	Kind    Kind     `json:"kind" about:"这一段怎么了"`
	Node    string   `json:"node" about:"段的编号；没有就是对不上哪一段"`
	Section string   `json:"section" about:"在哪一节"`
	Pos     diag.Pos `json:"pos" about:"在数据里的位置；没有就是不在数据里"`
	Before  string   `json:"before" about:"现在印的文字"`
	After   string   `json:"after" about:"改稿里的文字"`
	Reason  string   `json:"reason" about:"为什么没有并入"`
}

// Plan is what a merge comes to.
type Plan struct {
	Changes  []Change
	Figures  []Figure
	Unplaced []Unplaced
	Notes    []Unplaced // paragraphs that differ though nobody marked a change there
	Remarks  []remark.Remark

	items []item
}

// leastMatched is how much of a document must be found in a file that is said
// to be an edited version of it.
const leastMatched = 0.3

// mostFresh is how many paragraphs may be new in it.
const mostFresh = 2_000

// ErrOther is a file that is not of this report.
var ErrOther = errors.New("这个文件不像是由这份报告生成的，对得上的段落太少")

// planner makes a plan.
type planner struct {
	Input
	Plan
	base    []paragraph
	lines   []docxread.Line
	texts   []string
	tracked bool
	unitOf  map[int]int // by line
	units   []unit
	before  []pairs // what tracked paragraphs were; nil until it is wanted
}

// draftMarks are what a draft has behind what is wrong, which is no text.
var draftMarks = strings.NewReplacer("【不符】", "", "【有误】", "")

// Make works out what an edited file changes.
func Make(in Input) (*Plan, error) {
	p := &planner{Input: in, tracked: in.Edited.Tracked(), unitOf: map[int]int{}}
	p.items = itemsOf(in.Document)
	p.base = paragraphsOf(p.items, in.Own, in.Bookmark)
	for _, l := range in.Edited.Lines(docxread.Accepted) {
		if text := normal(draftMarks.Replace(l.Text)); text != "" {
			p.lines, p.texts = append(p.lines, l), append(p.texts, text)
		}
	}
	m := match(p.base, p.lines, p.texts)
	units, fresh, gone := m.units()
	if float64(len(p.base)-len(gone)) < leastMatched*float64(len(p.base)) || len(fresh) > mostFresh {
		return nil, ErrOther
	}
	p.units = units
	for i, u := range units {
		for _, l := range u.lines {
			p.unitOf[l] = i
		}
	}
	for _, u := range units {
		p.unit(u)
	}
	p.fresh(fresh)
	p.gone(gone)
	p.moved()
	p.remarks()
	return &p.Plan, nil
}

// unit takes over what has changed in one unit.
func (p *planner) unit(u unit) {
	before, after := p.textOf(u.base), p.edited(u)
	if before == after {
		return
	}
	about := p.about(u)
	about.Before, about.After = before, after
	if p.tracked && !p.isTracked(u) {
		about.Reason = "改稿里没有修订标记，与现在的报告不同，可能是报告后来改了"
		p.Notes = append(p.Notes, about)
		return
	}
	if p.tracked {
		var err error
		original := p.original(u)
		if original != before {
			p.noteUntracked(about, original)
		}
		if after, err = rebased(original, after, before); err != nil {
			p.refuse(about, err)
			return
		}
		about.After = after
		if before == after {
			return
		}
	}
	items, err := p.itemsOf(u.base)
	if err != nil {
		p.refuse(about, err)
		return
	}
	pieces := p.pieces(items)
	r, err := rewrite(pieces, after)
	if err != nil {
		p.refuse(about, err)
		return
	}
	p.figures(r.lost, about)
	if len(r.edits) > 0 {
		c := Change{Kind: about.Kind, Node: about.Node, Section: about.Section, Pos: about.Pos, Before: before, After: normal(r.text.String())}
		c.edits, c.items, c.place = r.edits, items, -1
		p.Changes = append(p.Changes, c)
	}
}

// noteUntracked tells that a paragraph differs apart from its tracked changes:
// the report has changed since, or someone edited with tracking off.
func (p *planner) noteUntracked(about Unplaced, original string) {
	about.After, about.Reason = original, "留痕以外，改稿与现在的报告也不同：报告后来改了，或没开修订时改的；没有并入"
	p.Notes = append(p.Notes, about)
}

func (p *planner) refuse(about Unplaced, reason error) {
	about.Reason = reason.Error()
	p.Unplaced = append(p.Unplaced, about)
}

// about is what there is to say of a unit.
func (p *planner) about(u unit) Unplaced {
	about := p.aboutItem(p.base[u.base[0]].item)
	switch {
	case len(u.lines) > 1:
		about.Kind = Split
	case len(u.base) > 1:
		about.Kind = Merged
	default:
		about.Kind = Reworded
	}
	return about
}

func (p *planner) aboutItem(i int) Unplaced {
	if i < 0 {
		return Unplaced{}
	}
	about := Unplaced{Node: p.items[i].node, Section: p.items[i].section}
	if about.Node == "" {
		about.Node = p.items[i].table
	}
	for _, r := range p.items[i].runs {
		if r.Place != nil {
			about.Pos = diag.Pos{File: r.Place.File, Line: r.Place.Line, Col: r.Place.Col}
			break
		}
	}
	return about
}

func (p *planner) textOf(base []int) string {
	texts := make([]string, len(base))
	for i, b := range base {
		texts[i] = p.base[b].text
	}
	return strings.Join(texts, "\n")
}

// edited is a unit's text as the editor wants it; the breaks within a title
// are the program's.
func (p *planner) edited(u unit) string {
	texts := make([]string, len(u.lines))
	for i, l := range u.lines {
		texts[i] = p.texts[l]
	}
	return p.lineless(u, strings.Join(texts, "\n"))
}

// original is a unit's text before the editor's changes.
func (p *planner) original(u unit) string {
	last := p.lines[u.lines[len(u.lines)-1]]
	return p.lineless(u, normal(draftMarks.Replace(p.Edited.Original(p.lines[u.lines[0]].From, last.To))))
}

func (p *planner) lineless(u unit, text string) string {
	if i := p.base[u.base[0]].item; i >= 0 {
		return lineless(p.items, i, text)
	}
	return text
}

func (p *planner) isTracked(u unit) bool {
	return slices.ContainsFunc(u.lines, func(l int) bool { return p.lines[l].Tracked })
}

// itemsOf gives the items of paragraphs, if their text is the data's to say.
func (p *planner) itemsOf(base []int) ([]int, error) {
	var items []int
	for _, b := range base {
		i := p.base[b].item
		switch {
		case i < 0:
			return nil, errors.New("版头、落款、版记等不是正文，在 report.yaml 里改")
		case p.items[i].caption:
			return nil, errors.New("图表的标题，在数据的“图表”“表格”里改")
		case normal(p.items[i].text()) != p.base[b].text:
			return nil, errors.New("这一段对不上数据")
		}
		items = append(items, i)
	}
	return items, nil
}

// pieces cuts items into pieces, with what parts them in the data between.
func (p *planner) pieces(items []int) []piece {
	var all []piece
	for n, i := range items {
		own := piecesOf(p.items[i].runs, p.Open)
		if n > 0 {
			all = append(all, separator(all[len(all)-1], own[0]))
		}
		all = append(all, own...)
	}
	return all
}

// separator is the end of a paragraph between two.
func separator(before, after piece) piece {
	s := piece{text: "\n", kind: fixed}
	if before.sameText(after.source) && before.to <= after.from && strings.TrimSpace(before.value()[before.to:after.from]) == "" {
		s.kind = typed
		s.source = source{before.file, before.scalar, before.to, after.from}
	}
	return s
}

// figures tells of the figures that were touched.
func (p *planner) figures(all []touched, about Unplaced) {
	for _, t := range all {
		f := Figure{Printed: t.piece.text, InDOCX: t.inDOCX, Dropped: t.dropped, Section: about.Section, Node: about.Node, Value: t.piece.text}
		if at := t.piece.place; at != nil {
			f.Pos = diag.Pos{File: at.File, Line: at.Line, Col: at.Col}
		}
		if t.piece.known() {
			f.Name = t.piece.code()
		}
		if o := t.piece.origin; o != nil {
			f.Name, f.Value, f.Pos = o.Name, o.Value, diag.Pos{File: o.File, Line: o.Line, Col: o.Col}
		}
		p.Figures = append(p.Figures, f)
	}
}

// moved tells of the paragraphs that stand elsewhere: their order is the
// data's. Charts and their captions find their places by themselves.
func (p *planner) moved() {
	var prose []unit
	for _, u := range p.units {
		if i := p.base[u.base[0]].item; i >= 0 && !p.items[i].caption && p.items[i].table == "" {
			prose = append(prose, u)
		}
	}
	for _, n := range outOfOrder(prose) {
		about := p.about(prose[n])
		about.Kind, about.Before, about.After = Moved, p.textOf(prose[n].base), p.edited(prose[n])
		p.refuse(about, errors.New("这一段换了位置；次序在数据里改"))
	}
}
