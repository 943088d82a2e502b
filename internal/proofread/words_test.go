package proofread_test

import (
	"testing"

	"banwen/internal/diag"
	"banwen/internal/proofread"

	"github.com/stretchr/testify/require"
)

func TestShippedWords(t *testing.T) {
	list := proofread.ShippedWords()
	require.NotEmpty(t, list)
	for _, w := range list {
		require.NotEmpty(t, w.Instead, w.Text)
		require.NotEqual(t, diag.Error, w.Severity, w.Text)
	}
}

func TestParseWords(t *testing.T) {
	list, diags := proofread.ParseWords("用词.txt", []byte("\ufeff# 说明\r\n截止目前 | 截至目前 | 错字 | 错误\r\n其它｜其他｜｜提示\r\n\r\n　公布署|公布署\r\n"))
	require.Empty(t, diags)
	require.Equal(t, proofread.WordList{
		{Text: "截止目前", Instead: "截至目前", Why: "错字", Severity: diag.Error},
		{Text: "其它", Instead: "其他", Severity: diag.Hint},
		{Text: "公布署", Instead: "公布署", Severity: diag.Warning},
	}, list)
}

func TestParseWordsMistakes(t *testing.T) {
	for line, want := range map[string]string{
		"截止目前":                   "w:1:1: 错误：“截止目前”没有写改成什么（写成“截止目前 | 截至目前”）",
		"截止目前 |":                 "w:1:7: 错误：“截止目前”没有写改成什么（写上改为哪个词）",
		" | 截至目前":                "w:1:1: 错误：没有写是哪个词（写成“截止目前 | 截至目前”）",
		"其它 | 其他 | 统一 | 轻微":      "w:1:16: 错误：轻重不能是“轻微”（写错误、警告或提示）",
		"其它 | 其他 | 统一 | 提示 | 备注": "w:1:21: 错误：多了一列“备注”（只写“词 | 改为 | 说明 | 轻重”）",
		"其它|其他\n 其它|其他":          "w:2:2: 错误：“其它”在第1行已经写过（删去一处）",
		"其它|其他\n\xd6\xd0|甲":      "w:2:1: 错误：这一行不是UTF-8编码（另存为UTF-8编码）",
	} {
		_, diags := proofread.ParseWords("w", []byte(line))
		require.Len(t, diags, 1, line)
		require.Equal(t, want, diags[0].String())
	}
}

// Mistakes are all told at once, and the other lines are kept.
func TestParseWordsKeepsWhatIsRight(t *testing.T) {
	list, diags := proofread.ParseWords("w", []byte("甲\n乙|丙\n丁|\n"))
	require.Len(t, list, 1)
	require.Len(t, diags, 2)
}

// Of words that begin at one place the longest counts, and what it covers is
// not reported again.
func TestLongestWord(t *testing.T) {
	words := proofread.WordList{{Text: "部份", Instead: "部分"}, {Text: "大部份", Instead: "大多数"}, {Text: "干部份额", Instead: "干部份额"}}
	var quotes []string
	for _, f := range proofread.Check(proofread.ExampleDocument("大部份群众，部份干部，干部份额"), proofread.Facts{Words: words}) {
		quotes = append(quotes, f.Quote)
	}
	require.Equal(t, []string{"大部份", "部份"}, quotes)
}
