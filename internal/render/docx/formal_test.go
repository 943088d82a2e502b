package docx_test

import (
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"testing"

	"banwen/internal/doc"
	"banwen/internal/doc/doctest"
	"banwen/internal/render/docx"

	"github.com/stretchr/testify/require"
)

// words is the text of the document part in its order, a line a paragraph.
func words(t *testing.T, d *doc.Document) []string {
	t.Helper()
	var lines []string
	var line strings.Builder
	inText := false
	decoder := xml.NewDecoder(strings.NewReader(open(t, write(t, d))["word/document.xml"]))
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return lines
		}
		require.NoError(t, err)
		switch token := token.(type) {
		case xml.StartElement:
			inText = token.Name.Local == "t"
			if token.Name.Local == "tab" {
				line.WriteString("\t")
			}
		case xml.CharData:
			if inText {
				line.Write(token)
			}
		case xml.EndElement:
			if inText = false; token.Name.Local == "p" {
				if text := strings.TrimLeft(line.String(), "\t"); text != "" {
					lines = append(lines, text)
				}
				line.Reset()
			}
		}
	}
}

// report is the formal sample with little text.
func report() *doc.Document {
	d := doctest.FormalReport()
	d.Blocks = d.Blocks[:1]
	return d
}

func TestFormalPartsStandInTheOrderOfTheStandard(t *testing.T) {
	d := report()
	d.Attachments[1].Blocks = nil
	got := words(t, d)
	require.Equal(t, []string{
		"000001", "秘密★1年", "加急", "xx县公安局文件", "x公报〔2023〕12号\t签发人：张三",
		"xx县公安局关于2023年上半年工作情况的报告", "县委、县政府：",
	}, got[:7])
	require.Equal(t, []string{
		"附件：1.\t2023年上半年主要工作措施",
		"2.\t2023年上半年各派出所接处警、刑事案件、治安案件和矛盾纠纷化解情况统计表",
		"xx县公安局", "2023年6月30日", "（联系人：李四，电话：0000000）",
		"附件1", "2023年上半年主要工作措施", "一、盯住警情盯住案件",
	}, got[8:16])
	require.Equal(t, []string{
		"附件2", "2023年上半年各派出所接处警、刑事案件、治安案件和矛盾纠纷化解情况统计表",
		"抄送：" + doc.Text(d.Imprint.CopyTo) + "。", "xx县公安局办公室", "2023年7月1日印发",
	}, got[17:])
}

func TestNumberAloneIsCentred(t *testing.T) {
	d := report()
	d.Head = &doc.Head{Mark: doc.Plain("xx县公安局文件"), Number: doc.Plain("x公报〔2023〕12号")}
	require.Equal(t, []string{"xx县公安局文件", "x公报〔2023〕12号"}, words(t, d)[:2])
	all := open(t, write(t, d))
	require.NotContains(t, all["word/document.xml"], "<w:tabs>")
	require.Contains(t, all["word/document.xml"], `<w:spacing w:before="1924"/>`, "35 mm, less the space above the characters of the organ mark")
}

func TestNumberStandsOnTheLineOfTheLastSigners(t *testing.T) {
	d := report()
	d.Head.Signers = doctest.Names("张三", "李四光", "王五", "赵六", "钱七")
	require.Equal(t, []string{"签发人：张三\t李四光", "王五\t赵六", "x公报〔2023〕12号\t钱七"}, words(t, d)[4:7])
	body := open(t, write(t, d))["word/document.xml"]
	require.Equal(t, 1, strings.Count(body, "<w:pBdr>"), "the rule stands under the last line alone")
}

func TestLongNamesStandOneALine(t *testing.T) {
	d := report()
	d.Head.Signers = doctest.Names("阿卜杜勒·买买提", "欧阳娜娜", "王五")
	d.Head.Number = doc.Plain("中共xx县委政法委办公室发〔2023〕12号")
	require.Equal(t, []string{"签发人：阿卜杜勒·买买提", "欧阳娜娜", doc.Text(d.Head.Number) + "\t王五"}, words(t, d)[4:7])
}

func TestOrganMarkIsMadeSmallerUntilItFitsOneLine(t *testing.T) {
	d := report()
	d.Head.Mark = doc.Plain(strings.Repeat("字", 20))
	require.Contains(t, open(t, write(t, d))["word/document.xml"], `<w:sz w:val="44"/>`, "20 characters of 22 pt are 440 of 442.2 pt")
	d.Head.Mark = doc.Plain(strings.Repeat("字", 10))
	require.NotContains(t, open(t, write(t, d))["word/document.xml"], `<w:sz w:val="84"/>`, "the style says so")
}

func TestSealedOrganIsCentredOverTheDate(t *testing.T) {
	const cell, width = 316, 8844 // twips
	for _, organ := range []string{"xx县公安局", "中共xx县委员会政法委员会办公室", strings.Repeat("长", 20)} {
		all := paragraphs(t, &doc.Document{Signature: &doc.Signature{Organ: doc.Plain(organ), Date: doc.Plain("2023年6月30日"), Sealed: true}})
		units := 0
		for _, r := range organ {
			units += 1 + min(1, int(r)/0x2000)
		}
		organWidth, dateWidth := units*cell/2, 13*cell/2
		middle := all[2].Indent.Left + dateWidth/2
		require.InDelta(t, all[1].Indent.Left+organWidth/2, middle, 8, organ)
		require.LessOrEqual(t, all[1].Indent.Left+organWidth, width+8, organ)
		if organWidth < dateWidth+8*cell {
			require.InDelta(t, width-4*cell, all[2].Indent.Left+dateWidth, 16, organ)
		}
	}
}

