// Package hostile holds reports made to break the program, or broken by
// accident on a large scale, and what must be said of each. Tests see to the
// words, make bench to time and memory.
package hostile

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Case is one hostile report.
type Case struct {
	Name string
	// Want is what the program must say of it, a regular expression; empty for
	// a report that is merely large, which is to be built.
	Want string

	files func() files
	links map[string]string // name of a link: where it leads, from the link
	pipes []string          // names of pipes that nobody writes to
}

// files is the content of files by name. Names are relative to the report's
// folder; a nil content leaves out a file that plain has.
type files map[string][]byte

// The files of a report, and what the cases put into them.
const (
	reportName = "report.yaml"
	areaName   = "areas/a.yaml"
	layoutName = "templates/t/document.txt"

	reportHead = "单位: 某局\n标题: 某局工作总结\n期间: 2023上半年\n"
	areaHead   = "工作: 甲\n标题: 抓好甲\n"
	layoutHead = "# {{标题}}\n{{每个 工作}}\n## {{标题}}\n{{正文}}\n{{结束}}\n"
)

// plain is a small report in which nothing is wrong.
func plain() files {
	return files{
		reportName: []byte(reportHead + "工作: [a]\n"),
		areaName:   []byte(areaHead + "正文: 工作有序推进。\n"),
	}
}

// Cases lists every case, by name.
func Cases() []Case {
	all := slices.Concat(yamlCases(), sizeCases(), numberCases(), characterCases(), linkCases(), templateCases(), mistakeCases())
	slices.SortFunc(all, func(a, b Case) int { return cmp.Compare(a.Name, b.Name) })
	return all
}

// Write writes the case's report into folder, which need not be there yet;
// beside it there may be more.
func (c Case) Write(folder string) error {
	all := plain()
	if c.files != nil {
		for name, data := range c.files() {
			all[name] = data
		}
	}
	for _, name := range c.pipes {
		all[name] = nil
	}
	for name := range c.links {
		all[name] = nil
	}
	for name, data := range all {
		if data == nil {
			continue
		}
		if err := write(filepath.Join(folder, name), data); err != nil {
			return err
		}
	}
	return c.writeSpecial(folder)
}

func (c Case) writeSpecial(folder string) error {
	for name, target := range c.links {
		path := filepath.Join(folder, name)
		if err := os.RemoveAll(path); err != nil {
			return err
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.Symlink(target, path); err != nil {
			return err
		}
	}
	for _, name := range c.pipes {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := makePipe(path); err != nil {
			return err
		}
	}
	return nil
}

func write(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o644)
}

// area is a report whose one area's file holds text.
func area(text string) func() files {
	return func() files { return files{areaName: []byte(text)} }
}

// body is a report whose one area has text below its name and title.
func body(text string) func() files { return area(areaHead + text) }

// report is a report whose report.yaml holds text.
func report(text string) func() files {
	return func() files { return files{reportName: []byte(text)} }
}

// layout is a report with a template of its own.
func layout(text string) func() files {
	return func() files {
		return files{
			reportName: []byte(reportHead + "模板: t\n工作: [a]\n"),
			layoutName: []byte(text),
		}
	}
}

// numbered joins what format gives of 0 to n−1.
func numbered(n int, format string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(format, "#", fmt.Sprint(i)))
	}
	return b.String()
}
