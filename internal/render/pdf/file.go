package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// ref is an indirect object's number, from 1; 0 is no object.
type ref int

func (r ref) String() string { return strconv.Itoa(int(r)) + " 0 R" }

// dict is a dictionary in the order it is written: names without the slash,
// and values as PDF has them. An empty value leaves the entry out.
type dict []entry

type entry struct{ name, value string }

func (d dict) String() string {
	var b strings.Builder
	b.WriteString("<<")
	for _, e := range d {
		if e.value != "" {
			b.WriteString("/" + e.name + " " + e.value)
		}
	}
	b.WriteString(">>")
	return b.String()
}

// file is a PDF file being put together in memory (ISO 32000-1, 7.5).
type file struct {
	b       bytes.Buffer
	offsets []int // of object i+1; 0 while it is only reserved
}

// newFile starts a file with its header; the bytes after it tell transfer
// programs that the file is binary.
func newFile() *file {
	f := &file{}
	f.b.Grow(512 << 10) // more than a summary of ten pages takes
	f.b.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	return f
}

// reserve gives the number of an object that is written later.
func (f *file) reserve() ref {
	f.offsets = append(f.offsets, 0)
	return ref(len(f.offsets))
}

// put writes a reserved object.
func (f *file) put(r ref, body string) {
	f.begin(r)
	f.b.WriteString(body)
	f.b.WriteString("\nendobj\n")
}

// add writes an object.
func (f *file) add(body string) ref {
	r := f.reserve()
	f.put(r, body)
	return r
}

// addStream writes a stream, compressing it; d gets its length and filter.
func (f *file) addStream(d dict, data []byte) ref { return f.addDeflated(d, deflate(data)) }

// addDeflated writes a stream that is compressed already; d gets its length and filter.
func (f *file) addDeflated(d dict, packed []byte) ref {
	return f.addPlainStream(append(d, entry{"Filter", "/FlateDecode"}), packed)
}

// addPlainStream writes a stream as it is; d gets its length.
func (f *file) addPlainStream(d dict, data []byte) ref {
	r := f.reserve()
	f.begin(r)
	f.b.WriteString(append(d, entry{"Length", strconv.Itoa(len(data))}).String())
	f.b.WriteString("\nstream\n")
	f.b.Write(data)
	f.b.WriteString("\nendstream\nendobj\n")
	return r
}

func (f *file) begin(r ref) {
	f.offsets[r-1] = f.b.Len()
	fmt.Fprintf(&f.b, "%d 0 obj\n", r)
}

// writeTo ends the file with its cross-reference table and writes it. The
// file's identifier is taken from its content, so that it repeats.
func (f *file) writeTo(w io.Writer, catalog, info ref) error {
	sum := sha256.Sum256(f.b.Bytes())
	start := f.b.Len()
	fmt.Fprintf(&f.b, "xref\n0 %d\n0000000000 65535 f \n", len(f.offsets)+1)
	for _, offset := range f.offsets {
		fmt.Fprintf(&f.b, "%010d 00000 n \n", offset)
	}
	trailer := dict{
		{"Size", strconv.Itoa(len(f.offsets) + 1)},
		{"Root", catalog.String()},
		{"Info", info.String()},
		{"ID", fmt.Sprintf("[<%X><%[1]X>]", sum[:16])},
	}
	fmt.Fprintf(&f.b, "trailer\n%s\nstartxref\n%d\n%%%%EOF\n", trailer, start)
	_, err := w.Write(f.b.Bytes())
	return err
}
