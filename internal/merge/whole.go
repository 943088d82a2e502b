package merge

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"banwen/internal/align"
	"banwen/internal/amend"
	yaml "banwen/internal/source"
)

// fresh takes over paragraphs that are new.
func (p *planner) fresh(lines []int) {
	for _, l := range lines {
		about := Unplaced{Kind: Added, After: p.texts[l]}
		if p.tracked && !p.lines[l].Tracked {
			about.Reason = "改稿里没有修订标记，现在的报告里没有这一段，可能是报告后来删了"
			p.Notes = append(p.Notes, about)
			continue
		}
		if err := p.insert(l, about); err != nil {
			p.refuse(about, err)
		}
	}
}

// errNowhere is a new paragraph that stands beside no prose.
var errNowhere = errors.New("新的一段不挨着数据里成段的正文，不知道加在哪里")

// insert adds a paragraph to the prose that the one before it is of, or else
// the one after it.
func (p *planner) insert(l int, about Unplaced) error {
	text := p.texts[l]
	if p.lines[l].Cell != nil {
		return errors.New("表格里加的内容，在数据里改")
	}
	if strings.HasPrefix(text, "#") {
		return errors.New("以“#”开头的一段会成为标题")
	}
	if err := checkTyped(text); err != nil {
		return err
	}
	for before := l - 1; before >= 0; before-- {
		if u, ok := p.unitOf[before]; ok {
			base := p.units[u].base
			if p.beside(p.base[base[len(base)-1]].item, text, about, true) {
				return nil
			}
			break
		}
	}
	for after := l + 1; after < len(p.lines); after++ {
		if u, ok := p.unitOf[after]; ok {
			if p.beside(p.base[p.units[u].base[0]].item, text, about, false) {
				return nil
			}
			break
		}
	}
	return errNowhere
}

// beside adds a paragraph behind an item, or before it.
func (p *planner) beside(i int, text string, about Unplaced, behind bool) bool {
	if i < 0 || p.items[i].table != "" || p.items[i].caption {
		return false
	}
	start, end, ok := wholeLines(piecesOf(p.items[i].runs, p.Open), behind)
	if !ok {
		return false
	}
	at, code, place := start, text+"\n", i-1
	if behind {
		at, code, place = end, "\n"+text, i
	}
	of := p.aboutItem(i)
	var numbers []written
	for _, n := range numbersOf(about.After, nil) {
		numbers = append(numbers, written{number: about.After[n.from:n.to]})
	}
	p.Changes = append(p.Changes, Change{
		Kind: Added, Node: of.Node, Section: of.Section, Pos: of.Pos, After: about.After, Typed: p.tell(numbers, of), place: place,
		edits: []edit{{at.file, amend.Edit{Scalar: at.scalar, From: at.from, To: at.from, Text: code}}},
	})
	return true
}

// wholeLines is where the lines of a | text begin and end that hold pieces:
// the last of them, which may follow others from elsewhere, or the first.
func wholeLines(pieces []piece, last bool) (start, end source, ok bool) {
	of := pieces[0]
	if last {
		of = pieces[len(pieces)-1]
	}
	if !of.known() || of.file.Writing(of.scalar) != yaml.Literal {
		return start, end, false
	}
	start, end = of.source, of.source
	value := of.value()
	start.from = strings.LastIndexByte(value[:of.from], '\n') + 1
	end.from = len(value)
	if n := strings.IndexByte(value[of.to:], '\n'); n >= 0 {
		end.from = of.to + n
	}
	return start, end, true
}

// gone takes over that paragraphs were deleted.
func (p *planner) gone(base []int) {
	cells := map[string]int{}
	for _, b := range base {
		i := p.base[b].item
		if p.tracked && !p.wasThere(b) {
			continue // new in the report since
		}
		if i >= 0 && p.items[i].table != "" {
			if cells[p.items[i].table]++; cells[p.items[i].table] > 1 {
				continue
			}
		}
		about := p.aboutItem(i)
		about.Kind, about.Before = Removed, p.base[b].text
		if err := p.remove(b, about); err != nil {
			p.refuse(about, err)
		}
	}
}

