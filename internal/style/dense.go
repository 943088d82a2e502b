package style

import "maps"

// How a working paper is set that is to be read at a glance: 5号 on a pitch
// that is half as much again, the title in 3号, tables in 小5号.
const (
	denseSize, densePitch           = Pt * 21 / 2, 16 * Pt
	denseTitleSize, denseTitlePitch = 16 * Pt, 24 * Pt
	denseTableSize, denseTablePitch = 9 * Pt, 15 * Pt
)

// Dense gives the profile for a working paper, such as a list of changes:
// page, faces and numbers of headings stay, the type is small and close. It is
// no document, and GB/T 9704-2012 asks nothing of it.
func (p *Profile) Dense() *Profile {
	d := *p
	d.Faces = maps.Clone(p.Faces)
	d.Grid = Grid{Lines: int(p.Page.TextHeight / densePitch), Characters: int(p.Page.TextWidth / denseSize), Pitch: densePitch}
	texts := []*Text{&d.Body, &d.Caption, &d.Note}
	for i := range d.Headings {
		texts = append(texts, &d.Headings[i].Text)
	}
	for _, t := range texts {
		t.Size, t.Pitch, t.Indent = denseSize, densePitch, 0
	}
	d.TitleText.Size, d.TitleText.Pitch = denseTitleSize, denseTitlePitch
	d.Table.Size, d.Table.Pitch = denseTableSize, denseTablePitch
	return &d
}
