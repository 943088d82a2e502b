package text

import (
	"strings"

	"banwen/internal/doc"
)

// head writes the lines of the red head (GB/T 9704-2012, 7.2) and an empty one.
func head(b *strings.Builder, h *doc.Head) {
	if h == nil {
		return
	}
	for _, text := range [][]doc.Run{h.Copy, h.Secrecy, h.Urgency, h.Mark, h.Number} {
		optionalLine(b, doc.Text(text))
	}
	if len(h.Signers) > 0 {
		line(b, doc.Text(h.SignersLabel())+doc.Text(h.SignersRow()))
	}
	line(b, "")
}

// attachmentNote lists the titles of the attachments (7.3.4).
func attachmentNote(b *strings.Builder, all []doc.Attachment) {
	numbers := doc.NoteNumbers(all, " ")
	for i := range all {
		text := doc.Text(numbers[i]) + all[i].Title.Text
		if i == 0 {
			text = "附件：" + text
		}
		line(b, text)
	}
}

// attachment writes an attachment after an empty line (7.3.7).
func attachment(b *strings.Builder, a *doc.Attachment) {
	line(b, "")
	optionalLine(b, doc.Text(a.Label))
	line(b, a.Title.Text)
	line(b, "")
	blocks(b, a.Blocks)
}

// imprint writes 版记 after an empty line (7.4).
func imprint(b *strings.Builder, m *doc.Imprint) {
	if m == nil {
		return
	}
	line(b, "")
	word, organs := m.CopyToLine()
	optionalLine(b, doc.Text(word)+doc.Text(organs))
	line(b, doc.Text(m.Issuer)+"　"+doc.Text(m.Issued()))
}
