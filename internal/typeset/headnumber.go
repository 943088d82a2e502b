package typeset

import (
	"banwen/internal/doc"
	"banwen/internal/style"
)

// numberLines sets the lines that hold 发文字号 and 签发人, and tells how many
// they are; y is counted from the top of the first. The number stands alone in
// the middle (7.2.5), or at the left, level with the last of the signers (7.2.6).
func (s *setter) numberLines(h *doc.Head) ([]Item, int) {
	t := s.profile.Head.Number
	c := s.typeArea(t, doc.HeadNode, HeadNumber)
	width := s.naturalWidth(doc.HeadNode, t, h.Number)
	if len(h.Signers) == 0 {
		return s.piece(&c, h.Number, c.left+(c.width-width)/2), 1
	}
	unit := t.Size + s.cell(t.Size)
	left := c.left + unit
	signers := s.signerColumns(h, left+width+unit)
	items := signers.set(s)
	lines := signers.lines()
	if signers.label < left+width { // even one name a line leaves the number no room
		lines++
	}
	number := s.piece(&c, h.Number, left)
	return append(movedDown(number, style.Length(lines-1)*t.Pitch), items...), lines
}

// signerColumns is where the names of 签发人 stand.
type signerColumns struct {
	word  []doc.Run // 签发人
	names []doc.Run
	label style.Length   // where the word begins
	edges []style.Length // where the names of each column begin
}

// signerColumns places two names a line, the later lines under the first name,
// the longest ending one character inside the right edge (7.2.6). Where that
// would reach left of what is free, there is one name a line.
func (s *setter) signerColumns(h *doc.Head, free style.Length) *signerColumns {
	placed := s.placeSigners(h, min(2, len(h.Signers)))
	if placed.label < free {
		placed = s.placeSigners(h, 1)
	}
	return placed
}

func (s *setter) placeSigners(h *doc.Head, perLine int) *signerColumns {
	t := s.profile.Head.Signer
	unit := t.Size + s.cell(t.Size)
	widths := make([]style.Length, perLine)
	for i := range h.Signers {
		widths[i%perLine] = max(widths[i%perLine], s.naturalWidth(doc.HeadNode, t, h.Signers[i:i+1]))
	}
	x := s.area.Left + s.area.TextWidth - unit*style.Length(perLine)
	for _, w := range widths {
		x -= w
	}
	word := h.SignersLabel()
	placed := &signerColumns{word: word, names: h.Signers, label: x - s.naturalWidth(doc.HeadNode, s.profile.Head.Number, word)}
	for _, w := range widths {
		placed.edges = append(placed.edges, x)
		x += w + unit
	}
	return placed
}

func (p *signerColumns) lines() int { return (len(p.names) + len(p.edges) - 1) / len(p.edges) }

func (p *signerColumns) set(s *setter) []Item {
	word := s.typeArea(s.profile.Head.Number, doc.HeadNode, HeadSigners)
	items := s.piece(&word, p.word, p.label)
	c := s.typeArea(s.profile.Head.Signer, doc.HeadNode, HeadSigners)
	for i := range p.names {
		line := style.Length(i / len(p.edges))
		items = append(items, movedDown(s.piece(&c, p.names[i:i+1], p.edges[i%len(p.edges)]), line*c.text.Pitch)...)
	}
	return items
}
