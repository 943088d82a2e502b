package docx_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strconv"
	"testing"

	"banwen/internal/doc"
	"banwen/internal/doc/doctest"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// cache is a reference into the workbook with what the chart knows of it.
type cache struct {
	Formula string `xml:"f"`
	Strings []pt   `xml:"strCache>pt"`
	Numbers []pt   `xml:"numCache>pt"`
}

type pt struct {
	Index int    `xml:"idx,attr"`
	Value string `xml:"v"`
}

// series is one c:ser.
type series struct {
	Name       cache `xml:"tx>strRef"`
	Categories cache `xml:"cat>strRef"`
	Values     cache `xml:"val>numRef"`
}

func number(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	require.NoError(t, err)
	return n
}

// chartSeries lists the series of a chart part.
func chartSeries(t *testing.T, part string) []series {
	t.Helper()
	var all []series
	decoder := xml.NewDecoder(bytes.NewReader([]byte(part)))
	for {
		token, err := decoder.Token()
		if err != nil {
			return all
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "ser" {
			var s series
			require.NoError(t, decoder.DecodeElement(&s, &start))
			all = append(all, s)
		}
	}
}

func TestChartCachesAreTheWorkbook(t *testing.T) {
	all := open(t, write(t, doctest.Sample()))
	for i := range doctest.Charts() {
		n := i + 1
		workbook, err := excelize.OpenReader(bytes.NewReader([]byte(all[fmt.Sprintf("word/embeddings/Microsoft_Excel_Worksheet%d.xlsx", n)])))
		require.NoError(t, err)
		list := chartSeries(t, all[fmt.Sprintf("word/charts/chart%d.xml", n)])
		require.NotEmpty(t, list)
		for _, s := range list {
			require.Equal(t, cells(t, workbook, s.Name.Formula), s.Name.Strings)
			require.Equal(t, cells(t, workbook, s.Categories.Formula), s.Categories.Strings)
			require.Equal(t, cells(t, workbook, s.Values.Formula), s.Values.Numbers)
		}
	}
}

// cells reads the raw values of a range, without the empty ones.
func cells(t *testing.T, workbook *excelize.File, formula string) []pt {
	t.Helper()
	var column string
	var first, last int
	_, err := fmt.Sscanf(formula, "Sheet1!$%1s$%d", &column, &first)
	require.NoError(t, err, formula)
	if _, err := fmt.Sscanf(formula, "Sheet1!$%1s$%d:$"+column+"$%d", &column, &first, &last); err != nil {
		last = first
	}
	var found []pt
	for row := first; row <= last; row++ {
		v, err := workbook.GetCellValue("Sheet1", fmt.Sprint(column, row), excelize.Options{RawCellValue: true})
		require.NoError(t, err)
		if v != "" {
			found = append(found, pt{row - first, v})
		}
	}
	return found
}

func TestWorkbookShowsTheDigitsOfTheData(t *testing.T) {
	all := open(t, write(t, doctest.Sample()))
	workbook, err := excelize.OpenReader(bytes.NewReader([]byte(all["word/embeddings/Microsoft_Excel_Worksheet2.xlsx"])))
	require.NoError(t, err)
	rows, err := workbook.GetRows("Sheet1")
	require.NoError(t, err)
	require.Equal(t, [][]string{
		{"单位：万元", "金额"}, {"冻结涉案账户金额", "1038.65"}, {"止付涉案账户金额", "980.48"}, {"返还受害人被骗资金", "18.90"},
	}, rows)
}

func TestChartStandsWithItsCaptionAndNote(t *testing.T) {
	chart := doctest.Charts()[0]
	all := paragraphs(t, &doc.Document{Blocks: []doc.Block{chart}})[1:]
	require.Len(t, all, 3)
	require.Equal(t, "Figure", all[0].Style.Val) // the style keeps it with what follows
	require.NotNil(t, all[0].Runs[0].Drawing)
	require.Equal(t, chart.Caption(), all[1].text())
	require.NotNil(t, all[1].KeepNext)
	require.Equal(t, chart.Note, all[2].text())
	require.Nil(t, all[2].KeepNext)
}

func TestChartSaysWhatItShows(t *testing.T) {
	chart := doctest.Charts()[3]
	body := open(t, write(t, &doc.Document{Blocks: []doc.Block{chart}}))["word/document.xml"]
	require.Equal(t, []string{chart.Alt}, attributes(t, body, "docPr", "descr"))
}

func TestChartIsAsWideAsTheTypeAreaAndEndsOnTheGrid(t *testing.T) {
	body := open(t, write(t, doctest.Sample()))["word/document.xml"]
	for _, cx := range attributes(t, body, "extent", "cx") {
		require.Equal(t, 156*36000, number(t, cx))
	}
	const pitch, spaceAbove, mark = 579 * 635, 579 * 635 / 5, 12700
	for _, cy := range attributes(t, body, "extent", "cy") {
		require.Zero(t, (number(t, cy)+spaceAbove+mark)%pitch)
	}
}
