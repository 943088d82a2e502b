package typeset

import (
	"banwen/internal/doc"
	"banwen/internal/style"
)

// signersWord stands before the names of 签发人.
const signersWord = "签发人："

// numberLines sets the lines that hold 发文字号 and 签发人, and tells how many
// they are; y is counted from the top of the first. The number stands alone in
// the middle (7.2.5), or at the left, level with the last of the signers (7.2.6).
func (s *setter) numberLines(h *doc.Head) ([]Item, int) {
	t := s.profile.Head.Number
	c := s.typeArea(t, headNode, HeadNumber)
	width := s.naturalWidth(headNode, t, h.Number)
	if len(h.Signers) == 0 {
		return s.piece(&c, h.Number, c.left+(c.width-width)/2), 1
	}
	unit := t.Size + s.cell(t.Size)
	left := c.left + unit
	signers := s.signerColumns(h.Signers, left+width+unit)
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
	names []string
	label style.Length   // where the word 签发人 begins
	edges []style.Length // where the names of each column begin
}

// signerColumns places two names a line, the later lines under the first name,
// the longest ending one character inside the right edge (7.2.6). Where that
// would reach left of what is free, there is one name a line.
func (s *setter) signerColumns(names []string, free style.Length) *signerColumns {
	perLine := min(2, len(names))
	placed := s.placeSigners(names, perLine)
	if placed.label < free {
		placed = s.placeSigners(names, 1)
	}
	return placed
}

func (s *setter) placeSigners(names []string, perLine int) *signerColumns {
	t := s.profile.Head.Signer
	unit := t.Size + s.cell(t.Size)
	widths := make([]style.Length, perLine)
	for i, name := range names {
		widths[i%perLine] = max(widths[i%perLine], s.naturalWidth(headNode, t, name))
	}
	x := s.area.Left + s.area.TextWidth - unit*style.Length(perLine)
	for _, w := range widths {
		x -= w
	}
	placed := &signerColumns{names: names, label: x - s.naturalWidth(headNode, s.profile.Head.Number, signersWord)}
	for _, w := range widths {
		placed.edges = append(placed.edges, x)
		x += w + unit
	}
	return placed
}

func (p *signerColumns) lines() int { return (len(p.names) + len(p.edges) - 1) / len(p.edges) }

func (p *signerColumns) set(s *setter) []Item {
	word := s.typeArea(s.profile.Head.Number, headNode, HeadSigners)
	items := s.piece(&word, signersWord, p.label)
	c := s.typeArea(s.profile.Head.Signer, headNode, HeadSigners)
	for i, name := range p.names {
		line := style.Length(i / len(p.edges))
		items = append(items, movedDown(s.piece(&c, name, p.edges[i%len(p.edges)]), line*c.text.Pitch)...)
	}
	return items
}
