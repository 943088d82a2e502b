package pdf_test

import (
	"io"
	"testing"

	"banwen/internal/doc/doctest"
	"banwen/internal/font"
	"banwen/internal/render/pdf"
	"banwen/internal/style"
	"banwen/internal/typeset"
)

// BenchmarkWrite writes the sample from fonts that have not been read yet, as
// a process does that builds one report.
func BenchmarkWrite(b *testing.B) {
	profile, diags := style.Load(style.Shipped(), "plain")
	if diags.HasErrors() {
		b.Fatal(diags)
	}
	layout, diags := typeset.Set(doctest.Sample(), profile, font.Shipped())
	if diags.HasErrors() {
		b.Fatal(diags)
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := pdf.Write(io.Discard, layout, font.Shipped()); err != nil {
			b.Fatal(err)
		}
	}
}
