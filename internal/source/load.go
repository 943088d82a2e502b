package source

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"go.yaml.in/yaml/v3"

	"banwen/internal/diag"
	"banwen/internal/textfile"
)

// maxFileSize is how large a file may be, in bytes. The sample's largest has 4 KB.
const maxFileSize = 8 << 20

// maxReportSize is how large all files of a report may be together.
const maxReportSize = 16 << 20

// splitHint is what to do about a file that is too large.
const splitHint = "检查是不是放错了文件，或分成几个文件"

// ReportFile is the file that says what a report is.
const ReportFile = "report.yaml"

const (
	areaFolder = "areas"
	extension  = ".yaml"
)

// loader reads one report's folder.
type loader struct {
	fsys   fs.FS
	dir    string
	prefix string // of the names of files in places
	size   int    // bytes read so far
	values int    // in them
	hints  diag.Hints
	diags  diag.List
}

// Load reads the report in folder dir of fsys. Places name files relative to
// dir. The report is nil only if report.yaml cannot be read as YAML at all;
// with errors in the list it may lack what they speak of.
func Load(fsys fs.FS, dir string) (*Report, diag.List) {
	l := &loader{fsys: fsys, dir: path.Clean(dir)}
	f := l.load()
	if f == nil {
		l.diags.Sort()
		return nil, l.diags
	}
	r := &f.Report
	if f.before.Given() {
		r.Before = l.loadBefore(r, f.before)
	}
	if f.earlier.Given() {
		r.Earlier = l.loadEarlier(r, f.earlier)
	}
	if r.Earlier != nil || !f.earlier.Given() {
		l.checkSettled(r)
	}
	l.diags.Sort()
	return r, l.diags
}

// load reads the folder's files and checks them against one another; nil if
// report.yaml cannot be read at all.
func (l *loader) load() *folder {
	f := l.open(ReportFile)
	if f == nil || f.root == nil {
		l.loadUnordered()
		return nil
	}
	report, areas := newFolder(f), l
	if base, ok := baseOf(f); ok {
		inherited, from := l.loadBase(base)
		if inherited == nil {
			return nil
		}
		report, areas = *inherited, from
	}
	ok := reportKeys.read(value{file: f, node: f.root, name: ReportFile, pos: f.pos(1, 1)}, &report)
	if !ok || len(report.areas) == 0 {
		l.loadUnordered()
	}
	if !ok {
		return nil
	}
	report.Areas = nil
	if ids, listed := areas.listAreas(); listed && len(report.areas) > 0 {
		areas.loadAreas(&report, ids)
		areas.warnUnlisted(report.areas, ids)
	}
	if areas != l {
		l.diags = append(l.diags, areas.diags...)
	}
	l.warnOddDate(&report.Report)
	l.checkAcross(&report.Report)
	return &report
}

// warnOddDate warns of a date that does not go with the period: one of the two
// was left over from an earlier report, or mistyped.
func (l *loader) warnOddDate(r *Report) {
	if d := r.Date; d != nil && r.Period.Year > 0 && d.isFarFrom(r.Period) {
		l.diags.Warnf(d.Pos, "检查成文日期和期间", "成文日期%s与期间%s相隔一年以上", d.Chinese(), r.Period)
	}
}

// loadUnordered reads the areas for their own mistakes: their order is not known.
func (l *loader) loadUnordered() {
	ids, _ := l.listAreas()
	for _, id := range ids {
		l.loadArea(id)
	}
}

// baseOf is the value of 取自 in report.yaml.
func baseOf(f *file) (Text, bool) {
	if f.root.Kind != yaml.MappingNode {
		return Text{}, false
	}
	for i := 0; i+1 < len(f.root.Content); i += 2 {
		if n := f.root.Content[i+1]; f.root.Content[i].Value == baseKey && n.Kind == yaml.ScalarNode && !isEmpty(n) {
			return f.text(n).trimmed(), true
		}
	}
	return Text{}, false
}

// loadBase reads report.yaml of the report that this one is taken from, and
// gives the loader of its areas.
func (l *loader) loadBase(base Text) (*folder, *loader) {
	from := l.other(base, baseKey, "写另一份报告的文件夹，如“../2023-h1”")
	if from == nil {
		return nil, nil
	}
	f := from.open(ReportFile)
	l.diags = append(l.diags, from.diags...)
	from.diags = nil
	if f == nil || f.root == nil {
		return nil, nil
	}
	if again, ok := baseOf(f); ok {
		l.diags.Errorf(base.Pos(), "写最初的那一份", "“%s”自己又取自“%s”", base.Value, again.Value)
		return nil, nil
	}
	report := newFolder(f)
	ok := reportKeys.read(value{file: f, node: f.root, name: ReportFile, pos: f.pos(1, 1)}, &report)
	if !ok {
		return nil, nil
	}
	return &report, from
}

