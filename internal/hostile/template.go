package hostile

import (
	"fmt"
	"strings"
)

// templateCases are templates and prose that never end, multiply, or reach
// for what is not theirs.
func templateCases() []Case {
	all := []Case{
		{Name: "template, loops in loops", Want: `templates/t/document.txt:2:1: 错误：循环太多或内容太长，算不完`, files: func() files {
			f := layout("# {{标题}}\n" + strings.Repeat("{{每个 工作}}\n", 8) + "甲\n" + strings.Repeat("{{结束}}\n", 8))()
			f[reportName] = []byte(reportHead + "模板: t\n工作: [a, " + strings.TrimSuffix(numbered(1_000, "b#, "), ", ") + "]\n")
			for i := range 1_000 {
				f[fmt.Sprintf("areas/b%d.yaml", i)] = []byte(fmt.Sprintf("工作: 乙%d\n标题: 乙\n正文: 文\n", i))
			}
			return f
		}},
		{Name: "template, empty loops in loops", Want: `templates/t/document.txt:2:1: 错误：循环太多或内容太长，算不完`, files: func() files {
			f := layout("# {{标题}}\n" + strings.Repeat("{{每个 指标}}\n", 8) + strings.Repeat("{{结束}}\n", 8))()
			f[areaName] = []byte(areaHead + "正文: 文\n指标:\n" + numbered(1_000, "  甲#: 1起\n"))
			return f
		}},
		{Name: "template, deep", Want: `templates/t/document.txt:\d+:\d+: 错误：“如果”“每个”套了 32 层以上`, files: layout(strings.Repeat("{{每个 工作}}\n", depth) + strings.Repeat("{{结束}}\n", depth))},
		{Name: "template, open loops", Want: `templates/t/document.txt:\d+:\d+: 错误：`, files: layout(strings.Repeat("{{如果 有 工作}}", depth))},
		{Name: "template, ends without beginning", Want: `templates/t/document.txt:1:1: 错误：多出的“结束”`, files: layout(strings.Repeat("{{结束}}", 100_000))},
		{Name: "template, braces", Want: `templates/t/document.txt:1:1: 错误：`, files: layout(strings.Repeat("{", 1_000_000))},
		{Name: "template, open actions", Want: `templates/t/document.txt:1:1: 错误：{{ 没有对应的 }}`, files: layout(strings.Repeat("{{甲 ", 100_000))},
		{Name: "template, comments in comments", Want: `templates/t/document.txt:1:1: 错误：注释没有结束`, files: layout(strings.Repeat("{{# ", 100_000))},
		{Name: "template, bold", Want: `错误：`, files: layout(strings.Repeat("**甲", 100_001))},
		{Name: "template, else if without end", Want: `错误：“如果”“每个”套了 32 层以上`, files: layout("{{如果 有 甲}}" + strings.Repeat("{{否则如果 有 甲}}", depth) + "{{结束}}")},
		{Name: "template, wide conditions", Want: `错误：`, files: layout(layoutHead + strings.Repeat("{{如果 甲 > 乙}}甲{{结束}}\n", 20_000))},
		{Name: "template, ambiguous names", Want: `错误：“率”后面的词太多`, files: layout(layoutHead + "{{率 " + strings.Repeat("甲 ", 3_000) + "}}\n")},
		{Name: "texts in circles", Want: `report.yaml:1:6: 错误：“单位”里又用到了自己`, files: report("单位: '{{标题}}'\n标题: '{{单位}}'\n期间: 2023上半年\n导语: '{{单位}}'\n工作: [a]\n")},
		{Name: "texts that double", Want: `错误：内容太多，连同图表超过 4 MB`, files: body("时段:\n  乙0: 一段\n" + doubled(40) + "正文: '{{乙40}}。'\n")},
		{Name: "long text many times", Want: `错误：内容太多，连同图表超过 4 MB`, files: body("时段:\n  乙: " + strings.Repeat("文", 9_000) + "\n正文: '" + strings.Repeat("{{乙}}", 10_000) + "'\n")},
		{Name: "title many times", files: layout("# {{标题}}\n" + strings.Repeat("{{标题}}", 50_000) + "\n")},
	}
	for _, reach := range []string{
		`{{包含 "/etc/passwd"}}`, `{{include "/etc/passwd"}}`, `{{template "x"}}`, `{{http "http://127.0.0.1/"}}`, `{{exec "ls"}}`,
		`{{.Foo}}`, `{{range .Areas}}`, `{{end}}`, `{{printf "%s" 1}}`, `{{${7*7}}}`, `{{工作.__class__}}`, `{{"a" | html}}`, `{{../../etc/passwd}}`, `{{正文.正文}}`,
	} {
		all = append(all,
			Case{Name: "template reaches, " + reach, Want: `templates/t/document.txt:6:\d+: 错误：`, files: layout(layoutHead + reach + "\n")},
			Case{Name: "prose reaches, " + reach, Want: `areas/a.yaml:4:\d+: 错误：`, files: body("正文: |\n  " + reach + "\n")},
		)
	}
	for _, plainly := range []string{`<% ls %>`, `<script>alert(1)</script>`, `${7*7}`, `<w:p/>&amp;]]>`, `\input{/etc/passwd}`} {
		c := Case{Name: "prose prints as it stands, " + plainly, files: body("正文: |\n  文" + plainly + "\n")}
		if strings.ContainsAny(plainly, "{") {
			c.Want = `areas/a.yaml:4:\d+: 错误：多出的花括号`
		}
		all = append(all, c)
	}
	return all
}

// doubled is n periods, each of which has the one before twice.
func doubled(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "  乙%d: '{{乙%d}}{{乙%d}}'\n", i+1, i, i)
	}
	return b.String()
}
