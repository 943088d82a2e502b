package html

import (
	"strconv"

	"banwen/internal/doc"
)

// noted is a line of 附件说明, which leads to an attachment.
type noted struct {
	First             bool
	Number, Title, ID string // Number is empty where there is one attachment
}

// attachment is an attachment with its blocks.
type attachment struct {
	ID, Label  string
	TitleLines []string
	Marked     []run
	Blocks     []block
}

// attachmentNote lists the attachments as 附件说明 does (GB/T 9704-2012, 7.3.4).
func attachmentNote(all []doc.Attachment) []noted {
	lines := make([]noted, len(all))
	for i, a := range all {
		lines[i] = noted{First: i == 0, Title: a.Title.Text, ID: attachmentAnchor(a)}
		if len(all) > 1 {
			lines[i].Number = strconv.Itoa(i+1) + ". "
		}
	}
	return lines
}

func (c *converter) attachments(all []doc.Attachment) []attachment {
	parts := make([]attachment, len(all))
	for i, a := range all {
		parts[i] = attachment{ID: attachmentAnchor(a), Label: a.Label, TitleLines: titleLines(a.Title), Marked: c.runs(a.Title.Marked), Blocks: c.blocks(a.Blocks)}
	}
	return parts
}

// attachmentAnchor is an attachment's id on the page.
func attachmentAnchor(a doc.Attachment) string { return "node-" + a.ID }