func TestTitlesInTheNoteLeadToTheAttachments(t *testing.T) {
	body := open(t, write(t, report()))["word/document.xml"]
	anchors := attributes(t, body, "hyperlink", "anchor")
	require.Equal(t, []string{docx.BookmarkName("attachment/1"), docx.BookmarkName("attachment/2")}, anchors)
	names := attributes(t, body, "bookmarkStart", "name")
	for _, anchor := range anchors {
		require.Contains(t, names, anchor)
	}
	for _, node := range []string{"attachment/1/1", "attachment/1/2", "wide"} {
		require.Contains(t, names, docx.BookmarkName(node))
	}
}

func TestOnlyAttachmentHasNoNumber(t *testing.T) {
	d := report()
	d.Attachments = d.Attachments[:1]
	require.Contains(t, words(t, d), "附件：2023年上半年主要工作措施")
}

func TestWideTableHasPagesTurnedOnTheirSide(t *testing.T) {
	upright, turned := []string{"11906", "16838"}, []string{"16838", "11906"}
	text := &doc.Paragraph{ID: "p", Runs: []doc.Run{{Text: "正文。"}}}
	signature := &doc.Signature{Organ: doc.Plain("xx县公安局"), Date: doc.Plain("2023年6月30日")}
	for _, c := range []struct {
		name     string
		document *doc.Document
		want     [][]string // width and height of each section's pages
	}{
		{"in the attachment of a report", report(), [][]string{upright, turned, upright}},
		{"between paragraphs", &doc.Document{Blocks: []doc.Block{text, doctest.WideTable(), text}}, [][]string{upright, turned, upright}},
		{"last", &doc.Document{Blocks: []doc.Block{text, doctest.WideTable()}}, [][]string{upright, turned}},
		{"last before the signature", &doc.Document{Blocks: []doc.Block{text, doctest.WideTable()}, Signature: signature}, [][]string{upright, turned, upright}},
	} {
		t.Run(c.name, func(t *testing.T) {
			all := open(t, write(t, c.document))
			requireWhole(t, all)
			body := all["word/document.xml"]
			widths, heights := attributes(t, body, "pgSz", "w"), attributes(t, body, "pgSz", "h")
			var got [][]string
			for i := range widths {
				got = append(got, []string{widths[i], heights[i]})
			}
			require.Equal(t, c.want, got)
			require.Len(t, attributes(t, body, "footerReference", "type"), 2*len(c.want), "page numbers in every section")
		})
	}
}

func TestTurnedPageKeepsItsBinding(t *testing.T) {
	body := open(t, write(t, report()))["word/document.xml"]
	top, bottom := attributes(t, body, "pgMar", "top"), attributes(t, body, "pgMar", "bottom")
	left, right := attributes(t, body, "pgMar", "left"), attributes(t, body, "pgMar", "right")
	require.Equal(t, left[0], top[1], "what is bound")
	require.Equal(t, []string{right[0], bottom[0], top[0]}, []string{bottom[1], left[1], right[1]})
}

func TestAttachmentsBeginNewPagesOnce(t *testing.T) {
	body := open(t, write(t, report()))["word/document.xml"]
	require.Equal(t, 1, strings.Count(body, "<w:pageBreakBefore/>"), "the second one begins a section")
}

func TestNumbersStandUnderTheirPoints(t *testing.T) {
	column := func(values ...string) *doc.Document {
		table := &doc.Table{ID: "t", Columns: []doc.Align{doc.AlignRight}, Header: []doc.Cell{{Runs: []doc.Run{{Text: "同比"}}}}}
		for _, v := range values {
			table.Rows = append(table.Rows, []doc.Cell{{Runs: []doc.Run{{Text: v}}}})
		}
		return &doc.Document{Blocks: []doc.Block{table}}
	}
	for _, c := range []struct {
		name   string
		values []string
		want   []string // w:right in twips; a digit is 140, a point 70
	}{
		{"different decimals", []string{"1.5", "12", "-0.25", "103.75"}, []string{"140", "350"}},
		{"the same decimals", []string{"1.5", "12.0"}, nil},
		{"with a unit", []string{"1.5％", "12％"}, []string{"210"}},
		{"with two units", []string{"1.5％", "12起"}, nil},
		{"a dash among them", []string{"1.5", "—", "2"}, []string{"210"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			body := open(t, write(t, column(c.values...)))["word/document.xml"]
			require.Equal(t, c.want, attributes(t, body, "ind", "right"))
			require.NotContains(t, attributes(t, body, "jc", "val"), "left")
		})
	}
}

func TestSignatureStaysWithTextAndRemark(t *testing.T) {
	d := report()
	d.Attachments = nil
	kept := 0
	for _, p := range paragraphs(t, d) {
		if slices.Contains([]string{"OfficialBody", "SignatureDate"}, p.Style.Val) {
			require.NotNil(t, p.KeepNext, p.text())
			kept++
		}
	}
	require.Equal(t, 2, kept)
}

func TestPlainMaterialHasNoStylesOfFormalDocuments(t *testing.T) {
	styles := attributes(t, open(t, write(t, doctest.Sample()))["word/styles.xml"], "style", "styleId")
	for _, formal := range []string{"OrganMark", "Addressee", "AttachmentNote", "Remark", "Imprint"} {
		require.NotContains(t, styles, formal)
		require.Contains(t, attributes(t, open(t, write(t, report()))["word/styles.xml"], "style", "styleId"), formal)
	}
}

func TestEveryStyleThatIsUsedIsThere(t *testing.T) {
	all := open(t, write(t, doctest.FormalReport()))
	styles := attributes(t, all["word/styles.xml"], "style", "styleId")
	for _, element := range []string{"pStyle", "rStyle", "tblStyle"} {
		for _, used := range attributes(t, all["word/document.xml"], element, "val") {
			require.Contains(t, styles, used)
		}
	}
}
