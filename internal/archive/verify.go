package archive

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"time"

	"banwen/internal/diag"
	"banwen/internal/gitrepo"
	"banwen/internal/reports"
)

// Verdict is what became of a version: nothing, or what differs.
type Verdict struct {
	Tag         string   `json:"tag" about:"标签"`
	Sum         string   `json:"sum" about:"清单的 SHA-256"`
	Differences []string `json:"differences" about:"哪里不同，为什么；没有就是一字不差"`
	Files       int      `json:"files" about:"核对了多少个文件"`
}

// ErrNoVersion is a version that there is not.
var ErrNoVersion = errors.New("没有归档的版本")

// Verify proves versions of the repository that a folder lies in: the one of a
// tag, or all, of one report where the folder is a report's.
func Verify(folder, tag string, tool Tool) ([]Verdict, error) {
	repo, name, err := openFor(folder)
	if err != nil {
		return nil, err
	}
	versions, err := versionsOf(repo, name)
	if err != nil {
		return nil, err
	}
	verdicts := []Verdict{}
	for i := range versions {
		if v := &versions[i]; tag == "all" || v.Tag == tag {
			verdicts = append(verdicts, verify(repo, v, tool))
		}
	}
	switch {
	case len(verdicts) > 0:
		return verdicts, nil
	case len(versions) == 0:
		return nil, ErrNoVersion
	default:
		return nil, noVersion(tag, versions)
	}
}

// noVersion says that there is no version of a tag, and what may be meant.
func noVersion(tag string, versions []Version) error {
	var of, tags []string
	for _, v := range versions {
		tags = append(tags, v.Tag)
		if path.Base(v.Tag) == tag || path.Dir(v.Tag) == strings.TrimSuffix(tag, "/") {
			of = append(of, v.Tag)
		}
	}
	if near, ok := diag.Nearest(tag, tags); ok && len(of) == 0 {
		of = []string{near}
	}
	if len(of) == 0 {
		return fmt.Errorf("没有归档的版本“%s”；banwen versions 列出各稿", tag)
	}
	return fmt.Errorf("没有归档的版本“%s”；是否想写 %s？", tag, strings.Join(of[:min(len(of), 3)], "、"))
}

// check is the verification of one version.
type check struct {
	repo     *gitrepo.Repo
	version  *Version
	manifest *Manifest
	text     []byte // of the manifest
	said     Verdict
}

func (c *check) differ(format string, args ...any) {
	c.said.Differences = append(c.said.Differences, fmt.Sprintf(format, args...))
}

func verify(repo *gitrepo.Repo, v *Version, tool Tool) Verdict {
	c := &check{repo: repo, version: v, said: Verdict{Tag: v.Tag, Sum: v.Sum, Differences: []string{}}}
	var err error
	if v.Fault != "" {
		c.differ("%s", v.Fault)
		return c.said
	}
	if c.manifest, c.text, err = v.manifest(repo); err != nil {
		c.differ("%v", err)
		return c.said
	}
	if sum := sumOf(c.text); sum != v.Sum {
		c.differ("清单改过：SHA-256 是 %s，标签里写的是 %s", short(sum), short(v.Sum))
	}
	if c.manifest.Tag != v.Tag {
		c.differ("清单是 %s 的，标签却是 %s", c.manifest.Tag, v.Tag)
	}
	c.committed()
	c.workTree()
	c.rebuild(tool)
	return c.said
}

func short(sum string) string { return sum[:min(len(sum), 12)] + "…" }

// committed holds the files of the commit against the manifest.
func (c *check) committed() {
	files, err := c.repo.Files(c.version.tree)
	if err != nil {
		c.differ("%v", err)
		return
	}
	c.items("提交里的", c.manifest.Inputs, "", files)
	c.items("提交里的", c.manifest.Outputs, c.version.place, files)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		inReport := strings.HasPrefix(name, c.manifest.Report+"/") && !isHidden(strings.TrimPrefix(name, c.manifest.Report+"/"))
		inPlace := strings.HasPrefix(name, c.version.place+"/") && name != path.Join(c.version.place, manifestName)
		if inReport && !lists(c.manifest.Inputs, name) || inPlace && !lists(c.manifest.Outputs, path.Base(name)) {
			c.differ("提交里多出文件 %s", name)
		}
	}
}

// isHidden tells whether a file of a report's folder is one that is not archived.
func isHidden(name string) bool {
	return slices.ContainsFunc(strings.Split(name, "/"), func(part string) bool {
		return strings.HasPrefix(part, ".") || strings.HasPrefix(part, "~$")
	})
}

func lists(items []Item, name string) bool {
	return slices.ContainsFunc(items, func(i Item) bool { return i.Name == name })
}

// items holds listed files against those of the commit.
func (c *check) items(where string, items []Item, folder string, files map[string]gitrepo.Entry) {
	for _, item := range items {
		c.said.Files++
		name := path.Join(folder, item.Name)
		entry, there := files[name]
		if !there {
			c.differ("%s文件 %s 没有了", where, name)
			continue
		}
		data, err := c.repo.Blob(entry.Hash)
		if err != nil {
			c.differ("%s文件 %s：%v", where, name, err)
			continue
		}
		c.compare(where, name, item, data)
	}
}

func (c *check) compare(where, name string, item Item, data []byte) {
	if got := itemOf(item.Name, data); got != item {
		c.differ("%s文件 %s 与清单不同：%d 字节，SHA-256 %s，清单上是 %d 字节，%s", where, name, got.Size, short(got.SHA256), item.Size, short(item.SHA256))
	}
}

