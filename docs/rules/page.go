package main

import (
	"fmt"
	"strings"

	"banwen/internal/audit"
	"banwen/internal/finding"
	"banwen/internal/proofread"
)

const opening = `# 检查规则

` + "`banwen check 报告文件夹`" + ` 按下面各条检查。本文由程序里的规则生成（make docs），每个例子都由测试跑过。

- 错误：定稿不让出，初稿在文中标出【不符】或【有误】；` + "`banwen check`" + ` 的退出码为 1。
- 警告、提示：应当看一看，不拦定稿；退出码为 0。
- 无法核验：缺少可比的数，不算通过，单独计数。

确认无误的，照 ` + "`banwen check`" + ` 印在那一条后面的指纹写豁免；数值一变，指纹就变，豁免随之失效，并会提醒：

` + "```yaml" + `
豁免:                      # 写在 report.yaml 或那项工作的文件里
  - {指纹: 3f2a91c04b7d, 理由: 系统口径不同，已报批, 确认人: 张三, 日期: 2023-06-28}
` + "```" + `

`

// page is the whole of docs/检查规则.md.
func page() []byte {
	var b strings.Builder
	b.WriteString(opening)
	b.WriteString("## 文字\n\n例子里 {22起} 是由指标印出的数，{同比 上升9.1％} 是算出的增减，<24小时> 是声明过的原文，行首的 # 是标题。\n\n")
	for _, r := range proofread.Rules() {
		writeRule(&b, r)
	}
	b.WriteString("## 数字\n\n例子是一项工作的文件；“---”下面是另一项工作的，“--- 上期”“--- 前期”下面是那份报告里的。期间是2023上半年。\n\n")
	for _, r := range audit.Rules() {
		writeRule(&b, r)
	}
	b.WriteString("## 版式\n\n例子是单位自己的版式 profiles/本单位.yaml。\n\n")
	writeRule(&b, audit.ProfileRule())
	return []byte(b.String())
}

// writeRule writes one rule with its examples.
func writeRule(b *strings.Builder, r finding.Rule) {
	fmt.Fprintf(b, "### %s\n\n`%s`　%s　依据：%s\n\n", r.Title, r.ID, r.Severity, r.Clause)
	writeExamples(b, "会报", r.Bad)
	writeExamples(b, "不报", r.Good)
}

func writeExamples(b *strings.Builder, called string, examples []string) {
	var list []string
	for _, e := range examples {
		list = append(list, strings.TrimRight(e, "\n"))
	}
	fmt.Fprintf(b, "%s：\n\n```\n%s\n```\n\n", called, strings.Join(list, "\n\n"))
}
