package pdf

import (
	"encoding/binary"
	"unicode/utf16"
)

// The numbers of sRGB (IEC 61966-2-1) as s15Fixed16, adapted to D50 by the
// Bradford matrix, as an ICC profile has them (ICC.1:2004-10, annex E).
var (
	whiteD50   = []uint32{0x0000F6D6, 0x00010000, 0x0000D32D}
	redXYZ     = []uint32{0x00006FA2, 0x000038F5, 0x00000390}
	greenXYZ   = []uint32{0x00006299, 0x0000B785, 0x000018DA}
	blueXYZ    = []uint32{0x000024A0, 0x00000F84, 0x0000B6CF}
	adaptation = []uint32{ // from D65 to D50
		0x00010C3D, 0x000005DC, 0xFFFFF32B,
		0x00000790, 0x0000FD90, 0xFFFFFBA3,
		0xFFFFFDA3, 0x000003DA, 0x0000C08C,
	}
	// Y = (aX+b)^g from X = d on, cX below: g, a, b, c, d.
	transfer = []uint32{0x00026666, 0x0000F2A7, 0x00000D59, 0x000013D0, 0x00000A5B}
)

// writeOutputIntent writes the sRGB profile and gives the intent by which
// the document's colours are meant (ISO 19005-2, 6.2.3).
func writeOutputIntent(f *file) string {
	profile := f.addStream(dict{{"N", "3"}}, sRGBProfile())
	return dict{
		{"Type", "/OutputIntent"}, {"S", "/GTS_PDFA1"},
		{"OutputConditionIdentifier", "(sRGB IEC61966-2.1)"}, {"Info", "(sRGB IEC61966-2.1)"},
		{"DestOutputProfile", profile.String()},
	}.String()
}

// sRGBProfile is a display profile of ICC version 4.2 for sRGB.
func sRGBProfile() []byte {
	curve := element("para", []uint32{3 << 16}, transfer) // function type 3
	return iccProfile([]iccTag{
		{"desc", iccText("sRGB IEC61966-2.1")},
		{"cprt", iccText("No copyright, use freely")},
		{"wtpt", element("XYZ ", whiteD50)},
		{"chad", element("sf32", adaptation)},
		{"rXYZ", element("XYZ ", redXYZ)},
		{"gXYZ", element("XYZ ", greenXYZ)},
		{"bXYZ", element("XYZ ", blueXYZ)},
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
	})
}

// iccTag is one tagged element of a profile.
type iccTag struct {
	signature string
	data      []byte
}

// element is a tag's data: a type, four reserved bytes and 32-bit numbers.
func element(kind string, numbers ...[]uint32) []byte {
	b := append([]byte(kind), 0, 0, 0, 0)
	for _, list := range numbers {
		for _, n := range list {
			b = binary.BigEndian.AppendUint32(b, n)
		}
	}
	return b
}

// iccText is a text in English as multiLocalizedUnicodeType.
func iccText(s string) []byte {
	const oneRecord, recordSize, textOffset = 1, 12, 28
	const english = 'e'<<24 | 'n'<<16 | 'U'<<8 | 'S'
	units := utf16.Encode([]rune(s))
	b := element("mluc", []uint32{oneRecord, recordSize, english, uint32(2 * len(units)), textOffset})
	for _, u := range units {
		b = binary.BigEndian.AppendUint16(b, u)
	}
	for len(b)%4 != 0 {
		b = append(b, 0)
	}
	return b
}

// iccProfile puts a profile together: header, tag table, elements. Tags with
// the same data share it.
func iccProfile(tags []iccTag) []byte {
	const headerSize, rowSize = 128, 12
	b := make([]byte, headerSize)
	b = binary.BigEndian.AppendUint32(b, uint32(len(tags)))
	var data []byte
	start := len(b) + rowSize*len(tags)
	at := map[string]int{}
	for _, t := range tags {
		offset, ok := at[string(t.data)]
		if !ok {
			offset = start + len(data)
			at[string(t.data)] = offset
			data = append(data, t.data...)
		}
		b = append(b, t.signature...)
		b = binary.BigEndian.AppendUint32(b, uint32(offset))
		b = binary.BigEndian.AppendUint32(b, uint32(len(t.data)))
	}
	b = append(b, data...)
	writeICCHeader(b)
	return b
}

// writeICCHeader fills in a whole profile's header. The date is that of the
// profile specification, not of the document.
func writeICCHeader(profile []byte) {
	h := profile
	binary.BigEndian.PutUint32(h, uint32(len(profile)))
	binary.BigEndian.PutUint32(h[8:], 0x04200000) // version 4.2
	copy(h[12:], "mntrRGB XYZ ")                  // display, colour space, connection space
	for i, v := range []uint16{2004, 10, 1, 0, 0, 0} {
		binary.BigEndian.PutUint16(h[24+2*i:], v)
	}
	copy(h[36:], "acsp")
	for i, v := range whiteD50 { // illuminant of the connection space
		binary.BigEndian.PutUint32(h[68+4*i:], v)
	}
}