// workTree holds the files that people see against the manifest.
func (c *check) workTree() {
	folder := onDisk(c.repo, c.version.place)
	entries, err := os.ReadDir(folder)
	if err != nil {
		c.differ("工作区里没有文件夹 %s", c.version.place)
		return
	}
	expected := append(slices.Clone(c.manifest.Outputs), itemOf(manifestName, c.text))
	for _, item := range expected {
		c.said.Files++
		name := path.Join(c.version.place, item.Name)
		data, err := os.ReadFile(filepath.Join(folder, item.Name))
		if err != nil {
			c.differ("工作区里的文件 %s 没有了，或读不出来", name)
			continue
		}
		c.compare("工作区里的", name, item, data)
	}
	for _, e := range entries {
		if !lists(expected, e.Name()) {
			c.differ("工作区里多出文件 %s", path.Join(c.version.place, e.Name()))
		}
	}
}

// rebuild builds the version anew from the commit's objects and holds what
// comes out against the manifest.
func (c *check) rebuild(tool Tool) {
	var date time.Time
	if c.manifest.Built != "" {
		var err error
		if date, err = time.Parse(time.RFC3339, c.manifest.Built); err != nil {
			c.differ("清单里的时间“%s”读不懂", c.manifest.Built)
			return
		}
	}
	report, err := reports.InTree(only(c.repo.TreeFS(c.version.tree), c.manifest.Inputs), c.manifest.Report)
	if err != nil {
		c.differ("不能重新生成：%v", err)
		return
	}
	again, diags, err := build(report, c.manifest.Stage, date, tool)
	if again == nil {
		if err == nil {
			err = errors.New(diags[slices.IndexFunc(diags, isError)].String())
		}
		c.differ("不能重新生成：%v%s", err, c.causes(nil, tool))
		return
	}
	again.manifest.Tag = c.manifest.Tag
	why := c.causes(again, tool)
	c.outputs(again, why)
	c.known(again, why)
}

// outputs holds the documents built anew against those listed.
func (c *check) outputs(again *made, why string) {
	for _, item := range c.manifest.Outputs {
		data, there := again.outputs[item.Name]
		if !there {
			c.differ("重新生成时没有文件 %s%s", item.Name, why)
			continue
		}
		if itemOf(item.Name, data) == item {
			continue
		}
		c.differ("重新生成的 %s 与清单不同%s%s", item.Name, c.firstDifference(item.Name, data), why)
	}
	for _, name := range slices.Sorted(maps.Keys(again.outputs)) {
		if !lists(c.manifest.Outputs, name) {
			c.differ("重新生成时多出文件 %s%s", name, why)
		}
	}
}

// firstDifference says where a document differs from the archived one.
func (c *check) firstDifference(name string, data []byte) string {
	entry, err := c.repo.Lookup(c.version.tree, path.Join(c.version.place, name))
	if err != nil {
		return ""
	}
	old, err := c.repo.Blob(entry.Hash)
	if err != nil || bytes.Equal(old, data) {
		return ""
	}
	at := 0
	for at < min(len(old), len(data)) && old[at] == data[at] {
		at++
	}
	return fmt.Sprintf("（从第 %d 个字节起）", at+1)
}

// known holds what else the manifest says against what is known now.
func (c *check) known(again *made, why string) {
	now, then := again.manifest, *c.manifest
	for _, part := range []struct {
		name string
		same bool
	}{
		{"标题", now.Title == then.Title},
		{"所用的文件", reflect.DeepEqual(now.Inputs, then.Inputs)},
		{"数字", reflect.DeepEqual(now.Figures, then.Figures)},
		{"检查结果", reflect.DeepEqual(now.Findings, then.Findings)},
		{"豁免", reflect.DeepEqual(now.Waived, then.Waived)},
		{"自带的模板、版式、用词表", reflect.DeepEqual(now.Shipped, then.Shipped) || why != ""},
		{"字体", reflect.DeepEqual(now.Fonts, then.Fonts) || why != ""},
	} {
		if !part.same {
			c.differ("清单里的%s与重新得出的不同%s", part.name, why)
		}
	}
}

// causes says what is no longer as it was when the version was made, other
// than the archived files themselves; empty where all is. again is what was
// built anew; nil where nothing could be.
func (c *check) causes(again *made, tool Tool) string {
	var causes []string
	if tool != c.manifest.Tool {
		causes = append(causes, fmt.Sprintf("归档时是 banwen %s（%s），现在是 %s（%s）", c.manifest.Tool.Version, c.manifest.Tool.Go, tool.Version, tool.Go))
	}
	if again != nil {
		causes = append(causes, changed("自带的", c.manifest.Shipped, again.manifest.Shipped)...)
		causes = append(causes, changed("字体 ", c.manifest.Fonts, again.manifest.Fonts)...)
	}
	if len(causes) == 0 {
		return ""
	}
	return "（" + strings.Join(causes, "；") + "）"
}

// changed lists the files that differ between two lists.
func changed(kind string, then, now []Item) []string {
	var names []string
	for _, item := range now {
		if !slices.Contains(then, item) {
			names = append(names, kind+item.Name+" 与归档时不同")
		}
	}
	for _, item := range then {
		if !lists(now, item.Name) {
			names = append(names, kind+item.Name+" 现在没有用")
		}
	}
	return names
}

func isError(d diag.Diagnostic) bool { return d.Severity == diag.Error }
