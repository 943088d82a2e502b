package docx

import (
	"banwen/internal/doc"
	"banwen/internal/render/docx/xml"
)

// heading is a heading, with the text that follows on the same line in the
// same paragraph.
func (f *file) heading(h *doc.Heading) *xml.Node {
	level := headingLevel(h)
	closer := f.profile.Tightening(f.profile.Headings[level].Text) != 0
	content := f.runs(h.Words(), inline{closer: closer})
	content = append(content, f.runs(h.Body, inline{closer: closer, style: runInStyle, face: f.profile.Body.Face, plain: f.isShowyHeading(level)})...)

	// The style keeps headings on lines of their own with what follows.
	alone := len(h.Body) == 0
	keep := f.keepNext(alone && f.profile.Headings[level].RunIn)
	if keep == nil && !alone && !f.profile.Headings[level].RunIn {
		keep = off("w:keepNext")
	}
	return f.paragraph(headingStyle(level), h.ID, content, keep, f.paragraphMark(h.EndChange()))
}

// headingLevel is a heading's level counted from 0.
func headingLevel(h *doc.Heading) int { return min(max(h.Level, 1), 4) - 1 }