// open reads and parses a file of the folder; nil, with a report, if it
// cannot be read at all.
func (l *loader) open(name string) *file {
	data, err := textfile.Read(l.fsys, path.Join(l.dir, name), maxFileSize)
	at := diag.Pos{File: l.prefix + name}
	var large textfile.ErrTooLarge
	switch {
	case errors.Is(err, fs.ErrNotExist) && name == ReportFile:
		l.diags.Errorf(at, "报告文件夹里要有 report.yaml；新建用 banwen init", "没有 report.yaml")
		return nil
	case errors.As(err, &large):
		l.diags.Errorf(at, splitHint, "文件%s", large)
		return nil
	case err != nil:
		l.diags.Errorf(at, "", "不能读取：%s", textfile.Cause(err))
		return nil
	}
	if l.size += len(data); l.size > maxReportSize {
		l.diags.Errorf(at, splitHint, "连这个文件，报告的数据超过 %d MB", maxReportSize>>20)
		return nil
	}
	text, ok := textfile.Decode(at.File, data, &l.diags)
	if !ok {
		return nil
	}
	return parse(at.File, text, &l.values, &l.diags)
}

// loadBefore reads the report of the same period last year.
func (l *loader) loadBefore(r *Report, before Text) *Report {
	found := l.loadOther(before, "上期", "写去年同期报告的文件夹，如“../2022-h1”")
	if found != nil && found.Period.Year > 0 && r.Period.Year > 0 && found.Period.String() != r.Period.lastYear().String() {
		l.diags.Errorf(before.Pos(), "写去年同期报告的文件夹", "上期“%s”的期间是%s，应是%s", before.Value, found.Period, r.Period.lastYear())
	}
	return found
}

// loadEarlier reads the report whose plans were for this one's period.
func (l *loader) loadEarlier(r *Report, earlier Text) *Report {
	found := l.loadOther(earlier, "前期", "写前一份报告的文件夹，如“../2022-h2”")
	if found != nil && found.Period.Year > 0 && r.Period.Year > 0 && found.Period.Next().String() != r.Period.String() {
		l.diags.Errorf(earlier.Pos(), "写紧挨着本期的前一份报告", "前期“%s”的期间是%s，它的计划不是%s的", earlier.Value, found.Period, r.Period)
	}
	return found
}

// loadOther reads another report that this one names, by what it calls it.
func (l *loader) loadOther(named Text, called, hint string) *Report {
	other := l.other(named, called, hint)
	if other == nil {
		return nil
	}
	f := other.load()
	l.diags = append(l.diags, other.diags...)
	if n := errorCount(other.diags); n > 0 {
		l.diags.Errorf(named.Pos(), "改好它的数据，或删去“"+called+"”", "%s“%s”有 %d 处错误", called, named.Value, n)
	}
	if f == nil {
		return nil
	}
	return &f.Report
}

