package font

// Metrics are a font's measures for PDF's font descriptor, in units of the em.
type Metrics struct {
	Ascent, Descent        int // above and below the baseline; Descent is negative
	CapHeight              int
	XMin, YMin, XMax, YMax int // the box that holds every glyph
	ItalicAngle            int // degrees, negative for a slope to the right
	StemV                  int // thickness of vertical stems
	FixedPitch             bool
}

// Metrics reads the font's measures. CapHeight is guessed when the font does
// not give it; StemV no TrueType font gives, it is guessed from the weight.
func (f *Font) Metrics() Metrics {
	head, hhea, post, os2 := f.tables["head"], f.tables["hhea"], f.tables["post"], f.tables["OS/2"]
	m := Metrics{
		Ascent: int(hhea.i16(4)), Descent: int(hhea.i16(6)),
		XMin: int(head.i16(36)), YMin: int(head.i16(38)),
		XMax: int(head.i16(40)), YMax: int(head.i16(42)),
		ItalicAngle: int(post.i16(4)), // 16.16 fixed: the whole degrees
		FixedPitch:  post.u32(12) != 0,
	}
	if os2.u16(0) >= 2 {
		m.CapHeight = int(os2.i16(88))
	}
	if m.CapHeight <= 0 {
		m.CapHeight = f.unitsPerEm * 7 / 10
	}
	weight := int(os2.u16(4))
	if weight < 100 || weight > 1000 {
		weight = 400
	}
	// A straight line through the usual stems of light (about 50) and black (about 200) faces.
	m.StemV = (weight/4 - 15) * f.unitsPerEm / 1000
	return m
}
