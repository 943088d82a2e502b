package emf_test

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"
)

// metafile is what a reader makes of an EMF file.
type metafile struct {
	frame        [2]uint32 // in hundredths of a millimetre
	bounds       [2]uint32 // in dots
	window, view [2]uint32
	records      []string // in words, one a record
	drawn        []drawn
}

// drawn is a shape or a text as it comes out.
type drawn struct {
	kind  string // EMR_POLYGON, EMR_POLYLINE, EMR_EXTTEXTOUTW
	pen   pen
	fill  string // RRGGBB; none
	at    [][2]int32
	text  string
	color string // of the text
	face  string
	size  int32
	steps []int32
}

// pen is how lines are drawn; that of no lines has no colour.
type pen struct {
	color string
	width uint32
}

type (
	fill string
	font struct {
		face string
		size int32
	}
)

// reader walks the records of a file and keeps the state that they set.
type reader struct {
	t       *testing.T
	file    metafile
	objects map[uint32]any // by handle
	most    uint32         // the highest handle
	pen     uint32
	brush   uint32
	font    uint32
	color   string
}

// record is a record's content after Type and Size.
type record []byte

func (r record) u32(at int) uint32 { return binary.LittleEndian.Uint32(r[at-8:]) } // at: from the start of the record
func (r record) i32(at int) int32  { return int32(r.u32(at)) }

func (r record) pair(at int) [2]uint32 { return [2]uint32{r.u32(at), r.u32(at + 4)} }

// utf16 is a text of n UTF-16 units, up to a zero.
func (r record) utf16(at, n int) string {
	var units []uint16
	for i := range n {
		u := binary.LittleEndian.Uint16(r[at-8+2*i:])
		if u == 0 {
			break
		}
		units = append(units, u)
	}
	return string(utf16.Decode(units))
}

func (r record) color(at int) string {
	return fmt.Sprintf("%02X%02X%02X", r[at-8], r[at-7], r[at-6])
}

// read reads a file and requires that it holds together.
func read(t *testing.T, data []byte) *metafile {
	t.Helper()
	r := &reader{t: t, objects: map[uint32]any{}, pen: 0x80000007, brush: 0x80000000, font: 0x8000000D}
	count, last := uint32(0), ""
	for rest := data; len(rest) > 0; count++ {
		require.GreaterOrEqual(t, len(rest), 8)
		kind, size := binary.LittleEndian.Uint32(rest), binary.LittleEndian.Uint32(rest[4:])
		require.Zero(t, size%4, "a record's size is a multiple of 4")
		require.True(t, size >= 8 && int(size) <= len(rest), "record %d of %d bytes", count, size)
		require.Equal(t, count == 0, kind == 1, "the header, and it alone, is the first")
		last = r.record(kind, rest[8:size])
		r.file.records = append(r.file.records, last)
		rest = rest[size:]
	}
	require.Equal(t, "EMR_EOF", last)
	require.Empty(t, r.objects, "every object is deleted")
	header := record(data[8:])
	require.Equal(t, uint32(len(data)), header.u32(48), "Bytes")
	require.Equal(t, count, header.u32(52), "Records")
	require.Equal(t, r.most+1, header.u32(56), "Handles; Reserved is 0")
	return &r.file
}

// record reads a record and says what it is.
func (r *reader) record(kind uint32, c record) string {
	switch kind {
	case 0x01:
		return r.header(c)
	case 0x03:
		return r.points("EMR_POLYGON", c)
	case 0x04:
		return r.points("EMR_POLYLINE", c)
	case 0x09:
		r.file.window = c.pair(8)
		return fmt.Sprint("EMR_SETWINDOWEXTEX ", r.file.window)
	case 0x0B:
		r.file.view = c.pair(8)
		return fmt.Sprint("EMR_SETVIEWPORTEXTEX ", r.file.view)
	case 0x0E:
		require.Len(r.t, c, 12)
		require.Equal(r.t, uint32(20), c.u32(16), "SizeLast")
		return "EMR_EOF"
	case 0x11:
		return fmt.Sprint("EMR_SETMAPMODE ", c.u32(8))
	case 0x12:
		return fmt.Sprint("EMR_SETBKMODE ", c.u32(8))
	case 0x16:
		return fmt.Sprint("EMR_SETTEXTALIGN ", c.u32(8))
	case 0x18:
		r.color = c.color(8)
		return "EMR_SETTEXTCOLOR " + r.color
	case 0x54:
		return r.text(c)
	default:
		return r.object(kind, c)
	}
}

func (r *reader) header(c record) string {
	require.Len(r.t, c, 100)
	require.Equal(r.t, [2]uint32{}, c.pair(8))
	require.Equal(r.t, [2]uint32{}, c.pair(24))
	require.Equal(r.t, " EMF", string(c[32:36]))
	require.Equal(r.t, uint32(0x10000), c.u32(44))
	require.Equal(r.t, c.u32(80)*1000, c.u32(100), "micrometres")
	require.Equal(r.t, c.u32(84)*1000, c.u32(104), "micrometres")
	r.file.bounds, r.file.frame = c.pair(16), c.pair(32)
	return fmt.Sprint("EMR_HEADER bounds ", r.file.bounds, " frame ", r.file.frame, " device ", c.pair(72), c.pair(80))
}

