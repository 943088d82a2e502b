package typeset_test

import (
	"testing"

	"banwen/internal/doc"
	"banwen/internal/doc/doctest"
	"banwen/internal/typeset"

	"github.com/stretchr/testify/require"
)

func TestCharacterInNoFontIsNamedWithItsPlace(t *testing.T) {
	c := doctest.Charts()[0]
	c.Categories[0] = "龘人员"
	d := document(
		paragraph("p1", "全县共有龘镇和龘村二十三个"),
		&doc.Paragraph{ID: "p2", Runs: []doc.Run{{Text: "在龘镇"}, {Text: "😀"}}},
		c)
	d.Signature = &doc.Signature{Organ: doc.Plain("龘县")}
	l, diags := typeset.Set(d, plain(t), fonts)
	require.Nil(t, l)
	var messages []string
	for _, one := range diags {
		messages = append(messages, one.Message)
		require.NotEmpty(t, one.Hint)
		require.Contains(t, one.Message, "“"+one.Subject+"”")
	}
	require.Equal(t, []string{
		"所有字体里都没有“龘”（U+9F98），在“全县共有龘镇和龘村二”处",
		"所有字体里都没有“龘”（U+9F98），在“在龘镇😀”处",
		"所有字体里都没有“😀”（U+1F600），在“在龘镇😀”处",
		"所有字体里都没有“龘”（U+9F98），在“龘县”处",
		"所有字体里都没有“龘”（U+9F98），在“龘人员”处",
	}, messages)
}

func TestControlCharacterIsAnError(t *testing.T) {
	_, diags := typeset.Set(document(paragraph("p", "前后\a左右")), plain(t), fonts)
	require.Len(t, diags, 1)
	require.Equal(t, "“前后左右”处有控制字符 U+0007，不能排版", diags[0].Message)
}

func TestSpacesOfEveryKindAreSet(t *testing.T) {
	p := narrow(t)
	l := mustSet(t, document(paragraph("p", "甲\t乙\u3000丙\u00a0丁\u2003戊\u00ad己\ufeff")), p)
	lines := linesOfKind(t, l, typeset.BodyText)
	require.Equal(t, "甲\t乙\u3000丙\u00a0丁\u2003戊己", lines[0].text)
	for _, run := range lines[0].runs {
		for _, g := range run.Glyphs {
			require.Positive(t, g.Advance, "%q", g.Char)
		}
	}
}

func TestPunctuationOfKaiComesFromFang(t *testing.T) {
	h := &doc.Heading{ID: "h", Level: 2, Number: "（一）", Runs: []doc.Run{{Text: "楷体，文字。"}}, Body: []doc.Run{{Text: "正文。"}}}
	lines := linesOfKind(t, mustSet(t, document(h), plain(t)), typeset.BodyText)
	got := ""
	for _, run := range lines[0].runs {
		got += string(run.Role) + "："
		for _, g := range run.Glyphs {
			got += string(g.Char)
		}
		got += "|"
	}
	require.Equal(t, "仿宋：（|楷体：一|仿宋：）|楷体：楷体|仿宋：，|楷体：文字|仿宋：。正文。|", got)
}

func TestMissingFigureIsSetInAlarmColour(t *testing.T) {
	d := document(&doc.Paragraph{ID: "p", Runs: []doc.Run{{Text: "破案"}, {Text: "【待补】", Missing: true}, {Text: "加粗", Bold: true}}})
	lines := linesOfKind(t, mustSet(t, d, plain(t)), typeset.BodyText)
	require.Len(t, lines[0].runs, 3)
	require.Equal(t, "000000", lines[0].runs[0].Color)
	require.NotEqual(t, "000000", lines[0].runs[1].Color)
	require.True(t, lines[0].runs[2].Bold)
}
