package emf

import (
	"math"
	"unicode"
	"unicode/utf16"

	"banwen/internal/chart"
	"banwen/internal/style"
)

// text sets a line of text. It says where every character stands, so that a
// label keeps its place and width in whatever font a system has for it.
func (p *picture) text(t chart.Text) error {
	characters := visible(t.Text)
	if len(characters) == 0 {
		return nil
	}
	ink, err := colorRef(t.Color)
	if err != nil {
		return err
	}
	if ink != p.ink {
		p.ink = ink
		p.record(emrSetTextColor, values(ink)) // [MS-EMF] 2.3.11.26
	}
	p.useFont(t.Face, t.Size)
	p.extTextOut(characters, t)
	return nil
}

// visible is a text without the characters that control and do not show.
func visible(text string) []rune {
	var all []rune
	for _, r := range text {
		if !unicode.In(r, unicode.Cc, unicode.Cf, unicode.Variation_Selector) {
			all = append(all, r)
		}
	}
	return all
}

// extTextOut writes EMR_EXTTEXTOUTW ([MS-EMF] 2.3.5.8) with its EmrText (2.2.5).
func (p *picture) extTextOut(characters []rune, t chart.Text) {
	x := t.At.X
	switch width := p.setting.Measure(string(characters), t.Face, t.Size); t.Anchor {
	case chart.Middle:
		x -= width / 2
	case chart.End:
		x -= width
	}
	const (
		compatible = 1  // 2.1.16, GM_COMPATIBLE
		stringAt   = 76 // from the start of the record
		none       = math.MaxUint32
	)
	scale := math.Float32bits(float32(unit) / float32(hundredthMm))
	text := utf16.Encode(characters)
	stringEnd := (stringAt + 2*len(text) + 3) &^ 3
	content := values(0, 0, none, none, // Bounds: not used
		compatible, scale, scale).
		i32(units(x), units(t.At.Y)).
		u32(uint32(len(text)), stringAt,
			0, 0, 0, none, none, // no options, no rectangle
			uint32(stringEnd)).
		u16(text...).
		zeros(stringEnd - stringAt - 2*len(text))
	p.record(emrExtTextOutW, content.i32(p.steps(characters, t, x)...))
}

// steps are the distances from each of the UTF-16 units of a text that begins
// at x to the next; those of the second half of a pair are 0.
func (p *picture) steps(characters []rune, t chart.Text, x style.Length) []int32 {
	var all []int32
	for _, r := range characters {
		next := x + p.setting.Measure(string(r), t.Face, t.Size)
		all = append(all, units(next)-units(x))
		if utf16.RuneLen(r) == 2 {
			all = append(all, 0)
		}
		x = next
	}
	return all
}
