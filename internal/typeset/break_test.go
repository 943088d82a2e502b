package typeset_test

import (
	"strings"
	"testing"

	"banwen/internal/doc"
	"banwen/internal/typeset"

	"github.com/stretchr/testify/require"
)

// Each case is set ten characters a line; | stands for a line's end.
var breakCases = map[string]string{
	"full line":                "一二三四五六七八九十|甲乙",
	"one character left":       "一二三四五六七八九十|甲",
	"full stop carries":        "一二三四五六七八九|十，甲乙",
	"stop and quote carry":     "一二三四五六七八九|十。”甲",
	"stop fits":                "一二三四五六七八九，|甲乙",
	"opening bracket":          "一二三四五六七八九|（甲乙）",
	"two opening":              "一二三四五六七八|“《甲乙》",
	"closing then opening":     "一二三四五六“七八”|“甲乙”",
	"dash":                     "一二三四五六七八|九——甲乙丙",
	"dash fits":                "一二三四五六七八——|甲乙丙",
	"ellipsis":                 "一二三四五六七八|九……甲乙丙",
	"full-width percent":       "一二三四五六七八|1285.5％",
	"number then unit":         "一二三四五六七破获22|起案件",
	"decimal number":           "一二三四五六七止付|980.48万余元",
	"months":                   "一二三四五六七八1—|12月份",
	"months, full-width":       "一二三四五六七八1－|12月份",
	"month and day":            "一二三四五六七自6月|20日起",
	"year":                     "一二三四五六七八九|2023年上半年",
	"rank":                     "一二三四五六七八九第|5名",
	"ratio":                    "一二三四五六七八1：|1.5",
	"thousands":                "一二三四五六七八|1,285人",
	"half-width percent":       "一二三四五六七八九|90%的",
	"sign":                     "一二三四五六七八|九－3.5",
	"full-width digits":        "一二三四五六七八|２０２３年",
	"full-width decimal point": "一二三四五六七八|２．５倍",
	"word":                     "一二三四五六七八九|hello",
	"words":                    "hello big worlds of |words",
	"space hangs":              "一二三四五六七八九十 |甲",
	"punctuation after word":   "一二三四五六七八|PDF，甲",
	"characters beyond U+FFFF": "𬭎𬭎𬭎𬭎𬭎𬭎𬭎𬭎𬭎𬭎|𬭎",
	"only stops":               "！！！！！！！！！！|！！",
	"only opening":             "（（（（（（（（（（|（（",
}

func TestLinesBreakByTheRules(t *testing.T) {
	for name, marked := range breakCases {
		t.Run(name, func(t *testing.T) {
			want := strings.Split(marked, "|")
			l := mustSet(t, document(paragraph("p", strings.Join(want, ""))), narrow(t))
			require.Equal(t, want, texts(linesOfKind(t, l, typeset.BodyText)))
		})
	}
}

func TestWordLongerThanALineIsBrokenWhereTheLineEnds(t *testing.T) {
	word := strings.Repeat("x", 64)
	l := mustSet(t, document(paragraph("p", "网址"+word+"。")), narrow(t))
	lines := linesOfKind(t, l, typeset.BodyText)
	require.Len(t, lines, 4)
	require.Regexp(t, `^网址x{15}$`, lines[0].text)
	require.Regexp(t, `^x+。$`, lines[3].text)
}

func TestNumberLongerThanALineLosesNothing(t *testing.T) {
	number := strings.Repeat("1234567890", 6) + "元"
	l := mustSet(t, document(paragraph("p", number)), narrow(t))
	require.Equal(t, number, strings.Join(texts(linesOfKind(t, l, typeset.BodyText)), ""))
}

func TestFigureBreaksAsTextDoes(t *testing.T) {
	l := mustSet(t, document(&doc.Paragraph{ID: "p", Runs: []doc.Run{
		{Text: "一二三四五六七"}, {Text: "上升90.35％", Origin: &doc.Origin{Name: "甲.乙"}}, {Text: "，丙"},
	}}), narrow(t))
	lines := linesOfKind(t, l, typeset.BodyText)
	require.Equal(t, []string{"一二三四五六七上升", "90.35％，丙"}, texts(lines))
	require.Equal(t, "甲.乙", lines[1].runs[0].Origin.Name)
	require.Len(t, lines[1].runs[0].Glyphs, 6, "a figure is a run of its own")
	require.Nil(t, lines[1].runs[1].Origin)
}

func TestZeroWidthSpaceBreaksAWordAndIsNotSeen(t *testing.T) {
	l := mustSet(t, document(paragraph("p", "一二三四五六七八abcd\u200befgh")), narrow(t))
	require.Equal(t, []string{"一二三四五六七八abcd", "efgh"}, texts(linesOfKind(t, l, typeset.BodyText)))
}

func TestDigitsAreOneRun(t *testing.T) {
	l := mustSet(t, document(paragraph("p", "共22起")), narrow(t))
	lines := linesOfKind(t, l, typeset.BodyText)
	require.Len(t, lines[0].runs, 1)
}
