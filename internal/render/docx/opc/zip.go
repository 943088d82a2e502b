package opc

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"hash/crc32"
	"io"
	"sync"
)

// Compression says how parts are put into the ZIP file.
type Compression bool

// Store leaves parts as they are: for a package that goes into another, which
// compresses it.
const (
	Deflate Compression = false
	Store   Compression = true
)

// firstDay is 1980-01-01, the first day a ZIP entry can have, in MS-DOS form.
const firstDay = 1<<5 | 1

// deflaters keeps compressors: making one costs more than using it on a part.
var deflaters = sync.Pool{New: func() any {
	w, err := flate.NewWriter(io.Discard, flate.DefaultCompression)
	if err != nil {
		panic(err) // the level is one there is
	}
	return w
}}

// Write writes the package. Sizes stand before each entry, not behind it,
// which every reader understands.
func (p *Package) Write(w io.Writer, c Compression) error {
	archive := zip.NewWriter(w)
	deflater := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(deflater)
	var deflated bytes.Buffer
	for _, part := range p.all() {
		header := &zip.FileHeader{
			Name: part.name, ModifiedDate: firstDay, // CreateRaw takes this field as it is, and not Modified
			CRC32: crc32.ChecksumIEEE(part.data), UncompressedSize64: uint64(len(part.data)),
		}
		data := part.data
		if c == Deflate {
			header.Method = zip.Deflate
			deflated.Reset()
			deflater.Reset(&deflated)
			deflater.Write(data) // into memory: no error
			deflater.Close()
			data = deflated.Bytes()
		}
		header.CompressedSize64 = uint64(len(data))
		entry, err := archive.CreateRaw(header)
		if err != nil {
			return err
		}
		if _, err := entry.Write(data); err != nil {
			return err
		}
	}
	return archive.Close()
}
