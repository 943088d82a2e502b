package docx_test

import (
	"encoding/xml"
	"strings"
	"testing"

	"banwen/internal/doc"
	"banwen/internal/doc/doctest"

	"github.com/stretchr/testify/require"
)

// paragraph is a paragraph as a reader of the file sees it.
type paragraph struct {
	Style struct {
		Val string `xml:"val,attr"`
	} `xml:"pPr>pStyle"`
	KeepNext *struct {
		Val string `xml:"val,attr"`
	} `xml:"pPr>keepNext"`
	Indent struct {
		Left  int `xml:"left,attr"`
		Right int `xml:"right,attr"`
	} `xml:"pPr>ind"`
	Runs []run `xml:"r"`
}

type run struct {
	Properties struct {
		Style struct {
			Val string `xml:"val,attr"`
		} `xml:"rStyle"`
		Fonts struct {
			Hint     string `xml:"hint,attr"`
			EastAsia string `xml:"eastAsia,attr"`
		} `xml:"rFonts"`
		Bold    *struct{} `xml:"b"`
		Spacing struct {
			Val string `xml:"val,attr"`
		} `xml:"spacing"`
	} `xml:"rPr"`
	Text    []string  `xml:"t"`
	Drawing *struct{} `xml:"drawing"`
}

func (p paragraph) text() string {
	var b strings.Builder
	for _, r := range p.Runs {
		b.WriteString(strings.Join(r.Text, ""))
	}
	return b.String()
}

// paragraphs lists the paragraphs of the document that are not in tables.
func paragraphs(t *testing.T, d *doc.Document) []paragraph {
	t.Helper()
	var document struct {
		Paragraphs []paragraph `xml:"body>p"`
	}
	require.NoError(t, xml.Unmarshal([]byte(open(t, write(t, d))["word/document.xml"]), &document))
	return document.Paragraphs
}

func TestTextIsTheSeedCharacterForCharacter(t *testing.T) {
	var lines []string
	for _, p := range paragraphs(t, doctest.Sample()) {
		switch p.Style.Val {
		case "Figure", "FigureCaption", "FigureNote":
			continue
		case "Title":
			lines = append(lines, p.text(), "")
		default:
			lines = append(lines, p.text())
		}
	}
	require.Equal(t, doctest.SampleText(), strings.Join(lines, "\n")+"\n")
}

func TestChineseRunsTakeTheEastAsianFont(t *testing.T) {
	for _, p := range paragraphs(t, full()) {
		for _, r := range p.Runs {
			if text := strings.Join(r.Text, ""); strings.ContainsAny(text, "“”—…一") {
				require.Equal(t, "eastAsia", r.Properties.Fonts.Hint, text)
			}
		}
	}
}

func TestRunInHeadingIsOneParagraphInTwoFaces(t *testing.T) {
	d := &doc.Document{Blocks: []doc.Block{&doc.Heading{
		ID: "h", Level: 2, Number: "（一）", Runs: []doc.Run{{Text: "标题。"}},
		Body: []doc.Run{{Text: "正文"}, {Text: "数起"}, {Text: "【待补】", Missing: true}},
	}}}
	p := paragraphs(t, d)[1]
	require.Equal(t, "Heading2", p.Style.Val)
	require.Equal(t, "（一）标题。正文数起【待补】", p.text())
	require.Len(t, p.Runs, 3, "runs that look the same are one")
	require.Empty(t, p.Runs[0].Properties.Style.Val)
	require.Equal(t, "RunInBody", p.Runs[1].Properties.Style.Val)
	require.Equal(t, "MissingFigure", p.Runs[2].Properties.Style.Val)
	require.Equal(t, "仿宋_GB2312", p.Runs[2].Properties.Fonts.EastAsia)
}

func TestOnlyFullWidthCharactersAreSetCloser(t *testing.T) {
	d := &doc.Document{Blocks: []doc.Block{
		&doc.Paragraph{ID: "p", Runs: []doc.Run{{Text: "“破获”22.5％，"}, {Text: "xx县 ２"}}},
		&doc.Heading{ID: "h", Level: 1, Number: "一、", Runs: []doc.Run{{Text: "2023年"}}},
	}}
	all := paragraphs(t, d)
	var cut []string
	for _, p := range all[1:] {
		for _, r := range p.Runs {
			cut = append(cut, strings.Join(r.Text, "")+r.Properties.Spacing.Val)
		}
	}
	require.Equal(t, []string{"“破获”", "22.50", "％，", "xx0", "县 ２", "一、", "20230", "年"}, cut)
	styles := open(t, write(t, d))["word/styles.xml"]
	require.Regexp(t, `w:styleId="OfficialBody">.*?<w:spacing w:val="-7"/>`, styles, "28 characters of 15.65 pt leave a quarter of one free")
	require.Regexp(t, `w:styleId="SignatureOrgan">.*?<w:spacing w:val="-5"/>`, styles, "a line of its own stands on the grid")
}

