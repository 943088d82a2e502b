// Package review compares two versions of a document: what the one has and
// the other has not, in figures, in words and in the order of paragraphs. It
// makes of both one document with every change marked, which renderers show
// without knowing of versions, and a list of the changes for people.
package review

import (
	"banwen/internal/doc"
)

// wasPrefix keeps the id of what is gone apart from the id of what took its place.
const wasPrefix = "was:"

// Was is the id in a marked document of a block that is gone.
func Was(node string) string { return wasPrefix + node }

// Marked is b with all that has changed since a marked: with every change
// accepted it reads as b, with every change rejected as a. What stands around
// the text of a formal document (版头, 主送机关, 落款, 附注, 版记) is that of b.
// Where nothing has changed it is b.
func Marked(a, b *doc.Document, by doc.Revision) *doc.Document {
	m := marking{}
	d := *b
	d.Title = m.title(a.Title, b.Title)
	d.Blocks = m.blocks(a.Blocks, b.Blocks)
	d.Attachments = m.attachments(a.Attachments, b.Attachments)
	if m.changed {
		d.Revision = &by
	}
	return &d
}

// marking makes a marked document.
type marking struct{ changed bool }

// texts marks what has changed in a text.
func (m *marking) texts(a, b []doc.Run) []doc.Run {
	runs := merged(a, b)
	m.changed = m.changed || doc.IsChanged(runs)
	return runs
}

func (m *marking) title(a, b doc.Title) doc.Title {
	if marked := m.texts(plain(a.Text), plain(b.Text)); doc.IsChanged(marked) {
		b.Marked = marked
	}
	return b
}

func (m *marking) blocks(a, b []doc.Block) []doc.Block {
	var blocks []doc.Block
	for _, p := range align(a, b) {
		blocks = append(blocks, m.pair(p)...)
	}
	return blocks
}

// pair is a pair as one block, or as two where one took the place of the other.
func (m *marking) pair(p pair) []doc.Block {
	switch {
	case p.a == nil:
		m.changed = true
		return []doc.Block{marked(p.b, doc.Inserted)}
	case p.b == nil:
		m.changed = true
		return []doc.Block{marked(p.a, doc.Deleted)}
	}
	if p.isJoint() {
		return m.joint(p)
	}
	var both doc.Block
	switch b := p.b.(type) {
	case *doc.Heading:
		both = m.heading(p.a.(*doc.Heading), b)
	case *doc.Paragraph:
		both = &doc.Paragraph{ID: b.ID, Runs: m.texts(p.a.(*doc.Paragraph).Runs, b.Runs)}
	case *doc.Table:
		both = m.table(p.a.(*doc.Table), b)
	case *doc.Chart:
		both = m.chart(p.a.(*doc.Chart), b)
	}
	if both == nil {
		m.changed = true
		return []doc.Block{marked(p.a, doc.Deleted), marked(p.b, doc.Inserted)}
	}
	return []doc.Block{both}
}

func (m *marking) heading(a, b *doc.Heading) doc.Block {
	h := &doc.Heading{ID: b.ID, Level: b.Level, Number: b.Number, Runs: m.texts(a.Runs, b.Runs), Body: m.texts(a.Body, b.Body)}
	if a.Number != b.Number {
		m.changed = true
		h.Was = a.Number
	}
	return h
}

// chart is a chart that shows what it did, with its texts; nil for another.
func (m *marking) chart(a, b *doc.Chart) doc.Block {
	if chartData(a) != chartData(b) {
		return nil
	}
	c := *b
	c.Marked = m.around(doc.Marked{Caption: a.CaptionRuns(), Note: a.NoteRuns()}, doc.Marked{Caption: b.CaptionRuns(), Note: b.NoteRuns()})
	return &c
}

// around marks the texts around a chart or table; nil where none has changed.
func (m *marking) around(a, b doc.Marked) *doc.Marked {
	both := &doc.Marked{Caption: m.texts(a.Caption, b.Caption), Unit: m.texts(a.Unit, b.Unit), Note: m.texts(a.Note, b.Note)}
	if doc.IsChanged(both.Caption) || doc.IsChanged(both.Unit) || doc.IsChanged(both.Note) {
		return both
	}
	return nil
}

// marked is a copy of a block that is new, or gone, as a whole.
func marked(b doc.Block, change doc.Change) doc.Block {
	id := b.NodeID()
	if change == doc.Deleted {
		id = wasPrefix + id
	}
	switch b := b.(type) {
	case *doc.Heading:
		return &doc.Heading{ID: id, Level: b.Level, Number: b.Number, Runs: whole(b.Runs, change), Body: whole(b.Body, change)}
	case *doc.Paragraph:
		return &doc.Paragraph{ID: id, Runs: whole(b.Runs, change)}
	case *doc.Table:
		t := *b
		t.ID, t.Change, t.Header, t.Rows = id, change, wholeRow(b.Header, change), nil
		for _, row := range b.Rows {
			t.Rows = append(t.Rows, wholeRow(row, change))
		}
		return &t
	case *doc.Chart:
		c := *b
		c.ID, c.Change = id, change
		return &c
	default:
		return b
	}
}

// attachments marks the attachments: those of b in their order, then those
// that are gone.
func (m *marking) attachments(a, b []doc.Attachment) []doc.Attachment {
	var all []doc.Attachment
	was := map[string]doc.Attachment{}
	for _, old := range a {
		was[old.ID] = old
	}
	for _, now := range b {
		old, known := was[now.ID]
		if !known {
			all = append(all, m.wholeAttachment(now, doc.Inserted))
			continue
		}
		delete(was, now.ID)
		now.Title, now.Blocks = m.title(old.Title, now.Title), m.blocks(old.Blocks, now.Blocks)
		all = append(all, now)
	}
	for _, old := range a {
		if _, gone := was[old.ID]; gone {
			gone := m.wholeAttachment(old, doc.Deleted)
			gone.ID = wasPrefix + old.ID
			all = append(all, gone)
		}
	}
	return all
}

func (m *marking) wholeAttachment(a doc.Attachment, change doc.Change) doc.Attachment {
	m.changed = true
	a.Change = change
	a.Title.Marked = whole(plain(a.Title.Text), change)
	var blocks []doc.Block
	for _, b := range a.Blocks {
		blocks = append(blocks, marked(b, change))
	}
	a.Blocks = blocks
	return a
}
