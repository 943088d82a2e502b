package audit_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"banwen/internal/audit"
	"banwen/internal/figure"
	"banwen/internal/finding"
	"banwen/internal/source"

	"github.com/stretchr/testify/require"
)

// folder is a report of one or two areas as a file system.
func folder(areas ...string) fstest.MapFS {
	files := fstest.MapFS{"r/report.yaml": {Data: []byte("单位: 某局\n标题: 总结\n期间: 2023上半年\n模板: half-year-summary\n版式: plain\n工作: [" +
		strings.Join([]string{"a", "b"}[:len(areas)], ", ") + "]\n")}}
	for i, text := range areas {
		files["r/areas/"+string(rune('a'+i))+".yaml"] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

// check checks a report whose data has no mistake of its own.
func check(t testing.TB, files fstest.MapFS, dir string) ([]finding.Finding, *figure.Book) {
	t.Helper()
	report, diags := source.Load(files, dir)
	require.Empty(t, diags)
	book := newBook(t, report)
	findings, diags := audit.Check(report, book)
	require.Empty(t, diags)
	return audit.Settle(report, findings), book
}

func newBook(t testing.TB, report *source.Report) *figure.Book {
	t.Helper()
	var all []figure.Indicator
	for _, a := range report.Areas {
		all = append(all, a.Indicators...)
	}
	var before *figure.Book
	if report.Before != nil {
		before = newBook(t, report.Before)
	}
	book, diags := figure.NewBook(all, before, report.Options)
	require.Empty(t, diags)
	return book
}

// told lists findings as "place rule severity state reason".
func told(findings []finding.Finding) []string {
	var list []string
	for _, f := range findings {
		list = append(list, f.Pos.String()+" "+f.Rule+" "+f.Severity.String()+" "+f.State.String()+" "+f.Reason)
	}
	return list
}

// sample is the shipped sample's data, to be changed by a test.
func sample(t testing.TB) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	const root = "../../data/2023-h1/"
	names := []string{"report.yaml"}
	entries, err := os.ReadDir(root + "areas")
	require.NoError(t, err)
	for _, e := range entries {
		names = append(names, "areas/"+e.Name())
	}
	for _, name := range names {
		data, err := os.ReadFile(root + name)
		require.NoError(t, err)
		files["2023-h1/"+name] = &fstest.MapFile{Data: data}
	}
	return files
}
