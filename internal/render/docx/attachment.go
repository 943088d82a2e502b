package docx

import (
	"banwen/internal/doc"
	"banwen/internal/render/docx/xml"
)

// attachment is an attachment on a new page (GB/T 9704-2012, 7.3.7): its
// label on the first line, its title on the third. One that begins with a
// wide table is turned on its side from the start.
func (f *file) attachment(w *flow, a *doc.Attachment) error {
	w.turn(len(a.Blocks) > 0 && isWide(a.Blocks[0]))
	w.add(f.paragraph(attachmentLabelStyle, a.ID, f.plain(a.Label),
		optional(!w.fresh, on("w:pageBreakBefore")), f.paragraphMark(a.Change)))
	w.add(f.title(a.Title, a.ID+titlePart, xml.A(
		"w:before", twips(f.blankLines(1)), "w:after", twips(f.profile.TitleGap(len(a.Title.LineRuns()))))))
	return f.blocks(w, a.Blocks, false)
}
