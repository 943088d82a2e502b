package emf

import (
	"fmt"
	"strconv"
	"unicode/utf16"

	"banwen/internal/style"
)

// objectKind is a kind of object of which one is in use at a time.
type objectKind int

const (
	penKind objectKind = iota
	brushKind
	fontKind
)

// The objects that every system has ([MS-EMF] 2.1.31, StockObject).
const (
	nullBrush = 0x80000005
	nullPen   = 0x80000008
)

// pen, brush and font are what objects are made of, with comparable values.
type (
	pen struct {
		color uint32
		width style.Length
	}
	brush struct{ color uint32 }
	font  struct {
		face string
		size style.Length
	}
)

// handle gives an object's handle; one that is new is made first.
func (p *picture) handle(object any, create func(handle uint32)) uint32 {
	h, ok := p.objects[object]
	if !ok {
		h = uint32(len(p.objects) + 1)
		p.objects[object] = h
		create(h)
	}
	return h
}

// use puts an object to use (EMR_SELECTOBJECT, [MS-EMF] 2.3.8.5).
func (p *picture) use(kind objectKind, handle uint32) {
	if p.selected[kind] != handle {
		p.selected[kind] = handle
		p.record(emrSelectObject, values(handle))
	}
}

// deleteObjects gives every object back (EMR_DELETEOBJECT, [MS-EMF] 2.3.8.3);
// none may be in use then.
func (p *picture) deleteObjects() {
	const systemFont = 0x8000000D
	if len(p.objects) == 0 {
		return
	}
	p.use(penKind, nullPen)
	p.use(brushKind, nullBrush)
	p.use(fontKind, systemFont)
	for h := range len(p.objects) {
		p.record(emrDeleteObject, values(uint32(h+1)))
	}
}

// usePen has lines drawn in a colour; no colour: none.
func (p *picture) usePen(rgb string, width style.Length) error {
	if rgb == "" {
		p.use(penKind, nullPen)
		return nil
	}
	color, err := colorRef(rgb)
	if err != nil {
		return err
	}
	wanted := pen{color, width}
	p.use(penKind, p.handle(wanted, func(h uint32) { p.createPen(h, wanted) }))
	return nil
}

// createPen writes EMR_EXTCREATEPEN ([MS-EMF] 2.3.7.9): the lines of other
// pens have round ends.
func (p *picture) createPen(handle uint32, wanted pen) {
	const (
		geometric = 0x00010000 // 2.1.25, PS_GEOMETRIC; PS_SOLID and PS_JOIN_ROUND are 0
		flatEnds  = 0x00000200 // PS_ENDCAP_FLAT
	)
	p.record(emrExtCreatePen, values(handle,
		0, 0, 0, 0, // no bitmap
		geometric|flatEnds, uint32(units(wanted.width)), solid, wanted.color, 0, // LogPenEx (2.2.20)
		0)) // no dashes
}

// solid is a brush or pen of one colour ([MS-WMF] 2.1.1.4, BS_SOLID).
const solid = 0

// useBrush has areas filled in a colour; no colour: not filled.
func (p *picture) useBrush(rgb string) error {
	if rgb == "" {
		p.use(brushKind, nullBrush)
		return nil
	}
	color, err := colorRef(rgb)
	if err != nil {
		return err
	}
	p.use(brushKind, p.handle(brush{color}, func(h uint32) {
		p.record(emrCreateBrushIndirect, values(h, solid, color, 0)) // [MS-EMF] 2.3.7.1
	}))
	return nil
}

// useFont has texts set in a role's font.
func (p *picture) useFont(role style.Role, size style.Length) {
	wanted := font{p.setting.Face(role), size}
	p.use(fontKind, p.handle(wanted, func(h uint32) { p.createFont(h, wanted) }))
}

// createFont writes EMR_EXTCREATEFONTINDIRECTW ([MS-EMF] 2.3.7.8) with a
// LogFontPanose (2.2.16), as Windows does.
func (p *picture) createFont(handle uint32, wanted font) {
	const (
		normalWeight  = 400
		gb2312        = 134 // [MS-WMF] 2.1.1.5, GB2312_CHARSET
		logFontPanose = 320 - 92
	)
	content := values(handle).
		i32(-units(wanted.size), 0, 0, 0, normalWeight) // less than 0: the size of the character, not of its line
	content = append(content,
		0, 0, 0, gb2312, // Italic, Underline, StrikeOut, CharSet
		0, 0, 0, 0) // OutPrecision, ClipPrecision, Quality, PitchAndFamily
	content = content.u16(faceName(wanted.face)...)
	p.record(emrExtCreateFontIndirectW, content.zeros(logFontPanose))
}

// faceName is a font's name for a LogFont ([MS-EMF] 2.2.13): 32 characters,
// the last of them 0.
func faceName(name string) []uint16 {
	const length = 32
	field := make([]uint16, length)
	copy(field[:length-1], utf16.Encode([]rune(name)))
	return field
}

// colorRef is a colour as [MS-WMF] 2.2.2.8 has it (ColorRef): red in the lowest byte.
func colorRef(rgb string) (uint32, error) {
	v, err := strconv.ParseUint(rgb, 16, 32)
	if err != nil || len(rgb) != 6 {
		return 0, fmt.Errorf("“%s”不是颜色（应写六位十六进制数）", rgb)
	}
	return uint32(v>>16 | v&0xFF00 | v&0xFF<<16), nil
}
