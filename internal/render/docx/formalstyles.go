package docx

import (
	"banwen/internal/render/docx/xml"
	"banwen/internal/style"
)

// The ids of the styles of what only formal documents have.
const (
	copyStyle            = "CopyNumber"
	secrecyStyle         = "Secrecy"
	markStyle            = "OrganMark"
	numberStyle          = "DocumentNumber"
	signerStyle          = "SignerName"
	addresseeStyle       = "Addressee"
	attachmentNoteStyle  = "AttachmentNote"
	attachmentLabelStyle = "AttachmentLabel"
	remarkStyle          = "Remark"
	imprintStyle         = "Imprint"
)

// formalStyles are the styles of those parts of a formal document that this
// one has.
func (f *file) formalStyles() []*xml.Node {
	d, p := f.document, f.profile
	var all []*xml.Node
	if d.Head != nil {
		all = append(all, f.headStyles()...)
	}
	if len(d.Addressee) > 0 {
		all = append(all, f.textStyle(addresseeStyle, "主送机关", bodyStyle, p.Addressee))
	}
	if len(d.Attachments) > 0 {
		all = append(all,
			f.textStyle(attachmentNoteStyle, "附件说明", attachmentNoteStyle, withIndent(p.AttachmentNote, 0)),
			f.textStyle(attachmentLabelStyle, "附件字样", titleStyle, p.AttachmentLabel, on("w:keepNext")))
	}
	if len(d.Remark) > 0 {
		all = append(all, f.textStyle(remarkStyle, "附注", remarkStyle, p.Remark))
	}
	if d.Imprint != nil {
		all = append(all, f.textStyle(imprintStyle, "版记", imprintStyle, p.Imprint.Text))
	}
	return all
}

// headStyles are the styles of the red head's parts.
func (f *file) headStyles() []*xml.Node {
	h := f.profile.Head
	return []*xml.Node{
		f.textStyle(copyStyle, "份号", secrecyStyle, h.Copy),
		f.textStyle(secrecyStyle, "密级和紧急程度", markStyle, h.Secrecy),
		f.colouredStyle(markStyle, "发文机关标志", numberStyle, h.Mark, h.Color),
		f.textStyle(numberStyle, "发文字号", titleStyle, h.Number, on("w:keepNext")),
		characterStyle(signerStyle, "签发人姓名", xml.E("w:rFonts", f.fontAttrs(h.Signer.Face)),
			val("w:spacing", f.tightening(h.Signer)), val("w:sz", halfPoints(h.Signer)), val("w:szCs", halfPoints(h.Signer))),
	}
}

// colouredStyle is a paragraph style for a text in a colour.
func (f *file) colouredStyle(id, name, next string, t style.Text, color string) *xml.Node {
	n := styleStart(id, name, next)
	n.Add(f.textProperties(t, on("w:keepNext")), xml.E("w:rPr", nil, xml.E("w:rFonts", f.fontAttrs(t.Face)),
		val("w:color", color), val("w:spacing", f.tightening(t)), val("w:sz", halfPoints(t)), val("w:szCs", halfPoints(t))))
	return n
}

func withIndent(t style.Text, characters int) style.Text {
	t.Indent = characters
	return t
}
