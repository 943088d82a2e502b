package template_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"banwen/internal/diag"
	"banwen/internal/template"

	"github.com/stretchr/testify/require"
)

// show writes nodes in a short form in which every kind looks different.
func show(nodes []template.Node) string {
	var b strings.Builder
	for _, n := range nodes {
		switch n := n.(type) {
		case *template.Text:
			b.WriteString(n.Text)
		case *template.LineEnd:
			b.WriteString("⏎")
		case *template.Bold:
			b.WriteString("<b>" + show(n.Nodes) + "</b>")
		case *template.Literal:
			b.WriteString("‹" + n.Text + "›")
		case *template.Action:
			b.WriteString("[" + showWords(n.Words) + "]")
		case *template.If:
			c := n.Condition
			fmt.Fprintf(&b, "(若 %s%s%s：%s", c.Left.Text, c.Test, c.Right.Text, show(n.Then))
			if n.Else != nil {
				b.WriteString("；否则：" + show(n.Else))
			}
			b.WriteString(")")
		case *template.Each:
			b.WriteString("(每个 " + n.Collection.Text + "：" + show(n.Nodes) + ")")
		}
	}
	return b.String()
}

func showWords(words []template.Word) string {
	var s []string
	for _, w := range words {
		if w.Quoted {
			s = append(s, "'"+w.Text+"'")
		} else {
			s = append(s, w.Text)
		}
	}
	return strings.Join(s, "|")
}

func TestParse(t *testing.T) {
	for text, want := range map[string]string{
		"破案{{破案数}}。":                      "破案[破案数]。",
		"{{ 同比 破案数 \"增加\" “减少” }}":        "[同比|破案数|'增加'|'减少']",
		"{{“一把手”工程数}}":                    "[“一把手”工程数]",
		"{{数 “3级以上 患者”}}":                 "[数|'3级以上 患者']",
		"{{原文 \"24小时\"}}研判":               "‹24小时›研判",
		"{{原文 \"{{甲}}\"}}":                "‹{{甲}}›",
		"{{原文 “**”}}":                     "‹**›",
		"{{原文}}":                          "[原文]",
		"甲\n乙\r\n":                        "甲⏎乙\r⏎",
		"狠抓**“四专”**合力":                    "狠抓<b>“四专”</b>合力",
		"**破{{破案数}}**、**立{{立案数}}**":       "<b>破[破案数]</b>、<b>立[立案数]</b>",
		"{{# 说明 }}正文":                     "正文",
		"前{{# 说明 \n 两行 }}后":               "前后",
		"前{{# 不印 {{如果 甲 > 乙}} {{结束}} }}后": "前后",
		"{{如果 甲 > 乙}}多{{否则}}少{{结束}}":      "(若 甲>乙：多；否则：少)",
		"{{如果 甲 ＞＝ 10起}}多{{结束}}":          "(若 甲>=10起：多)",
		"{{如果 “甲 > 丙” ≠ 乙}}多{{结束}}":       "(若 甲 > 丙≠乙：多)",
		"{{如果 有 甲 的 数}}有{{结束}}":           "(若 甲 的 数有：有)",
		"{{如果 没有 甲}}无{{否则如果 待补 甲}}缺{{否则}}有{{结束}}。": "(若 甲没有：无；否则：(若 甲待补：缺；否则：有))。",
		"{{如果 甲=1}}一{{否则如果 甲=2}}二{{结束}}三":          "(若 甲=1：一；否则：(若 甲=2：二))三",
		"{{每个 工作}}{{标题}}、{{结束}}":                   "(每个 工作：[标题]、)",
		"**{{如果 甲>乙}}多{{结束}}**":                    "<b>(若 甲>乙：多)</b>",
	} {
		nodes, diags := template.Parse(text, template.FilePlace("t", text))
		require.Empty(t, diags, text)
		require.Equal(t, want, show(nodes), text)
	}
}

// A line of conditions, loops and comments alone leaves no trace, so that a
// table can be built in a loop; spaces around them do not matter.
func TestControlLinesLeaveNoTrace(t *testing.T) {
	text := "{{# 表 }}\n| 甲 |\n  {{如果 有 工作}} {{每个 工作}}\r\n| {{名称}} |\n{{结束}}{{结束}}\n完\n{{如果 有 乙}}乙{{结束}}\n"
	nodes, diags := template.Parse(text, template.FilePlace("t", text))
	require.Empty(t, diags)
	require.Equal(t, "| 甲 |⏎  (若 工作有： (每个 工作：| [名称] |⏎))完⏎(若 乙有：乙)⏎", show(nodes))
}

