package typeset

import (
	"banwen/internal/doc"
	"banwen/internal/style"
)

// signatureNode is the node id of the signature's runs.
const signatureNode = "signature"

// signature sets organ and date under a blank line, on one page with the end
// of the text (GB/T 9704-2012, 7.3.5.2, without a seal).
func (s *setter) signature(sig *doc.Signature) {
	t := s.profile.Signature.Text
	s.keepLast()
	s.add(box{height: t.Pitch, keep: true})
	organ, date := s.signatureEdges(sig)
	s.addFrom(organ, sig.Organ)
	if sig.Date != "" {
		s.keepLast()
		s.addFrom(date, sig.Date)
	}
}

// signatureEdges gives where organ and date begin, from the paper's left
// edge: the organ ends OrganIndent characters inside the right edge and the
// date begins two characters right of it; a date longer than the organ ends
// there instead, and the organ moves left.
func (s *setter) signatureEdges(sig *doc.Signature) (organ, date style.Length) {
	t := s.profile.Signature.Text
	unit := t.Size + s.cell(t.Size)
	right := s.profile.Page.Left + s.profile.Page.TextWidth - style.Length(s.profile.Signature.OrganIndent)*unit
	organWidth, dateWidth := s.naturalWidth(t, sig.Organ), s.naturalWidth(t, sig.Date)
	organ = right - organWidth
	if dateWidth > organWidth {
		organ = right - dateWidth - 2*unit
	}
	organ = max(organ, s.profile.Page.Left)
	return organ, organ + 2*unit
}

// naturalWidth is how wide a text is on one line.
func (s *setter) naturalWidth(t style.Text, text string) style.Length {
	face := s.face(t.Face, t.Size)
	_, width := s.advances(s.chars(signatureNode, span{face, []doc.Run{{Text: text}}}), s.cell(t.Size))
	return width
}

// addFrom adds a line of the signature that begins at left.
func (s *setter) addFrom(left style.Length, text string) {
	c := s.typeArea(s.profile.Signature.Text, signatureNode, SignedText)
	c.text.Align = style.Left
	c.width -= left - c.left
	c.left = left
	s.addText(c, text)
}
