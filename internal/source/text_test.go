package source_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"banwen/internal/diag"
	"banwen/internal/source"

	"github.com/stretchr/testify/require"
)

// report is a report with one area and some lines of its own.
func report(lines string) fstest.MapFS {
	files := folder("工作: 禁毒\n")
	files["report.yaml"] = &fstest.MapFile{Data: []byte("单位: xx县公安局\n标题: 工作总结\n工作: [a]\n" + lines)}
	return files
}

func load(t *testing.T, lines string) *source.Report {
	t.Helper()
	r, diags := source.Load(report(lines), ".")
	require.Empty(t, diags)
	return r
}

// Every character of a text that was typed as it stands is found at its place
// in the file, whichever way the text was written.
func TestEveryCharacterHasItsPlace(t *testing.T) {
	for name, typed := range map[string]string{
		"plain":                "导语: 在县委、𬭎 领导下 # 注释\n",
		"plain in brackets":    "结语前言: {甲: 下一步, 乙: 再下一步}\n导语: 甲\n",
		"single quotes":        "导语: '在“县委”领导下'  # 注释\n",
		"double quotes":        `导语: "在{{甲 “乙”}}领导下"` + "\n",
		"literal":              "导语: |\n  第一行\n\n    缩进的行\n  𬭎最后一行\n",
		"literal, blank first": "导语: |-\n\n\n  第一行\n  第二行\n\n\n成文日期: 2023-06-30\n",
		"literal, indicator":   "导语: |1\n   第一行\n 第二行\n",
		"literal, kept end":    "导语: |+\n  第一行\n\n\n",
		"literal, no end":      "导语: |\n  第一行\n  第二行",
		"literal in a mapping": "结语前言:\n    下半年计划: |\n        第一行\n          第二行\n导语: 甲\n",
		"folded":               "导语: >\n  first line\n  second line\n\n  third\n    more\n  last\n",
		"plain, lines":         "导语: first line\n  second line\n\n  third\n",
		"quoted, lines":        "导语: \"first line\n  second line\n\n  third\"\n",
		"escapes":              `导语: "甲\"乙\\丙\u4e2d丁\tx"` + "\n",
		"doubled quotes":       "导语: '甲''乙''''丙'\n",
		"escaped line end":     "导语: \"first \\\n  second\\\n  third\"\n",
		"spaces around":        "导语: \"  甲乙 \"\n",
	} {
		r := load(t, "期间: 2023上半年\n"+typed)
		checkPlaces(t, name, string(report("期间: 2023上半年\n" + typed)["report.yaml"].Data), r.Lead)
		for _, lead := range r.Leads {
			checkPlaces(t, name, string(report("期间: 2023上半年\n" + typed)["report.yaml"].Data), lead)
		}
	}
}

// checkPlaces checks each character of a text that is not a line end, a blank
// made of one, or escaped.
func checkPlaces(t *testing.T, name, file string, text source.Text) {
	t.Helper()
	lines := strings.Split(file, "\n")
	last := diag.Pos{}
	for i, r := range text.Value {
		at := text.At(i)
		require.GreaterOrEqual(t, at.Compare(last), 0, "%s: places go back at %q", name, text.Value[i:])
		last = at
		typed := []rune(lines[at.Line-1])
		require.LessOrEqual(t, at.Col, len(typed)+1, name)
		if r == '\n' || r == ' ' || r == '\t' || at.Col > len(typed) || typed[at.Col-1] == '\\' {
			continue
		}
		require.Equal(t, string(r), string(typed[at.Col-1]), "%s: %q at %v", name, text.Value[i:], at)
	}
}

func TestPlacesBehindEscapes(t *testing.T) {
	lead := load(t, `期间: 2023上半年`+"\n"+`导语: "甲\"乙\u4e2d丙"`+"\n").Lead
	require.Equal(t, `甲"乙中丙`, lead.Value)
	for char, col := range map[string]int{"甲": 6, `"`: 7, "乙": 9, "中": 10, "丙": 16} {
		require.Equal(t, diag.Pos{File: "report.yaml", Line: 5, Col: col}, lead.At(strings.Index(lead.Value, char)), char)
	}
}

func TestNewText(t *testing.T) {
	text := source.NewText("甲乙\n丙\n", diag.Pos{File: "f", Line: 3, Col: 5})
	require.Equal(t, diag.Pos{File: "f", Line: 3, Col: 5}, text.Pos())
	require.Equal(t, diag.Pos{File: "f", Line: 3, Col: 6}, text.At(len("甲")))
	require.Equal(t, diag.Pos{File: "f", Line: 4, Col: 1}, text.At(len("甲乙\n")))
	require.Equal(t, diag.Pos{File: "f", Line: 5, Col: 1}, text.At(100))
	require.Equal(t, text.Pos(), text.At(-1))
	require.Equal(t, diag.Pos{}, source.NewText("甲\n乙", diag.Pos{}).At(5))
	require.True(t, text.Given())
	require.False(t, source.Text{}.Given())
}

func TestPlacesAreThoseOfAtInAnyOrder(t *testing.T) {
	text := source.NewText("甲乙\n丙丁戊\n\n己", diag.Pos{File: "a", Line: 3, Col: 5})
	places := text.Places()
	for from := range text.Value {
		for to := range text.Value {
			require.Equal(t, text.At(from), places(from))
			require.Equal(t, text.At(to), places(to), "%d after %d", to, from)
		}
	}
}
