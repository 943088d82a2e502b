package docx_test

import (
	"bytes"
	"testing"

	"banwen/internal/doc/doctest"
	"banwen/internal/render/docx"
	"banwen/internal/style"
)

func BenchmarkWrite(b *testing.B) {
	p, _ := style.Load(style.Shipped(), "plain")
	d := doctest.Sample()
	var out bytes.Buffer
	for b.Loop() {
		out.Reset()
		if err := docx.Write(&out, d, p); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(out.Len()), "bytes")
}
