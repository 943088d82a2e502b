package typeset

import (
	"slices"

	"banwen/internal/doc"
	"banwen/internal/style"
)

// attachmentNote lists the titles of the attachments under a blank line, on
// one page with the end of the text (附件说明; GB/T 9704-2012, 7.3.4).
func (s *setter) attachmentNote(all []doc.Attachment) {
	if len(all) == 0 {
		return
	}
	s.keepTail()
	s.blank(s.profile.AttachmentNote.Pitch)
	first, height := len(s.boxes), style.Length(0)
	s.attachmentTitles(all)
	for _, b := range s.boxes[first:] {
		height += b.height
	}
	if height <= s.area.TextHeight/3 {
		s.keepFrom(first)
	}
}

// attachmentTitles adds the titles, numbered where there are several. The
// numbers end at one edge, the titles begin at one edge, and so do their later
// lines. Each leads to its attachment.
func (s *setter) attachmentTitles(all []doc.Attachment) {
	c := s.typeArea(s.profile.AttachmentNote, doc.AttachmentNoteNode, AttachmentNote)
	word := c.left + s.indent(c.text)
	label, numbers := doc.NoteWord(all), doc.NoteNumbers(all, " ")
	edge := word + s.naturalWidth(c.node, c.text, label)
	edge += s.widthBefore(&c, numbers[len(numbers)-1]) // the widest
	c.text.Indent = 0
	c.width -= edge - c.left
	c.left = edge
	for i := range all {
		first := len(s.boxes)
		s.addRuns(c, all[i].Title.HeadRuns())
		if first == len(s.boxes) {
			continue // no title, no line
		}
		number := s.piece(&c, numbers[i], edge-s.widthBefore(&c, numbers[i]))
		if i == 0 {
			number = append(s.piece(&c, label, word), number...)
		}
		s.boxes[first].items = append(number, s.boxes[first].items...)
		for b := first; b < len(s.boxes); b++ {
			s.boxes[b].links = []Link{{X: c.left, Width: c.width, Height: s.boxes[b].height, Node: all[i].ID}}
		}
	}
}

// widthBefore is how wide a text is before another, its last space included.
func (s *setter) widthBefore(c *column, runs []doc.Run) style.Length {
	other := doc.Plain("附")
	return s.naturalWidth(c.node, c.text, slices.Concat(runs, other)) - s.naturalWidth(c.node, c.text, other)
}

// attachment sets an attachment on pages of its own (7.3.7).
func (s *setter) attachment(a *doc.Attachment) {
	s.level = attachmentLevel
	s.blocks(s.openAttachment(a))
	s.level = 0
}

// openAttachment sets what an attachment begins with, on a new page, and
// gives the blocks that are still to be set. One that begins with a wide table
// begins on the page of that table.
func (s *setter) openAttachment(a *doc.Attachment) doc.Blocks {
	s.fresh = true
	t, ok := startsWide(a.Blocks)
	if !ok {
		s.attachmentHead(a)
		return a.Blocks
	}
	s.add(box{turned: s.turnedBoxes(func() {
		s.attachmentHead(a)
		s.table(t)
	})})
	s.fresh = true
	return a.Blocks[1:]
}

// attachmentLevel is the level of an attachment's bookmark.
const attachmentLevel = 1

// attachmentHead sets the label flush left on the first line and the title
// centred on the third (7.3.7).
func (s *setter) attachmentHead(a *doc.Attachment) {
	first := len(s.boxes)
	s.addRuns(s.typeArea(s.profile.AttachmentLabel, a.ID, AttachmentLabel), a.Label)
	s.blank(s.profile.Grid.Pitch)
	if lines := s.titleLines(a.Title, a.ID); lines > 0 {
		s.boxes[len(s.boxes)-1].height += s.profile.TitleGap(lines)
	}
	s.boxes[first].bookmark = &Bookmark{Text: a.Name(), Level: attachmentLevel, Node: a.ID}
	s.keepFrom(first)
}