func TestBoldIsOnlyWhereARunIsBold(t *testing.T) {
	d := &doc.Document{Blocks: []doc.Block{&doc.Paragraph{ID: "p", Runs: []doc.Run{{Text: "一是", Bold: true}, {Text: "抓牢"}}}}}
	runs := paragraphs(t, d)[1].Runs
	require.NotNil(t, runs[0].Properties.Bold)
	require.Nil(t, runs[1].Properties.Bold)
}

func TestHeadingStaysWithItsText(t *testing.T) {
	heading := func(level int, body string) *doc.Heading {
		h := &doc.Heading{ID: "h", Level: level, Number: "一", Runs: []doc.Run{{Text: "标题"}}}
		if body != "" {
			h.Body = []doc.Run{{Text: body}}
		}
		return h
	}
	for _, c := range []struct {
		name    string
		heading *doc.Heading
		keep    string // "": what the style says, which is to keep for all levels but 2
	}{
		{"level 1 alone", heading(1, ""), ""},
		{"level 2 run in", heading(2, "正文"), ""},
		{"level 2 alone", heading(2, ""), "on"},
		{"level 3 run in", heading(3, "正文"), "0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := paragraphs(t, &doc.Document{Blocks: []doc.Block{c.heading}})[1]
			switch c.keep {
			case "":
				require.Nil(t, p.KeepNext)
			case "on":
				require.NotNil(t, p.KeepNext)
				require.Empty(t, p.KeepNext.Val)
			default:
				require.Equal(t, c.keep, p.KeepNext.Val)
			}
		})
	}
}

func TestSignatureIsNeverAlone(t *testing.T) {
	text := &doc.Paragraph{ID: "p", Runs: []doc.Run{{Text: "正文。"}}}
	d := &doc.Document{
		Blocks:    []doc.Block{text, &doc.Paragraph{ID: "q", Runs: text.Runs}},
		Signature: &doc.Signature{Organ: doc.Plain("xx县公安局"), Date: doc.Plain("2023年6月30日")},
	}
	all := paragraphs(t, d)
	require.Nil(t, all[1].KeepNext)
	require.NotNil(t, all[2].KeepNext, "the last paragraph stays with the signature")
}

func TestDateBeginsTwoCharactersRightOfTheOrgan(t *testing.T) {
	const cell, width = 316, 8844 // twips: a character of the grid, the type area
	for _, c := range []struct {
		organ, date string
		left        int // of the organ
	}{
		{"中共xx县委员会政法委员会办公室", "2023年6月30日", width - 2*cell - 15*cell},
		{"xx县公安局", "2023年6月30日", width - 2*cell - 13*cell/2 - 2*cell}, // the date is the longer one
		{strings.Repeat("长", 40), "2023年6月30日", 0},
	} {
		t.Run(c.organ, func(t *testing.T) {
			all := paragraphs(t, &doc.Document{Signature: &doc.Signature{Organ: doc.Plain(c.organ), Date: doc.Plain(c.date)}})
			organ, date := all[1], all[2]
			require.InDelta(t, c.left, organ.Indent.Left, 8)
			require.InDelta(t, 2*cell, date.Indent.Left-organ.Indent.Left, 1)
		})
	}
}

func TestDateNearTheEdgeHasRoomForTheSpaceOfOtherPrograms(t *testing.T) {
	for organ, right := range map[string]int{"xx县应急管理局": -632, "中共xx县委员会政法委员会办公室": 0} {
		all := paragraphs(t, &doc.Document{Signature: &doc.Signature{Organ: doc.Plain(organ), Date: doc.Plain("2024年4月8日")}})
		require.Equal(t, right, all[2].Indent.Right, organ)
	}
}

func TestTitleIsOneParagraphOfLines(t *testing.T) {
	d := &doc.Document{Title: doc.Title{Text: "甲乙丙", Lines: []string{"甲", "乙", "丙"}}}
	body := open(t, write(t, d))["word/document.xml"]
	require.Equal(t, 2, strings.Count(body, "<w:br/>"))
	require.Equal(t, "甲乙丙", paragraphs(t, d)[0].text())
	require.Contains(t, body, `<w:spacing w:after="735"/>`, "three lines of 36 pt and the gap are five lines of the grid")
}
