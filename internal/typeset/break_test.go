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
	"number and unit":          "一二三四五六七破获|22起案件",
	"number, two-part unit":    "一二三四五六七止付|980.48万余元",
	"months":                   "一二三四五六七八九|1—5月份",
	"months, full-width":       "一二三四五六七八九|1－5月份",
	"month and day":            "一二三四五六七自|6月20日起",
	"year":                     "一二三四五六七八|2023年上半年",
	"rank":                     "一二三四五六七八九|第5名",
	"ratio":                    "一二三四五六七八九|1：1.5",
	"approximate":              "一二三四五六七八九|20余人",
	"document number":          "一二三四五六七|〔2020〕43号",
	"percentage points":        "一二三四五六七八九|3个百分点",
	"break after the unit":     "一二三四五六七八5起|5人",
	"full-width digits":        "一二三四五六七八|２０２３年",
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
	require.Regexp(t, `^网址x{16}$`, lines[0].text)
	require.Regexp(t, `^x+。$`, lines[3].text)
}

func TestNumberLongerThanALineLosesNothing(t *testing.T) {
	number := strings.Repeat("1234567890", 6) + "元"
	l := mustSet(t, document(paragraph("p", number)), narrow(t))
	require.Equal(t, number, strings.Join(texts(linesOfKind(t, l, typeset.BodyText)), ""))
}

func TestFigureIsNotSplit(t *testing.T) {
	figure := func(text string) *doc.Paragraph {
		return &doc.Paragraph{ID: "p", Runs: []doc.Run{
			{Text: "一二三四五六七"}, {Text: text, Origin: &doc.Origin{Name: "甲.乙"}}, {Text: "，丙"},
		}}
	}
	short := linesOfKind(t, mustSet(t, document(figure("上升百分之九")), narrow(t)), typeset.BodyText)
	require.Equal(t, []string{"一二三四五六七", "上升百分之九，丙"}, texts(short))
	require.Equal(t, "甲.乙", short[1].runs[0].Origin.Name)
	require.Len(t, short[1].runs[0].Glyphs, 6, "a figure is a run of its own")
	require.Nil(t, short[1].runs[1].Origin)
	change := linesOfKind(t, mustSet(t, document(figure("上升90.35％")), narrow(t)), typeset.BodyText)
	require.Equal(t, []string{"一二三四五六七上升", "90.35％，丙"}, texts(change), "the words before a number may end a line")
	long := linesOfKind(t, mustSet(t, document(figure("甲镇、乙镇、丙镇、丁镇、戊镇")), narrow(t)), typeset.BodyText)
	require.Equal(t, "一二三四五六七甲镇、", long[0].text)
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
