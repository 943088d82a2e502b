package docx_test

import (
	"encoding/xml"
	"strings"
	"testing"

	"banwen/internal/doc"
	"banwen/internal/doc/doctest"

	"github.com/stretchr/testify/require"
)

// hostile are texts that break XML written without care.
var hostile = []string{
	`]]>`, `&amp;`, `<w:t>`, `"'`, "甲\x00\x01\x08\x0b\x1f乙", "甲\uFFFE\uFFFF乙", "\xff\xfe", "甲\r乙", "-->", "𬭎", " 前后 ",
}

func TestHostileTextGivesAWholeFile(t *testing.T) {
	for _, text := range hostile {
		d := doctest.Sample()
		d.Meta = doc.Meta{Organ: text, Language: "zh-CN", Keywords: text}
		d.Title = doc.Title{Text: text, Lines: []string{text}}
		d.Signature = &doc.Signature{Organ: doc.Plain(text), Date: doc.Plain(text)}
		table := doctest.Table()
		table.Title, table.Unit, table.Note = text, text, text
		table.Rows[0][0].Runs[0].Text = text
		chart := doctest.Charts()[2]
		chart.Title, chart.Note, chart.Alt, chart.Unit = text, text, text, text
		chart.Categories[0], chart.Series[0].Name, chart.Series[0].Points[0].Label = text, text, text
		d.Blocks = []doc.Block{
			&doc.Heading{ID: text, Level: 9, Number: text, Runs: []doc.Run{{Text: text}}},
			&doc.Paragraph{ID: "p", Runs: []doc.Run{{Text: text}}}, table, chart,
		}
		all := open(t, write(t, d))
		requireWhole(t, all)
		require.Equal(t, clean(text), paragraphs(t, d)[2].text())
		for _, alt := range attributes(t, all["word/document.xml"], "docPr", "descr") {
			require.Equal(t, clean(text), alt)
		}
	}
}

func TestHostileTextInAFormalDocumentGivesAWholeFile(t *testing.T) {
	for _, text := range hostile {
		title := doc.Title{Text: text, Lines: []string{text}}
		runs := doc.Plain(text)
		d := doctest.FormalReport()
		d.Head = &doc.Head{Copy: runs, Secrecy: runs, Urgency: runs, Mark: runs, Number: runs, Signers: doctest.Names(text, text, text)}
		d.Title, d.Addressee, d.Remark = title, runs, runs
		d.Signature = &doc.Signature{Organ: runs, Date: runs, Sealed: true}
		d.Imprint = &doc.Imprint{CopyTo: runs, Issuer: runs, Date: runs}
		d.Attachments = []doc.Attachment{
			{ID: text, Label: runs, Title: title, Blocks: d.Attachments[1].Blocks},
			{ID: text + "2", Label: runs, Title: title},
		}
		all := open(t, write(t, d))
		requireWhole(t, all)
		// Mark, addressee, remark; titles in the note and over their
		// attachments; signers, organ and so on hold it too.
		require.GreaterOrEqual(t, strings.Count(strings.Join(words(t, d), "\n"), strings.TrimSpace(clean(text))), 18, text)
	}
}

// Everything that is long, empty or absent gives a file that opens.
func TestFormalDocumentsOfEveryShapeAreWholeFiles(t *testing.T) {
	name := strings.Repeat("很长的名称", 100)
	long := doc.Plain(name)
	for shape, d := range map[string]*doc.Document{
		"an empty head":       {Head: &doc.Head{}},
		"long names":          {Head: &doc.Head{Mark: long, Number: long, Signers: doctest.Names(name, name, name)}, Signature: &doc.Signature{Organ: long, Date: long, Sealed: true}},
		"an empty imprint":    {Imprint: &doc.Imprint{}},
		"an empty attachment": {Attachments: []doc.Attachment{{ID: "a"}}},
		"a table first":       {Blocks: []doc.Block{doctest.WideTable()}, Imprint: &doc.Imprint{Issuer: long, Date: long}},
	} {
		t.Run(shape, func(t *testing.T) { requireWhole(t, open(t, write(t, d))) })
	}
}

// clean is a text without what XML cannot hold.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x20 && r != '\r' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD\uFFFD"))
}

func TestTabsAndLineEndsAreElements(t *testing.T) {
	d := &doc.Document{Blocks: []doc.Block{&doc.Paragraph{ID: "p", Runs: []doc.Run{{Text: "甲\t乙\n丙"}}}}}
	body := open(t, write(t, d))["word/document.xml"]
	require.Contains(t, body, "<w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t>")
}

func TestAnEmptyDocumentIsAWholeFile(t *testing.T) {
	requireWhole(t, open(t, write(t, &doc.Document{})))
}

func TestPropertiesNameTitleOrganAndDate(t *testing.T) {
	var core struct {
		Title    string `xml:"title"`
		Creator  string `xml:"creator"`
		Keywords string `xml:"keywords"`
		Language string `xml:"language"`
		Created  string `xml:"created"`
	}
	require.NoError(t, xml.Unmarshal([]byte(open(t, write(t, doctest.Sample()))["docProps/core.xml"]), &core))
	require.Equal(t, "县公安局2023年上半年工作总结及下半年工作计划", core.Title)
	require.Equal(t, "xx县公安局", core.Creator)
	require.Equal(t, "工作总结；2023年上半年", core.Keywords)
	require.Equal(t, "zh-CN", core.Language)
	require.Equal(t, "2023-06-30T00:00:00Z", core.Created)

	undated := doctest.Sample()
	undated.Meta.Date = ""
	require.NotContains(t, open(t, write(t, undated))["docProps/core.xml"], "created")
}