// other is the loader of another report's folder; nil, with a report, where
// that is none that this one may name.
func (l *loader) other(named Text, called, hint string) *loader {
	dir := path.Join(l.dir, named.Value)
	switch {
	case strings.Contains(named.Value, `\`):
		l.diags.Errorf(named.Pos(), "写成“"+strings.ReplaceAll(named.Value, `\`, "/")+"”", "文件夹之间用“/”，不用“\\”")
		return nil
	case !fs.ValidPath(dir) || path.IsAbs(named.Value):
		l.diags.Errorf(named.Pos(), "写成“../2022-h1”这样，与本期的文件夹放在一起", "%s“%s”在允许的文件夹之外", called, named.Value)
		return nil
	case dir == l.dir:
		l.diags.Errorf(named.Pos(), hint, "%s“%s”就是本期的文件夹", called, named.Value)
		return nil
	}
	return &loader{fsys: l.fsys, dir: dir, prefix: path.Clean(named.Value) + "/"}
}

func errorCount(diags diag.List) int {
	n := 0
	for _, d := range diags {
		if d.Severity == diag.Error {
			n++
		}
	}
	return n
}

// listAreas lists the names of the files in areas, without .yaml. ok is
// false, with a report, when there is such a folder and it cannot be read.
func (l *loader) listAreas() (ids []string, ok bool) {
	folder := path.Join(l.dir, areaFolder)
	switch info, err := fs.Lstat(l.fsys, folder); {
	case err != nil: // told below
	case info.Mode()&fs.ModeSymlink != 0:
		l.diags.Errorf(l.areaPos(""), "", "不能读取：%s", textfile.ErrLink)
		return nil, false
	case !info.IsDir(): // a pipe would be waited for without end
		l.diags.Errorf(l.areaPos(""), "各项工作的文件放在 areas 文件夹里", "不能读取：它不是文件夹")
		return nil, false
	}
	entries, err := fs.ReadDir(l.fsys, folder)
	if err != nil {
		if ok = errors.Is(err, fs.ErrNotExist); !ok {
			l.diags.Errorf(l.areaPos(""), "", "不能读取：%s", textfile.Cause(err))
		}
		return nil, ok
	}
	for _, e := range entries {
		if id, yaml := strings.CutSuffix(e.Name(), extension); yaml && !e.IsDir() && !strings.HasPrefix(id, ".") {
			ids = append(ids, id)
		} else if id, yml := strings.CutSuffix(e.Name(), ".yml"); yml {
			l.diags.Warnf(l.areaPos(e.Name()), "改名为 "+id+extension, "扩展名是 .yml，没有读这个文件")
		}
	}
	return ids, true
}

func (l *loader) areaPos(name string) diag.Pos {
	return diag.Pos{File: l.prefix + path.Join(areaFolder, name)}
}

// loadAreas reads the areas that 工作 lists, in its order.
func (l *loader) loadAreas(r *folder, ids []string) {
	known := map[string]bool{}
	for _, id := range ids {
		known[id] = true
	}
	first := map[string]Text{}
	for _, id := range r.areas {
		if earlier, again := first[id.Value]; again {
			l.diags.Errorf(id.Pos(), "删去一处", "“%s”列了两次，第一次在第 %d 行第 %d 列", id.Value, earlier.Pos().Line, earlier.Pos().Col)
			continue
		}
		first[id.Value] = id
		if hint := badID(id.Value); hint != "" {
			l.diags.Errorf(id.Pos(), hint, "“%s”不是 areas 文件夹里的文件名", id.Value)
			continue
		}
		if !known[id.Value] {
			r.Incomplete = true
			l.diags.Errorf(id.Pos(), l.missingHint(id.Value, ids), "没有文件 areas/%s.yaml", id.Value)
			continue
		}
		if a, ok := l.loadArea(id.Value); ok {
			r.Areas = append(r.Areas, a)
		} else {
			r.Incomplete = true
		}
	}
}

// badID says what to do about a name that cannot be an area's; "" if it can.
func badID(id string) string {
	switch {
	case strings.HasSuffix(id, extension):
		return "不写 .yaml，写成“" + strings.TrimSuffix(id, extension) + "”"
	case strings.ContainsAny(id, `/\`) || id == "." || id == "..":
		return "只写文件名，不写文件夹"
	case strings.ContainsAny(id, "，、"):
		return "各项之间用半角逗号“, ”隔开"
	default:
		return ""
	}
}

func (l *loader) missingHint(id string, ids []string) string {
	if hint := l.hints.Nearest(id, func() []string { return ids }); hint != "" {
		return hint
	}
	return "新建这个文件，或从“工作”里删去它"
}

// loadArea reads one area; false, with a report, if it cannot be read.
func (l *loader) loadArea(id string) (Area, bool) {
	f := l.open(path.Join(areaFolder, id+extension))
	if f == nil || f.root == nil {
		return Area{}, false
	}
	a := Area{ID: id, File: f.name}
	v := value{file: f, node: f.root, name: path.Base(f.name), pos: f.pos(1, 1)}
	if !areaKeys.read(v, &a) {
		return Area{}, false
	}
	if f.isFull() {
		l.diags.Errorf(diag.Pos{File: f.name}, "改好前面的再看", "错误超过 %d 处，后面的没有再查", maxMistakes)
		return Area{}, false
	}
	if a.Name.Given() {
		checkName(f, a.Name, "工作")
	}
	for i := range a.Indicators {
		a.Indicators[i].Key.Area = a.Name.Value
	}
	checkSpans(f, a)
	checkExhibitNames(f, a)
	return a, true
}

// warnUnlisted warns of files that 工作 does not list: they are not in the report.
func (l *loader) warnUnlisted(listed []Text, ids []string) {
	in := map[string]bool{}
	for _, t := range listed {
		in[t.Value] = true
	}
	for _, id := range ids {
		if !in[id] {
			l.diags.Warnf(l.areaPos(id+extension), "写进 report.yaml 的“工作”，或删去这个文件", "“工作”没有列出 %s，这个文件没有用上", id)
		}
	}
}
