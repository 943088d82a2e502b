// Package doctest gives renderers documents to test with, so that each can be
// worked on without the stages before it.
package doctest

import (
	_ "embed"
	"fmt"
	"regexp"
	"strings"

	"banwen/internal/doc"
)

//go:embed testdata/summary-2023-h1.txt
var seed string

// SampleText is the sample summary as plain text, with the remainder that
// its figures give (223−148 = 75).
func SampleText() string {
	return strings.Replace(seed, "仍有76人", "仍有75人", 1)
}

var (
	level1 = regexp.MustCompile(`^([一二三四五六七八九十]+、)(.+)$`)
	level2 = regexp.MustCompile(`^(（[一二三四五六七八九十]+）)([^。]+。)(.+)$`)
)

// Sample is the sample summary as a document, with a chart of every kind and a table.
func Sample() *doc.Document {
	lines := strings.Split(strings.TrimSpace(SampleText()), "\n")
	d := &doc.Document{
		Meta: doc.Meta{
			Organ: "xx县公安局", Period: "2023年上半年", Language: "zh-CN",
			Date: "2023-06-30T00:00:00Z", Keywords: "工作总结；2023年上半年",
		},
		Title: doc.Title{Text: lines[0], Lines: []string{"县公安局2023年上半年工作总结", "及下半年工作计划"}},
	}
	after := map[string]doc.Block{}
	for i, c := range Charts() {
		after[[]string{"（二）", "（三）", "（四）", "（五）", "（六）", "（七）"}[i]] = c
	}
	for i, line := range lines[2:] {
		id := fmt.Sprintf("n%d", i+1)
		if m := level1.FindStringSubmatch(line); m != nil {
			d.Blocks = append(d.Blocks, &doc.Heading{ID: id, Level: 1, Number: m[1], Runs: prose(m[2])})
			continue
		}
		m := level2.FindStringSubmatch(line)
		if m == nil {
			d.Blocks = append(d.Blocks, &doc.Paragraph{ID: id, Runs: prose(line)})
			continue
		}
		d.Blocks = append(d.Blocks, &doc.Heading{ID: id, Level: 2, Number: m[1], Runs: prose(m[2]), Body: figures(m[3])})
		if c, ok := after[m[1]]; ok {
			d.Blocks = append(d.Blocks, c)
			delete(after, m[1])
		}
	}
	return d
}

func prose(text string) []doc.Run { return []doc.Run{{Text: text}} }

var solved = regexp.MustCompile(`22起`)

// figures makes a run of its own of the one figure of the sample that carries its origin.
func figures(text string) []doc.Run {
	at := solved.FindStringIndex(text)
	if at == nil {
		return prose(text)
	}
	return []doc.Run{
		{Text: text[:at[0]]},
		{Text: text[at[0]:at[1]], Origin: &doc.Origin{
			Name: "禁毒.破获毒品案件", Value: "22起", Place: doc.Place{File: "areas/anti-drug.yaml", Line: 6, Col: 3},
			Source: "禁毒信息系统", Definition: "户籍地", AsOf: "6月20日",
		}},
		{Text: text[at[1]:]},
	}
}

// Table is a small table with a caption.
func Table() *doc.Table {
	return &doc.Table{
		ID: "table1", Number: 1, Title: "刑事与治安案件情况", Unit: "起",
		Columns: []doc.Align{doc.AlignLeft, doc.AlignRight, doc.AlignRight},
		Header:  cells("类别", "今年", "去年同期"),
		Rows:    [][]doc.Cell{cells("刑事立案", "437", "481"), cells("刑事破案", "303", "293")},
	}
}
