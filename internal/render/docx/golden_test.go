package docx_test

import (
	"bytes"
	"encoding/xml"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"banwen/internal/doc"
	"banwen/internal/doc/doctest"

	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// goldens are the parts that are compared, by golden file.
var goldens = map[string]string{
	"document.xml":   "word/document.xml",
	"styles.xml":     "word/styles.xml",
	"settings.xml":   "word/settings.xml",
	"fontTable.xml":  "word/fontTable.xml",
	"footer-odd.xml": "word/footer1.xml", "footer-even.xml": "word/footer2.xml",
	"core.xml": "docProps/core.xml", "app.xml": "docProps/app.xml",
	"relationships.xml": "word/_rels/document.xml.rels",
	"column.xml":        "word/charts/chart1.xml",
	"bar.xml":           "word/charts/chart2.xml",
	"doughnut.xml":      "word/charts/chart3.xml",
	"pie.xml":           "word/charts/chart4.xml",
	"stacked.xml":       "word/charts/chart5.xml",
	"line.xml":          "word/charts/chart6.xml",
}

func TestPartsAreAsLookedAt(t *testing.T) {
	all := open(t, write(t, short()))
	for file, part := range goldens {
		t.Run(file, func(t *testing.T) { requireGolden(t, file, all[part]) })
	}
}

// A formal document's golden is its document part and the styles it adds.
func TestFormalDocumentIsAsLookedAt(t *testing.T) {
	d := doctest.FormalReport()
	d.Blocks = d.Blocks[:2]
	table := doctest.WideTable()
	table.Rows = table.Rows[:4]
	d.Attachments[1].Blocks = doc.Blocks{table}
	all := open(t, write(t, d))
	requireGolden(t, "formal-document.xml", all["word/document.xml"])
	requireGolden(t, "formal-styles.xml", all["word/styles.xml"])
}

func TestWorkbookIsAsLookedAt(t *testing.T) {
	workbook := open(t, []byte(open(t, write(t, short()))["word/embeddings/Microsoft_Excel_Worksheet2.xlsx"]))
	requireGolden(t, "workbook-sheet.xml", workbook["xl/worksheets/sheet1.xml"])
	requireGolden(t, "workbook-styles.xml", workbook["xl/styles.xml"])
}

// short is full with the prose of the sample cut short, so that a golden is read in a minute.
func short() *doc.Document {
	d := full()
	cut := func(runs []doc.Run) []doc.Run {
		if len(runs) > 0 && len([]rune(runs[0].Text)) > 30 {
			return []doc.Run{{Text: string([]rune(runs[0].Text)[:20]) + "…"}}
		}
		return runs
	}
	for i, block := range d.Blocks {
		switch b := block.(type) {
		case *doc.Paragraph:
			d.Blocks[i] = &doc.Paragraph{ID: b.ID, Runs: cut(b.Runs)}
		case *doc.Heading:
			d.Blocks[i] = &doc.Heading{ID: b.ID, Level: b.Level, Number: b.Number, Runs: b.Runs, Body: cut(b.Body)}
		}
	}
	return d
}

func requireGolden(t *testing.T, file, content string) {
	t.Helper()
	golden := filepath.Join("testdata", file)
	got := indented(t, content)
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(golden, []byte(got), 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	require.Equal(t, string(want), got)
}

// indented is XML with a line for each element, so that a difference is read easily.
func indented(t *testing.T, content string) string {
	t.Helper()
	var b bytes.Buffer
	depth, open := 0, false
	decoder := xml.NewDecoder(strings.NewReader(content))
	for {
		token, err := decoder.RawToken()
		if err == io.EOF {
			return strings.TrimPrefix(b.String(), "\n") + "\n"
		}
		require.NoError(t, err)
		switch token := token.(type) {
		case xml.StartElement:
			b.WriteString("\n" + strings.Repeat("  ", depth) + "<" + qualified(token.Name))
			for _, a := range token.Attr {
				b.WriteString(" " + qualified(a.Name) + `="` + escaped(a.Value) + `"`)
			}
			b.WriteString(">")
			depth, open = depth+1, true
		case xml.EndElement:
			depth--
			switch {
			case open && bytes.HasSuffix(b.Bytes(), []byte(">")):
				b.Truncate(b.Len() - 1)
				b.WriteString("/>")
			case open:
				b.WriteString("</" + qualified(token.Name) + ">")
			default:
				b.WriteString("\n" + strings.Repeat("  ", depth) + "</" + qualified(token.Name) + ">")
			}
			open = false
		case xml.CharData:
			if text := string(token); strings.TrimSpace(text) != "" || open {
				b.WriteString(escaped(text))
			}
		}
	}
}

func qualified(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}

func escaped(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		return err.Error()
	}
	return b.String()
}
