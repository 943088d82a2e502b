package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
	"sync"
)

// deflaters are kept for the next stream: their tables are large. BestSpeed
// because most of a file is outlines, which stronger levels take twice the
// time to make a twelfth smaller.
var deflaters = sync.Pool{New: func() any {
	w, err := zlib.NewWriterLevel(io.Discard, zlib.BestSpeed)
	if err != nil {
		panic(err) // the level is a constant
	}
	return w
}}

// deflate compresses data for a stream with the filter FlateDecode.
func deflate(data []byte) []byte {
	var packed bytes.Buffer
	packed.Grow(len(data)*3/4 + 64) // outlines shrink to about two thirds
	w := deflaters.Get().(*zlib.Writer)
	defer deflaters.Put(w)
	w.Reset(&packed)
	w.Write(data) // a bytes.Buffer takes everything
	w.Close()
	return packed.Bytes()
}
