package review

import (
	"slices"
	"strings"

	"banwen/internal/doc"
	"banwen/internal/trace"
)

// Version is one version of a report.
type Version struct {
	Document *doc.Document
	Figures  []trace.Trace
	Remarks  []Remark
}

// Difference is what has changed from one version to another.
type Difference struct {
	Figures   []FigureChange `json:"figures" about:"改了的数字，按数据里的先后；由别的数算出的列在那个数下面"`
	Texts     []TextChange   `json:"texts" about:"改了的文字、表格和图，按全文的先后"`
	Remarks   []RemarkChange `json:"remarks" about:"新的批注，和办理情况变了的批注"`
	Moved     int            `json:"moved" about:"换了位置的有几处"`
	Unchanged int            `json:"unchanged" about:"没有改动的有几处"`
}

// Count is how many changes there are.
func (d *Difference) Count() int { return len(d.Remarks) + len(d.Figures) + len(d.Texts) }

// IsEmpty tells whether nothing has changed.
func (d *Difference) IsEmpty() bool { return d.Count() == 0 }

// Kind is what became of a figure or a part of the document.
type Kind string

// The kinds.
const (
	Added   Kind = "新增"
	Removed Kind = "删去"
	Changed Kind = "修改"
	Moved   Kind = "移动" // moved and nothing else
	Split   Kind = "拆分" // one paragraph became several
	Merged  Kind = "合并" // several became one
)

// Values lists the kinds.
func (Kind) Values() []string {
	return []string{string(Added), string(Removed), string(Changed), string(Moved), string(Split), string(Merged)}
}

// TextChange is a part of the document that has changed.
type TextChange struct {
	Kind    Kind    `json:"kind" about:"怎样改的"`
	What    What    `json:"what" about:"改的是什么"`
	Node    string  `json:"node" about:"所在块的编号；标题的是空的，版头、落款等是 head、signature 等"`
	Section string  `json:"section" about:"在哪一节，由外到内"`
	Moved   bool    `json:"moved,omitempty" about:"换了位置"`
	Pieces  []Piece `json:"pieces,omitempty" about:"逐段的文字；表格和图的没有"`
	Values  []Value `json:"values,omitempty" about:"表格里改了的格、图里改了的数"`
}

// What is the kind of part that has changed.
type What string

// The kinds of parts.
const (
	TitlePart   What = "标题"
	HeadingPart What = "小标题"
	TextPart    What = "正文"
	TablePart   What = "表格"
	ChartPart   What = "图"
	FramePart   What = "版式要素" // 主送机关, 落款 and the like
)

// Values lists the kinds of parts.
func (What) Values() []string {
	return []string{string(TitlePart), string(HeadingPart), string(TextPart), string(TablePart), string(ChartPart), string(FramePart)}
}

// Piece is a stretch of text that stays, is new or is gone.
type Piece struct {
	Text   string     `json:"text" about:"文字"`
	Change doc.Change `json:"change,omitempty" about:"inserted 新增，deleted 删去；没有就是没动"`
}

// Value is a cell of a table, or a number of a chart, that has changed.
type Value struct {
	Row    string `json:"row" about:"哪一行；图里是哪一类"`
	Column string `json:"column" about:"哪一列；图里是哪一组"`
	Before string `json:"before" about:"原来的；新增的是空的"`
	After  string `json:"after" about:"现在的；删去的是空的"`
}

// Compare lists what has changed from a to b. What it says of b and a is what
// it says of a and b, the other way round.
func Compare(a, b Version) *Difference {
	d := &differ{difference: &Difference{Figures: figureChanges(a.Figures, b.Figures), Texts: []TextChange{}, Remarks: remarkChanges(a.Remarks, b.Remarks)}}
	was, now := a.Document, b.Document
	m := &marking{}
	d.frame(headParts(m.head(was.Head, now.Head))...)
	d.title(was.Title, now.Title, "标题")
	d.frame(framePart{doc.AddresseeNode, "主送机关", m.texts(was.Addressee, now.Addressee)})
	d.part("", was.Blocks, now.Blocks)
	d.frame(closingParts(&doc.Document{Signature: m.signature(was.Signature, now.Signature), Remark: m.texts(was.Remark, now.Remark)})...)
	d.attachments(was.Attachments, now.Attachments)
	d.frame(imprintParts(m.imprint(was.Imprint, now.Imprint))...)
	return d.difference
}

// differ goes through two versions of a document.
type differ struct {
	difference *Difference
	attachment string   // 附件1; empty for the body
	headings   []string // that are open
}

