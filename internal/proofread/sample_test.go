package proofread_test

import (
	"flag"
	"io/fs"
	"os"
	"strings"
	"testing"

	"banwen/internal/compose"
	"banwen/internal/doc"
	"banwen/internal/figure"
	"banwen/internal/proofread"
	"banwen/internal/source"
	"banwen/internal/style"
	"banwen/templates"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// sample composes the shipped sample.
func sample(t testing.TB) (*doc.Document, proofread.Facts) {
	t.Helper()
	report, diags := source.Load(os.DirFS("../../data"), "2023-h1")
	require.Empty(t, diags)
	var all []figure.Indicator
	for _, a := range report.Areas {
		all = append(all, a.Indicators...)
	}
	book, diags := figure.NewBook(all, nil, report.Options)
	require.Empty(t, diags)
	profile, diags := style.Load(style.Shipped(), "plain")
	require.Empty(t, diags)
	template, err := fs.Sub(templates.FS(), "half-year-summary")
	require.NoError(t, err)
	d, diags := compose.Compose(report, book, template, profile, compose.Draft)
	require.Empty(t, diags)
	return d, proofread.Facts{Period: report.Period, Words: proofread.ShippedWords()}
}

// The sample gives exactly the findings that are truly in it.
func TestSample(t *testing.T) {
	var b strings.Builder
	for _, f := range proofread.Check(sample(t)) {
		b.WriteString(f.Pos.String() + " " + f.Rule + " " + f.Severity.String() + " " + f.Quote + "：" + f.Reason + "\n")
	}
	const golden = "testdata/sample.txt"
	if *update {
		require.NoError(t, os.WriteFile(golden, []byte(b.String()), 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	require.Equal(t, string(want), b.String())
}

// Texts without a mistake give no finding at all.
func TestCleanTexts(t *testing.T) {
	files, err := os.ReadDir("testdata/clean")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		text, err := os.ReadFile("testdata/clean/" + file.Name())
		require.NoError(t, err)
		for _, f := range proofread.Check(proofread.ExampleDocument(string(text)), proofread.Facts{Period: source.Period{Year: 2023, Part: "上半年"}, Words: proofread.ShippedWords()}) {
			t.Errorf("%s:%d %s %s：%s", file.Name(), f.Pos.Line, f.Rule, f.Quote, f.Reason)
		}
	}
}

func BenchmarkSample(b *testing.B) {
	d, facts := sample(b)
	for b.Loop() {
		proofread.Check(d, facts)
	}
}
