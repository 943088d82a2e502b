package style

import "unicode"

// KeepsWidth tells the characters that are as wide as their face makes them
// where others are set closer: letters, digits and the signs among them.
func KeepsWidth(r rune) bool {
	return ' ' < r && r < 0x80 || unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic) && !isFullWidthForm(r)
}

// isFullWidthForm tells the full-width letters Ａ to ｚ, set like hanzi.
func isFullWidthForm(r rune) bool { return 0xff01 <= r && r <= 0xff60 }

// spare is the part of a character that a full line of them leaves free. It
// stands midway between nothing and the half character that digits may make
// a line longer, so that programs which reckon a few twips more or less fill
// the line with the same text (docs/decisions/011-word-and-pdf.md).
const spare = 4

// Tightening is what word processors are told to add to every full-width
// character, in whole twips: to text that fills lines as the body does so much
// that a line of the grid's number of characters (GB/T 9704-2012, 5.2.3) has
// room to spare, to other text of its size so that it stands on the grid. Text of
// other sizes gets none.
func (p *Profile) Tightening(t Text) Length {
	if t.Size != p.Body.Size {
		return 0
	}
	width := p.Page.TextWidth
	if t.Align == p.Body.Align {
		width -= t.Size / spare
	}
	return (width/Length(p.Grid.Characters) - t.Size).wholeTwips()
}

// wholeTwips rounds a length down to whole twips.
func (l Length) wholeTwips() Length {
	twips := l / Twip
	if l%Twip < 0 {
		twips--
	}
	return twips * Twip
}
