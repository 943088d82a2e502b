package emf

import "encoding/binary"

// recordType is the type of a record ([MS-EMF] 2.1.1, RecordType).
type recordType uint32

const (
	emrHeader                 recordType = 0x01
	emrPolygon                recordType = 0x03
	emrPolyline               recordType = 0x04
	emrSetWindowExtEx         recordType = 0x09
	emrSetViewportExtEx       recordType = 0x0B
	emrEOF                    recordType = 0x0E
	emrSetMapMode             recordType = 0x11
	emrSetBkMode              recordType = 0x12
	emrSetTextAlign           recordType = 0x16
	emrSetTextColor           recordType = 0x18
	emrSelectObject           recordType = 0x25
	emrCreateBrushIndirect    recordType = 0x27
	emrDeleteObject           recordType = 0x28
	emrExtCreateFontIndirectW recordType = 0x52
	emrExtTextOutW            recordType = 0x54
	emrExtCreatePen           recordType = 0x5F
)

// record writes a record: its type, its size, its content.
func (p *picture) record(t recordType, content fields) {
	const start = 8 // Type and Size
	p.records++
	p.bytes = p.bytes.u32(uint32(t), uint32(start+len(content)))
	p.bytes = append(p.bytes, content...)
}

// values is the content of a record that is nothing but numbers.
func values(all ...uint32) fields { return fields(nil).u32(all...) }

// fields are the fields of a record in their order, little-endian.
type fields []byte

func (f fields) u32(all ...uint32) fields {
	for _, v := range all {
		f = binary.LittleEndian.AppendUint32(f, v)
	}
	return f
}

func (f fields) i32(all ...int32) fields {
	for _, v := range all {
		f = f.u32(uint32(v))
	}
	return f
}

// u16 also writes UTF-16 text.
func (f fields) u16(all ...uint16) fields {
	for _, v := range all {
		f = binary.LittleEndian.AppendUint16(f, v)
	}
	return f
}

// zeros writes n bytes that say nothing.
func (f fields) zeros(n int) fields { return append(f, make(fields, n)...) }
