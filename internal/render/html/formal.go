package html

import (
	"slices"

	"banwen/internal/doc"
)

// line is a text on a line of its own.
type line struct {
	Class   string
	Words   []run
	Changed bool
}

// redhead is the red head (GB/T 9704-2012, 7.2).
type redhead struct {
	Labels  []line
	Mark    line
	Number  *line
	Signers *signers
}

// signers are the names of 签发人, and the word before them.
type signers struct {
	Label, Names []run
	Changed      bool
}

// signature is 落款 (7.3.5).
type signature struct {
	Sealed bool
	Lines  []line
}

// noted is a line of 附件说明, which leads to an attachment.
type noted struct {
	Label, Number, Title []run // Label before the first; Number where there are several attachments
	ID                   string
}

// attachment is an attachment with its blocks.
type attachment struct {
	ID     string
	Label  line
	Title  []line
	Blocks []block
}

// imprint is 版记 (7.4).
type imprint struct {
	CopyTo       *line
	Issuer, Date []run
	Changed      bool
}

// lines are those of texts that are not empty, of one class.
func (c *converter) lines(class string, texts ...[]doc.Run) []line {
	var all []line
	for _, runs := range texts {
		if len(runs) > 0 {
			all = append(all, line{Class: class, Words: c.runs(runs), Changed: doc.IsChanged(runs)})
		}
	}
	return all
}

// line is a text that a document need not have; nil for none.
func (c *converter) line(class string, runs []doc.Run) *line {
	for _, l := range c.lines(class, runs) {
		return &l
	}
	return nil
}

func (c *converter) head(h *doc.Head) *redhead {
	if h == nil {
		return nil
	}
	v := &redhead{
		Labels: slices.Concat(c.lines("copy", h.Copy), c.lines("secrecy", h.Secrecy, h.Urgency)),
		Mark:   line{Class: "mark", Words: c.runs(h.Mark), Changed: doc.IsChanged(h.Mark)},
		Number: c.line("number", h.Number),
	}
	if len(h.Signers) > 0 {
		v.Signers = &signers{Label: c.runs(h.SignersLabel()), Names: c.runs(h.Signers), Changed: doc.IsChanged(h.Signers)}
	}
	return v
}

func (c *converter) signature(s *doc.Signature) *signature {
	if s == nil {
		return nil
	}
	return &signature{Sealed: s.Sealed, Lines: slices.Concat(c.lines("organ", s.Organ), c.lines("date", s.Date))}
}

// attachmentNote lists the attachments as 附件说明 does (7.3.4).
func (c *converter) attachmentNote(all []doc.Attachment) []noted {
	numbers := doc.NoteNumbers(all, " ")
	lines := make([]noted, len(all))
	for i := range all {
		lines[i] = noted{Number: c.runs(numbers[i]), Title: c.runs(all[i].Title.HeadRuns()), ID: attachmentAnchor(all[i])}
		if i == 0 {
			lines[i].Label = c.runs(doc.NoteWord(all))
		}
	}
	return lines
}

func (c *converter) attachments(all []doc.Attachment) []attachment {
	parts := make([]attachment, len(all))
	for i := range all {
		a := &all[i]
		parts[i] = attachment{ID: attachmentAnchor(*a), Title: c.title(&a.Title), Blocks: c.blocks(a.Blocks)}
		parts[i].Label = line{Class: "attachment-label", Words: c.runs(a.Label), Changed: doc.IsChanged(a.Label)}
	}
	return parts
}

// title is a title line by line.
func (c *converter) title(t *doc.Title) []line {
	return c.lines("", t.LineRuns()...)
}

func (c *converter) imprint(m *doc.Imprint) *imprint {
	if m == nil {
		return nil
	}
	word, organs := m.CopyToLine()
	date := m.Issued()
	return &imprint{
		CopyTo: c.line("copy-to", slices.Concat(word, organs)),
		Issuer: c.runs(m.Issuer), Date: c.runs(date), Changed: doc.IsChanged(m.Issuer) || doc.IsChanged(date),
	}
}

// attachmentAnchor is an attachment's id on the page.
func attachmentAnchor(a doc.Attachment) string { return "node-" + a.ID }
