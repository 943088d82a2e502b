package emf

import (
	"encoding/binary"

	"banwen/internal/style"
)

// The device that the picture is said to be made for: 600 dots an inch.
const (
	deviceDots        = 6000 // a side
	deviceMillimetres = 254
	dot               = style.Length(deviceMillimetres) * style.Mm / deviceDots
	hundredthMm       = style.Mm / 100
)

// dots is a length in dots of the device, at least one.
func dots(l style.Length) uint32 { return uint32(max(1, (l+dot/2)/dot)) }

// Where the header says what is known only at the end.
const (
	bytesAt   = 48
	recordsAt = 52
	handlesAt = 56
)

// begin writes the header and how the picture is drawn.
func (p *picture) begin() {
	p.header()
	const (
		anisotropic = 8      // 2.1.21, MM_ANISOTROPIC
		transparent = 1      // 2.1.4, TRANSPARENT
		baseline    = 0x0018 // [MS-WMF] 2.1.2.3, TA_BASELINE; from the left
	)
	w, h := p.scene.Width, p.scene.Height
	p.record(emrSetMapMode, values(anisotropic))
	p.record(emrSetWindowExtEx, fields(nil).i32(units(w), units(h)))
	p.record(emrSetViewportExtEx, values(dots(w), dots(h)))
	p.record(emrSetBkMode, values(transparent))
	p.record(emrSetTextAlign, values(baseline))
	p.record(emrSetTextColor, values(p.ink))
}

// header writes EMR_HEADER ([MS-EMF] 2.3.4.2) with both of its extensions.
func (p *picture) header() {
	w, h := p.scene.Width, p.scene.Height
	const (
		signature   = 0x464D4520 // " EMF"
		version     = 0x00010000
		micrometres = deviceMillimetres * 1000
	)
	p.record(emrHeader, values(
		0, 0, dots(w)-1, dots(h)-1, // Bounds, in dots, edges included
		0, 0, uint32((w+hundredthMm/2)/hundredthMm), uint32((h+hundredthMm/2)/hundredthMm), // Frame
		signature, version,
		0, 0, 0, // Bytes, Records, Handles and Reserved: see end
		0, 0, // no description
		0, // no palette
		deviceDots, deviceDots, deviceMillimetres, deviceMillimetres,
		0, 0, 0, // HeaderExtension1: no pixel format, no OpenGL
		micrometres, micrometres, // HeaderExtension2
	))
}

// end writes EMR_EOF ([MS-EMF] 2.3.4.1) and what the header says of the whole.
func (p *picture) end() {
	const offPalEntries, sizeLast = 16, 20
	p.record(emrEOF, values(0, offPalEntries, sizeLast))
	binary.LittleEndian.PutUint32(p.bytes[bytesAt:], uint32(len(p.bytes)))
	binary.LittleEndian.PutUint32(p.bytes[recordsAt:], p.records)
	binary.LittleEndian.PutUint16(p.bytes[handlesAt:], uint16(len(p.objects)+1)) // handle 0 is the picture's own
}
