package typeset_test

import (
	"testing"

	"banwen/internal/doc/doctest"
	"banwen/internal/typeset"
)

func BenchmarkSet(b *testing.B) {
	d, p := doctest.Sample(), plain(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, diags := typeset.Set(d, p, fonts); diags.HasErrors() {
			b.Fatal(diags)
		}
	}
}
