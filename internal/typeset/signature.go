package typeset

import (
	"banwen/internal/doc"
	"banwen/internal/style"
)

// signature sets organ and date under a blank line, on one page with the end
// of the text (GB/T 9704-2012, 7.3.5).
func (s *setter) signature(sig *doc.Signature) {
	s.keepTail()
	s.blank(s.profile.Signature.Pitch)
	edges := s.signatureEdges
	if sig.Sealed {
		edges = s.sealedEdges
	}
	organ, date := edges(sig)
	if len(sig.Organ) > 0 {
		s.addFrom(organ, sig.Organ)
	}
	if len(sig.Date) > 0 {
		s.keepLast()
		s.addFrom(date, sig.Date)
	}
}

// signatureEdges gives where organ and date begin, from the paper's left
// edge: the organ ends OrganIndent characters inside the right edge and the
// date begins two characters right of it; a date longer than the organ ends
// there instead, and the organ moves left (7.3.5.2, without a seal).
func (s *setter) signatureEdges(sig *doc.Signature) (organ, date style.Length) {
	t := s.profile.Signature.Text
	unit := t.Size + s.cell(t.Size)
	right := s.area.Left + s.area.TextWidth - style.Length(s.profile.Signature.OrganIndent)*unit
	organWidth, dateWidth := s.naturalWidth(doc.SignatureNode, t, sig.Organ), s.naturalWidth(doc.SignatureNode, t, sig.Date)
	organ = right - organWidth
	if dateWidth > organWidth {
		organ = right - dateWidth - 2*unit
	}
	organ = max(organ, s.area.Left)
	return organ, organ + 2*unit
}

// sealedEdges gives the same where a seal is put on: the date ends
// SealedIndent characters inside the right edge and the organ stands centred
// over it; both move left where the organ would leave the type area (7.3.5.1).
func (s *setter) sealedEdges(sig *doc.Signature) (organ, date style.Length) {
	t := s.profile.Signature.Text
	unit := t.Size + s.cell(t.Size)
	right := s.area.Left + s.area.TextWidth
	organWidth, dateWidth := s.naturalWidth(doc.SignatureNode, t, sig.Organ), s.naturalWidth(doc.SignatureNode, t, sig.Date)
	middle := right - style.Length(s.profile.Signature.SealedIndent)*unit - dateWidth/2
	middle = min(middle, right-organWidth/2)
	return max(middle-organWidth/2, s.area.Left), max(middle-dateWidth/2, s.area.Left)
}

// addFrom adds a line of the signature that begins at left.
func (s *setter) addFrom(left style.Length, runs []doc.Run) {
	c := s.typeArea(s.profile.Signature.Text, doc.SignatureNode, SignedText)
	c.text.Align = style.Left
	c.width -= left - c.left
	c.left = left
	s.addRuns(c, runs)
}

// remark sets 附注 on the line under the date (7.3.6).
func (s *setter) remark(runs []doc.Run) {
	s.keepTail()
	s.addRuns(s.typeArea(s.profile.Remark, doc.RemarkNode, RemarkText), runs)
}