// object reads the records that make, use and delete objects.
func (r *reader) object(kind uint32, c record) string {
	h := c.u32(8)
	switch kind {
	case 0x25:
		r.use(h)
		return fmt.Sprintf("EMR_SELECTOBJECT %x", h)
	case 0x28:
		require.Contains(r.t, r.objects, h, "it was made")
		require.NotContains(r.t, []uint32{r.pen, r.brush, r.font}, h, "it is not in use")
		delete(r.objects, h)
		return fmt.Sprint("EMR_DELETEOBJECT ", h)
	case 0x27:
		require.Zero(r.t, c.u32(12), "solid")
		return r.create("EMR_CREATEBRUSHINDIRECT", h, fill(c.color(16)))
	case 0x52:
		require.Len(r.t, c, 4+320)
		require.EqualValues(r.t, 134, c[12+23-8], "GB 2312")
		return r.create("EMR_EXTCREATEFONTINDIRECTW", h, font{c.utf16(12+28, 32), -c.i32(12)})
	case 0x5F:
		return r.create("EMR_EXTCREATEPEN", h, r.extPen(c))
	default:
		r.t.Fatalf("record of type %x", kind)
		return ""
	}
}

func (r *reader) extPen(c record) pen {
	require.Equal(r.t, uint32(0x10200), c.u32(28), "PS_GEOMETRIC, PS_ENDCAP_FLAT, PS_JOIN_ROUND")
	require.Zero(r.t, c.u32(36), "solid")
	require.Zero(r.t, c.u32(48), "no dashes")
	return pen{color: c.color(40), width: c.u32(32)}
}

func (r *reader) create(name string, h uint32, object any) string {
	require.NotContains(r.t, r.objects, h)
	r.objects[h] = object
	r.most = max(r.most, h)
	return fmt.Sprintf("%s %d %v", name, h, object)
}

// use puts an object, or one of the system's, in use.
func (r *reader) use(h uint32) {
	const stock = 0x80000000
	if h < stock {
		require.Contains(r.t, r.objects, h)
	}
	switch r.objects[h].(type) {
	case pen:
		r.pen = h
	case fill:
		r.brush = h
	case font:
		r.font = h
	default:
		switch h {
		case stock + 8:
			r.pen = h
		case stock + 5:
			r.brush = h
		case stock + 13:
			r.font = h
		default:
			r.t.Fatalf("object %x", h)
		}
	}
}

// state is a shape with the objects in use.
func (r *reader) state(kind string) drawn {
	d := drawn{kind: kind, color: r.color}
	d.pen, _ = r.objects[r.pen].(pen)
	f, _ := r.objects[r.brush].(fill)
	d.fill = string(f)
	return d
}

func (r *reader) points(kind string, c record) string {
	n := int(c.u32(24))
	require.Len(r.t, c, 20+8*n)
	d := r.state(kind)
	least, most := [2]int32{c.i32(28), c.i32(32)}, [2]int32{c.i32(28), c.i32(32)}
	for i := range n {
		p := [2]int32{c.i32(28 + 8*i), c.i32(32 + 8*i)}
		least = [2]int32{min(least[0], p[0]), min(least[1], p[1])}
		most = [2]int32{max(most[0], p[0]), max(most[1], p[1])}
		d.at = append(d.at, p)
	}
	require.Equal(r.t, []int32{least[0], least[1], most[0], most[1]}, []int32{c.i32(8), c.i32(12), c.i32(16), c.i32(20)}, "Bounds")
	r.file.drawn = append(r.file.drawn, d)
	return kind + " " + strings.Trim(fmt.Sprint(d.at), "[]")
}

func (r *reader) text(c record) string {
	d := r.state("EMR_EXTTEXTOUTW")
	f, ok := r.objects[r.font].(font)
	require.True(r.t, ok, "a font is in use")
	d.face, d.size, d.at = f.face, f.size, [][2]int32{{c.i32(36), c.i32(40)}}
	n, stringAt, stepsAt := int(c.u32(44)), int(c.u32(48)), int(c.u32(72))
	require.Equal(r.t, []uint32{1, 0}, []uint32{c.u32(24), c.u32(52)}, "GM_COMPATIBLE, no options")
	require.Equal(r.t, 76, stringAt)
	require.True(r.t, stepsAt >= stringAt+2*n && stepsAt < stringAt+2*n+4 && stepsAt%4 == 0)
	require.Len(r.t, c, stepsAt+4*n-8)
	d.text = c.utf16(stringAt, n)
	for i := range n {
		d.steps = append(d.steps, c.i32(stepsAt+4*i))
	}
	r.file.drawn = append(r.file.drawn, d)
	return fmt.Sprint("EMR_EXTTEXTOUTW ", d.at[0], " “", d.text, "” ", d.steps)
}

// width is the width of a text.
func (d drawn) width() int32 {
	total := int32(0)
	for _, s := range d.steps {
		total += s
	}
	return total
}

// edges are the points of a shape, or of a text's line.
func (d drawn) edges(size int32) [][2]int32 {
	if d.kind != "EMR_EXTTEXTOUTW" {
		return d.at
	}
	x, y := d.at[0][0], d.at[0][1]
	return slices.Concat(d.at, [][2]int32{{x, y - size*86/100}, {x + d.width(), y + size*14/100}})
}
