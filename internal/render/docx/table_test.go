package docx_test

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"banwen/internal/doc"
	"banwen/internal/doc/doctest"

	"github.com/stretchr/testify/require"
)

// bodyElements lists what stands in the body: p, tbl, sectPr.
func bodyElements(t *testing.T, d *doc.Document) []string {
	t.Helper()
	var names []string
	depth := 0
	decoder := xml.NewDecoder(strings.NewReader(open(t, write(t, d))["word/document.xml"]))
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return names
		}
		require.NoError(t, err)
		switch token := token.(type) {
		case xml.StartElement:
			if depth++; depth == 3 {
				names = append(names, token.Name.Local)
			}
		case xml.EndElement:
			depth--
		}
	}
}

func TestTablesDoNotTouchEachOtherOrTheEnd(t *testing.T) {
	bare := func(id string) *doc.Table {
		table := doctest.Table()
		table.ID, table.Number, table.Title, table.Unit = id, 0, "", ""
		return table
	}
	noted := bare("c")
	noted.Note = "注"
	for _, c := range []struct {
		name   string
		blocks []doc.Block
		want   []string
	}{
		{"two bare tables", []doc.Block{bare("a"), bare("b")}, []string{"p", "tbl", "p", "tbl", "p", "sectPr"}},
		{"a note between", []doc.Block{noted, bare("b")}, []string{"p", "tbl", "p", "tbl", "p", "sectPr"}},
		{"a caption between", []doc.Block{bare("a"), doctest.Table()}, []string{"p", "tbl", "p", "p", "tbl", "p", "sectPr"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, bodyElements(t, &doc.Document{Blocks: c.blocks}))
		})
	}
}

func TestTableFillsTheTypeArea(t *testing.T) {
	long := doctest.Table()
	long.Rows[0][0].Runs[0].Text = strings.Repeat("很长的一格", 30)
	for name, table := range map[string]*doc.Table{"short": doctest.Table(), "long": long} {
		t.Run(name, func(t *testing.T) {
			body := open(t, write(t, &doc.Document{Blocks: []doc.Block{table}}))["word/document.xml"]
			total := 0
			for _, w := range attributes(t, body, "gridCol", "w") {
				n := number(t, w)
				require.Greater(t, n, 600, "every column can be read")
				total += n
			}
			require.InDelta(t, 8844, total, 3)
		})
	}
}

func TestTableHeaderIsRepeatedAndNumbersStandRight(t *testing.T) {
	body := open(t, write(t, &doc.Document{Blocks: []doc.Block{doctest.Table()}}))["word/document.xml"]
	require.Equal(t, 1, strings.Count(body, "<w:tblHeader/>"))
	require.Equal(t, 3, strings.Count(body, "<w:cantSplit/>"))
	require.Equal(t, []string{"center", "center", "center", "center", "left", "right", "right", "left", "right", "right"},
		attributes(t, body, "jc", "val"))
}
