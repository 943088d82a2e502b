package typeset

import (
	"strconv"

	"banwen/internal/doc"
	"banwen/internal/style"
)

// attachmentNoteNode is the node id of the runs of 附件说明.
const attachmentNoteNode = "attachments"

// attachmentNoteWord stands before the first of the titles.
const attachmentNoteWord = "附件："

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
	c := s.typeArea(s.profile.AttachmentNote, attachmentNoteNode, AttachmentNote)
	word := c.left + s.indent(c.text)
	numbers := attachmentNumbers(len(all))
	edge := word + s.naturalWidth(c.node, c.text, attachmentNoteWord)
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
			number = append(s.piece(&c, attachmentNoteWord, word), number...)
		}
		s.boxes[first].items = append(number, s.boxes[first].items...)
		for b := first; b < len(s.boxes); b++ {
			s.boxes[b].links = []Link{{X: c.left, Width: c.width, Height: s.boxes[b].height, Node: all[i].ID}}
		}
	}
}

// widthBefore is how wide a text is before another, its last space included.
func (s *setter) widthBefore(c *column, text string) style.Length {
	const other = "附"
	return s.naturalWidth(c.node, c.text, text+other) - s.naturalWidth(c.node, c.text, other)
}

// attachmentNumbers are the numbers before the titles of n attachments: none
// where there is one.
func attachmentNumbers(n int) []string {
	if n == 1 {
		return []string{""}
	}
	numbers := make([]string, n)
	for i := range numbers {
		numbers[i] = strconv.Itoa(i+1) + ". "
	}
	return numbers
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
	s.addText(s.typeArea(s.profile.AttachmentLabel, a.ID, AttachmentLabel), a.Label)
	s.blank(s.profile.Grid.Pitch)
	if lines := s.titleLines(a.Title, a.ID); lines > 0 {
		s.boxes[len(s.boxes)-1].height += s.profile.TitleGap(lines)
	}
	s.boxes[first].bookmark = &Bookmark{Text: a.Label + "　" + a.Title.Text, Level: attachmentLevel, Node: a.ID}
	s.keepFrom(first)
}
