package hostile

import (
	"fmt"
	"strings"
)

// depth is how deep the cases of nesting go.
const depth = 10_000

// yamlCases are misuses of YAML.
func yamlCases() []Case {
	return []Case{
		{Name: "alias bomb", Want: `areas/a.yaml:1:\d+: 错误：不能用“&”起名`, files: area(aliasBomb("[%s]", "*%c"))},
		{Name: "alias bomb in report.yaml", Want: `report.yaml:1:\d+: 错误：不能用“&”起名`, files: report(aliasBomb("[%s]", "*%c"))},
		{Name: "alias bomb of merge keys", Want: `areas/a.yaml:1:\d+: 错误：不能用“&”起名`, files: area(aliasBomb("{<<: [%s]}", "*%c"))},
		{Name: "alias that holds itself", Want: `areas/a.yaml:1:\d+: 错误：不能用“&”起名`, files: area("工作: &a [*a, *a]\n")},
		{Name: "depth, block mappings", Want: `areas/a.yaml:51:51: 错误：数据套了 50 层以上`, files: area(stairs(1_400))},
		{Name: "depth, dashes", Want: `areas/a.yaml:1:101: 错误：数据套了 50 层以上`, files: area(strings.Repeat("- ", depth) + "甲\n")},
		{Name: "depth, flow lists", Want: `areas/a.yaml:3:54: 错误：数据套了 50 层以上`, files: body("正文: " + strings.Repeat("[", depth) + strings.Repeat("]", depth) + "\n")},
		{Name: "depth, flow mappings", Want: `areas/a.yaml:3:\d+: 错误：数据套了 50 层以上`, files: body("正文: " + strings.Repeat("{甲: ", depth) + strings.Repeat("}", depth) + "\n")},
		{Name: "depth, flow mappings, open", Want: `areas/a.yaml:3:5: 错误：文字不能以“{{”开头`, files: body("正文: " + strings.Repeat("{", depth) + "\n")},
		{Name: "depth, flow lists over lines", Want: `areas/a.yaml:53:\d+: 错误：数据套了 50 层以上`, files: body("正文:\n" + strings.Repeat("  [\n", depth))},
		{Name: "tags", Want: `areas/a.yaml:3:5: 错误：不能用“!”标类型`, files: body("正文: !!python/object/apply:os.system [ls]\n")},
		{Name: "several documents", Want: `areas/a.yaml:3:1: 错误：一个文件只能有一份数据，不能用“---”隔开`, files: body(strings.Repeat("---\n工作: 甲\n", 1_000))},
		{Name: "keys that are mappings", Want: `areas/a.yaml:3:\d+: 错误：`, files: body("? {甲: 乙}\n: 丙\n")},
		{Name: "quote never closed", Want: `areas/a.yaml:3:5: 错误：引号没有收尾`, files: body("正文: \"" + strings.Repeat("甲乙丙丁\n  ", 100_000) + "\n")},
		{Name: "one key, 50,000 times", Want: `areas/a.yaml:4:1: 错误：“正文”写了两次`, files: body(strings.Repeat("正文: 甲\n", 50_000))},
	}
}

// aliasBomb is 25 lists, each of which names the one before ten times. holder
// takes the names.
func aliasBomb(holder, name string) string {
	text := "a: &a " + fmt.Sprintf(holder, "{甲: 1}") + "\n"
	for c := 'b'; c <= 'z'; c++ {
		names := make([]string, 10)
		for i := range names {
			names[i] = fmt.Sprintf(name, c-1)
		}
		text += fmt.Sprintf("%c: &%c ", c, c) + fmt.Sprintf(holder, strings.Join(names, ", ")) + "\n"
	}
	return text
}

// stairs are n mappings, one in the other.
func stairs(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "甲:\n")
	}
	return b.String()
}