func (d *differ) section() string {
	open := d.headings
	if d.attachment != "" {
		open = append([]string{d.attachment}, open...)
	}
	if len(open) == 0 {
		return "开头"
	}
	return strings.Join(open, "＞")
}

func (d *differ) add(c TextChange) { d.difference.Texts = append(d.difference.Texts, c) }

func (d *differ) title(a, b doc.Title, section string) {
	if a.Text != b.Text {
		runs := merged(doc.Plain(a.Text), doc.Plain(b.Text))
		d.add(TextChange{Kind: kindOf(runs), What: TitlePart, Section: section, Pieces: piecesOf(runs)})
	}
}

// part compares the blocks of the body or of an attachment.
func (d *differ) part(name string, a, b []doc.Block) {
	d.attachment, d.headings = name, nil
	for _, p := range pairBlocks(a, b) {
		if p.b == nil && p.moved {
			continue // told where it is now
		}
		if h, ok := p.b.(*doc.Heading); ok {
			d.headings = append(d.headings[:min(len(d.headings), h.Level-1)], h.Number+strings.TrimSuffix(doc.Text(h.Runs), "。"))
		}
		d.pair(p)
	}
}

func (d *differ) pair(p pair) {
	if p.moved {
		p.a = p.from
		d.difference.Moved++
	}
	change := compareBlock(p.a, p.b)
	switch {
	case p.isJoint():
		change = p.jointChange()
	case change == nil && p.moved:
		change = describe(p.b, Moved)
	case change == nil:
		d.difference.Unchanged++
		return
	}
	change.Moved, change.Section = p.moved, d.section()
	d.add(*change)
}

// compareBlock is what has changed in a block; nil for nothing.
func compareBlock(a, b doc.Block) *TextChange {
	switch {
	case a == nil:
		return wholeChange(b, Added, doc.Inserted)
	case b == nil:
		return wholeChange(a, Removed, doc.Deleted)
	}
	c := describe(b, Changed)
	m := &marking{}
	switch b := b.(type) {
	case *doc.Heading:
		h := m.heading(a.(*doc.Heading), b).(*doc.Heading)
		if m.changed = doc.IsChanged(h.Runs) || doc.IsChanged(h.Body); m.changed {
			c.Pieces = piecesOf(slices.Concat(h.Words(), h.Body))
		}
	case *doc.Paragraph:
		c.Pieces = piecesOf(m.texts(a.(*doc.Paragraph).Runs, b.Runs))
	case *doc.Table:
		c.Pieces, c.Values = tableChanges(m, a.(*doc.Table), b)
	case *doc.Chart:
		c.Pieces, c.Values = chartChanges(m, a.(*doc.Chart), b)
	}
	if !m.changed {
		return nil
	}
	return c
}

// describe is a change of a block, without what has changed.
func describe(b doc.Block, kind Kind) *TextChange {
	c := &TextChange{Kind: kind, Node: b.NodeID()}
	switch b := b.(type) {
	case *doc.Heading:
		c.What = HeadingPart
		if len(b.Body) > 0 {
			c.What = TextPart
		}
		c.Pieces = piecesOf(slices.Concat(b.Words(), b.Body))
	case *doc.Paragraph:
		c.What, c.Pieces = TextPart, piecesOf(b.Runs)
	case *doc.Table:
		c.What, c.Pieces = TablePart, piecesOf(doc.Plain(b.Title))
	case *doc.Chart:
		c.What, c.Pieces = ChartPart, piecesOf(doc.Plain(b.Title))
	}
	return c
}

func wholeChange(b doc.Block, kind Kind, change doc.Change) *TextChange {
	c := describe(b, kind)
	for i := range c.Pieces {
		c.Pieces[i].Change = change
	}
	return c
}

// piecesOf are runs as pieces, neighbours of one change as one.
func piecesOf(runs []doc.Run) []Piece {
	var all []Piece
	for _, r := range runs {
		if n := len(all); n > 0 && all[n-1].Change == r.Change {
			all[n-1].Text += r.Text
			continue
		}
		all = append(all, Piece{r.Text, r.Change})
	}
	return all
}

func (d *differ) attachments(a, b []doc.Attachment) {
	was := map[string]doc.Attachment{}
	for _, old := range a {
		was[old.ID] = old
	}
	for _, now := range b {
		old := was[now.ID]
		delete(was, now.ID)
		label := doc.Text(now.Label)
		d.title(old.Title, now.Title, label)
		d.part(label, old.Blocks, now.Blocks)
	}
	for _, old := range a {
		if _, gone := was[old.ID]; gone {
			label := doc.Text(old.Label)
			d.title(old.Title, doc.Title{}, label)
			d.part(label, old.Blocks, nil)
		}
	}
}
