package docx

import (
	"banwen/internal/chart"
	"banwen/internal/doc"
	"banwen/internal/render/docx/xml"
	"banwen/internal/style"
)

// attachmentNote is 附件说明 (GB/T 9704-2012, 7.3.4): a line for each
// attachment, the first one blank line under the text; several are numbered.
// Long titles go on under their first character.
func (f *file) attachmentNote() []*xml.Node {
	all := f.document.Attachments
	if len(all) == 0 {
		return nil
	}
	label, numbers := doc.NoteWord(all), doc.NoteNumbers(all, "")
	set := f.profile.AttachmentNote
	cell := f.cell(set)
	word := chart.EstimateWidth(doc.Text(label), "", cell)
	left := style.Length(set.Indent)*cell + word
	number := style.Length(0)
	if len(all) > 1 {
		number = chart.EstimateWidth(integer(len(all))+". ", "", cell)
	}
	above := xml.E("w:spacing", xml.A("w:before", twips(set.Pitch)))
	var nodes []*xml.Node
	for i := range all {
		var content []*xml.Node
		hanging := number
		if i == 0 {
			content = f.plain(label)
			hanging += word
		}
		for _, number := range numbers[i] {
			content = append(append(content, f.plain([]doc.Run{number})...), f.tracked(number.Change, []*xml.Node{tab()})...)
		}
		content = append(content, f.link(&all[i]))
		nodes = append(nodes, f.paragraph(attachmentNoteStyle, all[i].ID+listedPart, content,
			optional(f.document.Signature != nil || i < len(all)-1, on("w:keepNext")), above,
			xml.E("w:ind", xml.A("w:left", twips(left+number), "w:hanging", twips(hanging))), f.paragraphMark(all[i].Change)))
		above = nil
	}
	return nodes
}

// link is an attachment's title that leads to the attachment (clause
// 17.3.2.22) and looks like the text around it.
func (f *file) link(a *doc.Attachment) *xml.Node {
	return xml.E("w:hyperlink", xml.A("w:anchor", BookmarkName(a.ID), "w:history", "1"), f.runs(a.Title.HeadRuns(), inline{})...)
}
