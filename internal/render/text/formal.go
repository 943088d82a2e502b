package text

import (
	"strconv"
	"strings"

	"banwen/internal/doc"
)

// head writes the lines of the red head (GB/T 9704-2012, 7.2) and an empty one.
func head(b *strings.Builder, h *doc.Head) {
	if h == nil {
		return
	}
	for _, text := range []string{h.Copy, h.Secrecy, h.Urgency, h.Mark, h.Number} {
		optionalLine(b, text)
	}
	if len(h.Signers) > 0 {
		line(b, "签发人："+strings.Join(h.Signers, "　"))
	}
	line(b, "")
}

// attachmentNote lists the titles of the attachments (7.3.4).
func attachmentNote(b *strings.Builder, all []doc.Attachment) {
	for i := range all {
		text := all[i].Title.Text
		if len(all) > 1 {
			text = strconv.Itoa(i+1) + ". " + text
		}
		if i == 0 {
			text = "附件：" + text
		}
		line(b, text)
	}
}

// attachment writes an attachment after an empty line (7.3.7).
func attachment(b *strings.Builder, a *doc.Attachment) {
	line(b, "")
	optionalLine(b, a.Label)
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
	if m.CopyTo != "" {
		line(b, "抄送："+m.CopyTo+"。")
	}
	line(b, m.Issuer+"　"+m.Date+"印发")
}