func TestMistakes(t *testing.T) {
	deep := strings.Repeat("{{如果 有 甲}}", 33) + "甲" + strings.Repeat("{{结束}}", 33)
	for text, want := range map[string][]string{
		"第一行\n破案{{破案数，":         {"t:2:3: 错误：{{ 没有对应的 }}（在同一行补上 }}）"},
		"破案{{破案数\n}}起":          {"t:1:3: 错误：{{ 没有对应的 }}（在同一行补上 }}）"},
		"{{甲 {{乙}}":             {"t:1:1: 错误：{{ 没有对应的 }}（在同一行补上 }}）"},
		"{{原文 \"甲}}":            {"t:1:1: 错误：{{ 里的引号没有成对（补上右边的引号）"},
		"{{原文 甲}}":              {"t:1:6: 错误：“原文”后面要有一段带引号的文字（写成 {{原文 \"24小时\"}}）"},
		"{{原文 \"\"}}":           {"t:1:6: 错误：“原文”后面要有一段带引号的文字（写成 {{原文 \"24小时\"}}）"},
		"{{  }}":                {"t:1:1: 错误：{{}} 里是空的（写上指标的名称）"},
		"{破案数}":                 {"t:1:1: 错误：多出的花括号“{”（指标写成 {{指标}}；要印花括号，写 {{原文 \"{\"}}）"},
		"破｛｛破案数｝｝":              {"t:1:2: 错误：多出的花括号“｛｛”（花括号要用半角，写成 {{指标}}）"},
		"甲}乙}\n{丙\n}":           {"t:1:2: 错误：多出的花括号“}”（指标写成 {{指标}}；要印花括号，写 {{原文 \"}\"}}）", "t:1:4: 错误：多出的花括号“}”（指标写成 {{指标}}；要印花括号，写 {{原文 \"}\"}}）", "t:2:1: 错误：多出的花括号“{”（指标写成 {{指标}}；要印花括号，写 {{原文 \"{\"}}）", "t:3:1: 错误：多出的花括号“}”（指标写成 {{指标}}；要印花括号，写 {{原文 \"}\"}}）"},
		"甲**乙\n丙**丁":            {"t:1:2: 错误：** 没有成对（加粗的文字前后都写 **，不跨段）", "t:2:2: 错误：** 没有成对（加粗的文字前后都写 **，不跨段）"},
		"{{如果 有 甲}}**乙{{结束}}":   {"t:1:11: 错误：** 没有成对（加粗的文字前后都写 **，不跨段）"},
		"{{如果 甲}}乙{{结束}}":       {"t:1:5: 错误：“如果”后面不是条件（写成 {{如果 甲 > 乙}}、{{如果 有 甲}} 或 {{如果 待补 甲}}）"},
		"{{如果 甲 >}}乙{{结束}}":     {"t:1:8: 错误：“>”有一边是空的（两边各写一个指标或数）"},
		"{{如果 有 甲}}乙":           {"t:1:1: 错误：“如果”没有结束（补上 {{结束}}）"},
		"乙{{结束}}":               {"t:1:2: 错误：多出的“结束”（删去它，或补上前面的 {{如果 …}}、{{每个 …}}）"},
		"{{每个 工作}}{{否则}}{{结束}}": {"t:1:10: 错误：多出的“否则”（“否则”写在 {{如果 …}} 和 {{结束}} 之间，只写一次）"},
		"{{每个}}甲{{结束}}":         {"t:1:1: 错误：“每个”后面没有写是什么（写成 {{每个 工作}}）"},
		"{{# 甲":                 {"t:1:1: 错误：注释没有结束（在注释后面写上 }}）"},
		deep:                    {"t:1:321: 错误：“如果”“每个”套了 32 层以上（拆成几段来写）"},
	} {
		_, diags := template.Parse(text, template.FilePlace("t", text))
		diags.Sort()
		var got []string
		for _, d := range diags {
			got = append(got, d.String())
		}
		require.Equal(t, want, got, text)
	}
}

func TestFilePlace(t *testing.T) {
	text := "甲乙\n丙"
	place := template.FilePlace("t", text)
	require.Equal(t, diag.Pos{File: "t", Line: 1, Col: 1}, place(0))
	require.Equal(t, diag.Pos{File: "t", Line: 1, Col: 2}, place(len("甲")))
	require.Equal(t, diag.Pos{File: "t", Line: 2, Col: 1}, place(len("甲乙\n")))
	require.Equal(t, diag.Pos{File: "t", Line: 2, Col: 2}, place(len(text)))
}

// Whatever the text: no panic, every place lies in it and between characters,
// nodes come in the order of the text, and mistakes do not grow without bound.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"破{{数 甲}}**乙**\n", "{{如果 甲 >= 1}}{{否则如果 有 乙}}{{否则}}{{结束}}", "{{每个 工作}}", "{{# }}", "{{原文 \"}}\"}}", "｛{}", "{{“}}",
		"{{如果}}**{{否则}}\n{{结束}}**",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		check := func(at int) {
			if at < 0 || at > len(text) {
				t.Fatalf("offset %d is outside the text of %d bytes", at, len(text))
			}
			if utf8.ValidString(text) && at < len(text) && !utf8.RuneStart(text[at]) {
				t.Fatalf("offset %d is inside a character", at)
			}
		}
		nodes, diags := template.Parse(text, func(at int) diag.Pos { check(at); return diag.Pos{} })
		if len(diags) > 100 {
			t.Fatalf("%d mistakes", len(diags))
		}
		checkOffsets(t, nodes, check)
	})
}

func checkOffsets(t *testing.T, nodes []template.Node, check func(int)) {
	last := -1
	step := func(at int) {
		check(at)
		if at <= last {
			t.Fatalf("offset %d follows %d", at, last)
		}
		last = at
	}
	for _, n := range nodes {
		switch n := n.(type) {
		case *template.Text:
			step(n.At)
		case *template.LineEnd:
			step(n.At)
		case *template.Bold:
			step(n.At)
			checkOffsets(t, n.Nodes, check)
		case *template.Literal:
			step(n.At)
		case *template.Action:
			step(n.At)
			check(n.Text.At)
			for _, w := range n.Words {
				check(w.At)
			}
		case *template.If:
			step(n.At)
			check(n.Condition.Left.At)
			check(n.Condition.Right.At)
			checkOffsets(t, n.Then, check)
			checkOffsets(t, n.Else, check)
		case *template.Each:
			step(n.At)
			checkOffsets(t, n.Nodes, check)
		}
	}
}
