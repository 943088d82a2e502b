package doc

// Change says what became of a part of the document since another version of
// it. A document that is not compared with another has none.
type Change string

// The changes.
const (
	Inserted Change = "inserted"
	Deleted  Change = "deleted"
)

// Values lists the changes.
func (Change) Values() []string { return []string{string(Inserted), string(Deleted)} }

// Opposite is the change seen from the other version.
func (c Change) Opposite() Change {
	switch c {
	case Inserted:
		return Deleted
	case Deleted:
		return Inserted
	default:
		return c
	}
}

// Revision says who made the changes that a document shows, and when. A
// document that shows changes has one.
type Revision struct {
	Author string `json:"author"`
	Date   string `json:"date,omitempty"` // ISO 8601 time in UTC; empty: none is written
}

// Marked are the texts that a chart or table has around it, with what has
// changed in them; nil for a text that is not there.
type Marked struct {
	Caption []Run `json:"caption,omitempty"`
	Unit    []Run `json:"unit,omitempty"` // with the word 单位：
	Note    []Run `json:"note,omitempty"`
}

// WholeChange is the change that all of a text's runs have: the paragraph
// they make is new, or gone. Empty where some text stays.
func WholeChange(runs []Run) Change {
	if len(runs) == 0 {
		return ""
	}
	for _, r := range runs {
		if r.Change != runs[0].Change {
			return ""
		}
	}
	return runs[0].Change
}

// IsChanged tells whether any of runs has a change.
func IsChanged(runs []Run) bool {
	for _, r := range runs {
		if r.Change != "" {
			return true
		}
	}
	return false
}

// Kept is a text without what is deleted in it, as one string.
func Kept(runs []Run) string {
	var kept []Run
	for _, r := range runs {
		if r.Change != Deleted {
			kept = append(kept, r)
		}
	}
	return Text(kept)
}

// CaptionRuns is the chart's caption with what has changed in it.
func (c *Chart) CaptionRuns() []Run {
	if c.Marked != nil {
		return c.Marked.Caption
	}
	return one(c.Caption(), c.Change)
}

// NoteRuns is the chart's note with what has changed in it; nil for none.
func (c *Chart) NoteRuns() []Run {
	if c.Marked != nil {
		return c.Marked.Note
	}
	return one(c.Note, c.Change)
}

// CaptionRuns is the table's caption with what has changed in it; nil for none.
func (t *Table) CaptionRuns() []Run {
	if t.Marked != nil {
		return t.Marked.Caption
	}
	return one(t.Caption(), t.Change)
}

// UnitRuns is the line that names the unit of the table's figures, with what
// has changed in it; nil for none.
func (t *Table) UnitRuns() []Run {
	if t.Marked != nil {
		return t.Marked.Unit
	}
	if t.Unit == "" {
		return nil
	}
	return one("单位："+t.Unit, t.Change)
}

// NoteRuns is the table's note with what has changed in it; nil for none.
func (t *Table) NoteRuns() []Run {
	if t.Marked != nil {
		return t.Marked.Note
	}
	return one(t.Note, t.Change)
}

// RowChange is the change of row i as a whole.
func (t *Table) RowChange(i int) Change {
	if t.Change != "" || i >= len(t.Changes) {
		return t.Change
	}
	return t.Changes[i]
}

// Plain is a text that nobody typed, and that has not changed, as a run; none
// for an empty one.
func Plain(text string) []Run { return one(text, "") }

// one is a text as a run; none for an empty one.
func one(text string, change Change) []Run {
	if text == "" {
		return nil
	}
	return []Run{{Text: text, Change: change}}
}

// breakSign shows a paragraph's end that has changed.
const breakSign = "¶"

// WithBreak is a paragraph's text with a sign for its end where that alone
// has changed, as people are shown it.
func WithBreak(runs []Run, change Change) []Run {
	if change == "" {
		return runs
	}
	return append(runs[:len(runs):len(runs)], Run{Text: breakSign, Change: change})
}

// EndChange is the change of the heading's end: of its own, or with the whole.
func (h *Heading) EndChange() Change {
	if h.Break != "" {
		return h.Break
	}
	return h.Change()
}

// EndChange is the change of the paragraph's end: of its own, or with the whole.
func (p *Paragraph) EndChange() Change {
	if p.Break != "" {
		return p.Break
	}
	return WholeChange(p.Runs)
}
