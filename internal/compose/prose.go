package compose

import (
	"cmp"
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"banwen/internal/diag"
	"banwen/internal/source"
	"banwen/internal/template"
	"banwen/internal/textfile"
)

// layoutFile is the template's file in its folder.
const layoutFile = "document.txt"

// prose is a text in the template language, parsed.
type prose struct {
	called     string // as messages name it: 正文
	pos        diag.Pos
	nodes      []template.Node
	place      template.Place
	isTemplate bool // the template's file: it may place whole texts
	running    bool // being run
	circular   bool // came to itself again while being run, which would never end
	used       bool // has been run
}

// textKey tells texts apart: two may stand at one place only if they are made by tests.
type textKey struct {
	pos   diag.Pos
	value string
}

// prose gives a text of the data parsed; each is parsed once.
func (c *composer) prose(t source.Text, called string) *prose {
	key := textKey{t.Pos(), t.Value}
	if p, ok := c.texts[key]; ok {
		return p
	}
	p := &prose{called: called, pos: t.Pos(), place: t.Places()}
	var diags diag.List
	p.nodes, diags = template.Parse(strings.TrimRight(t.Value, " \n"), p.place)
	c.diags = append(c.diags, diags...)
	c.texts[key] = p
	return p
}

// maxLayout is how large a template's file may be, in bytes; the shipped one has 2 KB.
const maxLayout = 1 << 20

// readTemplate reads and parses the template's file.
func (c *composer) readTemplate(folder fs.FS) bool {
	name := c.report.Template
	data, err := textfile.Read(folder, layoutFile, maxLayout)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		c.diags.Errorf(name.Pos(), "", "模板“%s”里没有 %s", name.Value, layoutFile)
		return false
	case err != nil:
		c.diags.Errorf(name.Pos(), "", "模板“%s”的 %s 不能读取：%s", name.Value, layoutFile, textfile.Cause(err))
		return false
	}
	file := c.layoutPath()
	text, ok := textfile.Decode(file, data, &c.diags)
	if !ok {
		return false
	}
	c.layout = &prose{called: "模板", isTemplate: true, pos: diag.Pos{File: file}, place: template.FilePlace(file, text)}
	c.layout.nodes, c.diags = template.Parse(text, c.layout.place)
	return true
}

// layoutPath is the template's file as messages name it.
func (c *composer) layoutPath() string {
	return path.Join("templates", c.report.Template.Value, layoutFile)
}

// readReport parses every text of the report, so that mistakes of form are
// found in all of them, and notes which charts they place.
func (c *composer) readReport() {
	r := c.report
	for i := range r.Areas {
		c.addCharts(&r.Areas[i])
	}
	c.read(nil, r.Organ, "单位")
	c.read(nil, r.Title, "标题")
	c.read(nil, r.Lead, "导语")
	for _, key := range slices.Sorted(maps.Keys(r.Leads)) {
		c.read(nil, r.Leads[key], leadName(key))
	}
	for i := range r.Areas {
		c.readArea(&r.Areas[i])
	}
	for _, a := range r.Formal.Attachments {
		c.read(nil, a.Title, "附件标题")
		c.read(nil, a.Body, "附件")
	}
}

func (c *composer) readArea(a *source.Area) {
	if a.Title.Given() != a.Body.Given() {
		c.diags.Errorf(cmp.Or(a.Title.Pos(), a.Body.Pos()), "两样都写，或都不写", "“标题”和“正文”只写了一样")
	}
	c.read(a, a.Title, "标题")
	c.read(a, a.Body, "正文")
	c.read(a, a.Department, "责任单位")
	c.read(a, a.Span, "统计期")
	for _, span := range a.Spans {
		c.read(a, span.Text, span.Name.Value)
	}
	for _, items := range [][]source.Item{a.Problems, a.Plans} {
		for _, item := range items {
			c.read(a, item.Title, "标题")
			c.read(a, item.Body, "正文")
		}
	}
}

func (c *composer) read(a *source.Area, t source.Text, called string) {
	if t.Given() {
		c.noteCharts(a, c.prose(t, called).nodes)
	}
}