// wasThere tells whether the text before the editor's changes had a paragraph.
func (p *planner) wasThere(b int) bool {
	if p.before == nil {
		p.before = []align.Grams{}
		for i := range p.Edited.Paragraphs {
			if p.Edited.Paragraphs[i].Tracked() {
				p.before = append(p.before, align.GramsOf(p.Edited.Original(i, i+1)))
			}
		}
	}
	grams := align.GramsOf(p.base[b].text)
	for _, was := range p.before {
		if grams.Share(was) >= contained {
			return true
		}
	}
	return false
}

// remove deletes the lines of a paragraph.
func (p *planner) remove(b int, about Unplaced) error {
	items, err := p.itemsOf([]int{b})
	if err != nil {
		return err
	}
	i := p.items[items[0]]
	if i.table != "" {
		return errors.New("表格的行列变了，在数据里改")
	}
	pieces := piecesOf(i.runs, p.Open)
	from, _, ok := wholeLines(pieces, false)
	_, to, ok2 := wholeLines(pieces, true)
	if !ok || !ok2 || !from.sameText(to) {
		return errors.New("这一段不是数据里单独成行的正文，在数据里删")
	}
	var dropped []touched
	for _, piece := range pieces {
		if piece.kind == figure {
			dropped = append(dropped, touched{piece: piece, dropped: true})
		}
	}
	end := min(to.from+1, len(to.value()))
	if end == to.from && from.from > 0 {
		from.from-- // the last line has no end of its own: that of the one before goes
	}
	p.figures(dropped, about)
	p.Changes = append(p.Changes, Change{
		Kind: Removed, Node: about.Node, Section: about.Section, Pos: about.Pos, Before: about.Before, items: items, place: -1,
		edits: []edit{{from.file, amend.Edit{Scalar: from.scalar, From: from.from, To: end}}},
	})
	return nil
}

// Texts lists what the document is to print with the plan's changes.
func (p *Plan) Texts() []string {
	replaced, added := map[int]string{}, map[int][]string{}
	for _, c := range p.Changes {
		for n, i := range c.items {
			if replaced[i] = ""; n == 0 {
				replaced[i] = c.After
			}
		}
		if len(c.items) == 0 {
			added[c.place] = append(added[c.place], c.After)
		}
	}
	texts := append([]string{}, added[-1]...)
	for i := range p.items {
		text, ok := replaced[i]
		if !ok {
			text = normal(p.items[i].text())
		}
		if text != "" {
			texts = append(texts, strings.Split(text, "\n")...)
		}
		texts = append(texts, added[i]...)
	}
	return texts
}

// Files gives the new bytes of the files that the plan's changes are in, by
// their names.
func (p *Plan) Files() (map[string][]byte, error) {
	edits, of := map[string][]amend.Edit{}, map[string]*amend.File{}
	for _, c := range p.Changes {
		for _, e := range c.edits {
			name := e.file.Name
			of[name] = e.file
			if e.From == e.To || !contains(edits[name], e.Edit) {
				edits[name] = append(edits[name], e.Edit)
			}
		}
	}
	files := map[string][]byte{}
	for name, f := range of {
		data, err := f.Apply(edits[name])
		if err != nil {
			return nil, fmt.Errorf("%s：%w", name, err)
		}
		files[name] = data
	}
	return files, nil
}

// contains tells whether an edit is there already: a text that is printed
// twice is edited twice, the same way.
func contains(all []amend.Edit, e amend.Edit) bool {
	for _, other := range all {
		if other == e {
			return true
		}
	}
	return false
}

// With is the plan with some of its changes only.
func (p *Plan) With(changes ...Change) *Plan {
	q := *p
	q.Changes = changes
	return &q
}

// Refuse takes a change out of the plan, and says why. The figures that it
// would have dropped stay.
func (p *Plan) Refuse(c Change, reason error) {
	p.Figures = slices.DeleteFunc(p.Figures, func(f Figure) bool { return f.Dropped && f.Node == c.Node })
	p.Unplaced = append(p.Unplaced, Unplaced{
		Kind: c.Kind, Node: c.Node, Section: c.Section, Pos: c.Pos, Before: c.Before, After: c.After, Reason: reason.Error(),
	})
}
