package compose_test

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"banwen/internal/compose"
	"banwen/internal/diag"
	"banwen/internal/doc"
	"banwen/internal/figure"
	"banwen/internal/source"
	"banwen/internal/style"
	"banwen/templates"

	"github.com/stretchr/testify/require"
)

// plainReport is a report.yaml for tests; 工作 has one area, a.
const plainReport = `单位: 某县公安局
标题: 工作总结
期间: 2023上半年
模板: half-year-summary
版式: plain
工作: [a]
`

// plainArea begins areas/a.yaml; tests add 指标, 正文 and the rest.
const plainArea = `工作: 甲
责任单位: 甲大队
统计期: 1—5月
标题: 做好甲工作
`

// given is what a test composes from.
type given struct {
	report string            // report.yaml; empty: plainReport
	area   string            // added to plainArea as areas/a.yaml
	others map[string]string // further files
	layout string            // the template's file; empty: the shipped one
	stage  compose.Stage     // empty: Final
	adapt  func(*style.Profile)
}

func (g given) compose(t *testing.T) (*doc.Document, diag.List) {
	t.Helper()
	if g.report == "" {
		g.report = plainReport
	}
	files := fstest.MapFS{"r/report.yaml": file(g.report), "r/areas/a.yaml": file(plainArea + g.area)}
	for name, text := range g.others {
		files["r/"+name] = file(text)
	}
	report, diags := source.Load(files, "r")
	require.Empty(t, messages(diags))
	template, err := fs.Sub(templates.FS(), "half-year-summary")
	require.NoError(t, err)
	if g.layout != "" {
		template = fstest.MapFS{"document.txt": file(g.layout)}
	}
	if g.stage == "" {
		g.stage = compose.Final
	}
	return composed(t, report, template, g.stage, g.adapt)
}

func composed(t *testing.T, r *source.Report, template fs.FS, stage compose.Stage, adapt func(*style.Profile)) (*doc.Document, diag.List) {
	t.Helper()
	var indicators []figure.Indicator
	for _, a := range r.Areas {
		indicators = append(indicators, a.Indicators...)
	}
	book, diags := figure.NewBook(indicators, nil, r.Options)
	require.Empty(t, messages(diags))
	profile, diags := style.Load(style.Shipped(), "plain")
	require.Empty(t, messages(diags))
	if adapt != nil {
		adapt(profile)
	}
	return compose.Compose(r, book, template, profile, stage)
}

// sample composes the shipped sample out of files.
func sample(t *testing.T, files fs.FS, dir string, stage compose.Stage) *doc.Document {
	t.Helper()
	r, diags := source.Load(files, dir)
	require.Empty(t, messages(diags))
	template, err := fs.Sub(templates.FS(), r.Template.Value)
	require.NoError(t, err)
	d, diags := composed(t, r, template, stage, nil)
	require.Empty(t, messages(diags))
	require.NotNil(t, d)
	return d
}

// sampleFiles are the files of the shipped sample, to be changed by a test.
func sampleFiles(t *testing.T) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	shipped := os.DirFS("../../data/2023-h1")
	require.NoError(t, fs.WalkDir(shipped, ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(shipped, path)
		files["2023-h1/"+path] = &fstest.MapFile{Data: data}
		return err
	}))
	return files
}

func file(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }

func messages(diags diag.List) []string {
	var all []string
	for _, d := range diags {
		all = append(all, d.String())
	}
	return all
}

// outlineOf shows a document's blocks, a line each.
func outlineOf(d *doc.Document) string {
	var b strings.Builder
	for _, block := range d.Blocks {
		switch x := block.(type) {
		case *doc.Heading:
			b.WriteString(x.Text())
			if len(x.Body) == 0 {
				b.WriteString("¶")
			}
		case *doc.Paragraph:
			b.WriteString(x.Text())
		case *doc.Chart:
			b.WriteString("[" + x.Caption() + "]")
		case *doc.Table:
			b.WriteString("[" + x.Caption() + "]")
			for _, row := range append([][]doc.Cell{x.Header}, x.Rows...) {
				b.WriteString("\n")
				for _, c := range row {
					b.WriteString("|" + doc.Text(c.Runs))
				}
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}
