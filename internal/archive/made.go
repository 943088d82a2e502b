package archive

import (
	"io/fs"
	"path"
	"runtime"
	"strings"
	"sync"
	"time"

	"banwen/internal/diag"
	"banwen/internal/fileset"
	"banwen/internal/font"
	"banwen/internal/pipeline"
	"banwen/internal/proofread"
	"banwen/internal/reports"
	"banwen/internal/source"
	"banwen/internal/style"
	"banwen/templates"
)

// made is a version's documents and all that they were made from.
type made struct {
	manifest Manifest // without its tag
	inputs   map[string][]byte
	outputs  map[string][]byte
}

// build makes a version's documents from a report whose paths are those of
// the repository.
func build(report *reports.Report, stage Stage, date time.Time, tool Tool) (*made, diag.List, error) {
	inputs := &recorder{files: map[string][]byte{}}
	through := inputs.report(report)
	if err := inputs.readAll(through); err != nil {
		return nil, nil, err
	}
	fonts, diags := font.Shipped().WithOwn(through.FontFolders())
	if fonts == nil {
		return nil, diags, nil
	}
	request := through.Request()
	request.Stage, request.Fonts, request.Date = stage.build(), fonts, date
	result, found := pipeline.Document(request)
	diags = append(diags, found...)
	diags = append(diags, openRemarks(request, stage)...)
	if diags.HasErrors() {
		return nil, diags, nil
	}
	outputs, found := render(result, fonts)
	diags = append(diags, found...)
	if diags.HasErrors() {
		return nil, diags, nil
	}
	m := &made{inputs: inputs.files, outputs: outputs, manifest: Manifest{
		Format: formatNumber, Stage: stage, Report: report.Path, Title: result.Document.Title.Text, Tool: tool,
		Inputs: itemsOf(inputs.files), Shipped: itemsOf(shippedFor(through, result.Named())), Fonts: itemsOfFonts(fonts.Used()),
		Outputs: itemsOf(outputs), Figures: figuresOf(result.Figures()),
	}}
	if !date.IsZero() {
		m.manifest.Built = date.UTC().Format(time.RFC3339)
	}
	m.manifest.Findings, m.manifest.Waived = findingsOf(result.Findings())
	return m, diags, nil
}

// openRemarks are the remarks of a review that nobody has dealt with: they
// keep a version from being final, as errors do in the pipeline.
func openRemarks(q pipeline.Request, stage Stage) diag.List {
	if stage == Submitted {
		return nil
	}
	reviews, diags := source.LoadReviews(q.Files, q.Dir)
	open := source.OpenRemarks(reviews)
	for i := range open {
		open[i].Severity = diag.Error
	}
	return append(diags, open...)
}

// render makes the document in every format, all at the same time.
func render(result *pipeline.Result, fonts *font.Set) (map[string][]byte, diag.List) {
	var mu sync.Mutex
	var wait sync.WaitGroup
	var diags diag.List
	outputs := map[string][]byte{}
	for _, format := range pipeline.Formats {
		wait.Go(func() {
			data, found := pipeline.Render(result, format, pipeline.Settings{Fonts: fonts})
			mu.Lock()
			defer mu.Unlock()
			outputs[fileset.Title(result.Document.Title.Text)+"."+string(format)] = data
			diags = append(diags, found...)
		})
	}
	wait.Wait()
	diags.Sort()
	return outputs, diags
}

// shippedFor gives the program's own files that a report may have been made
// with: of its template, its profile and its words, unless the unit has its own.
func shippedFor(r *reports.Report, named pipeline.Named) map[string][]byte {
	files := map[string][]byte{}
	if !has(r.Templates, named.Template) {
		addFiles(files, "templates", templates.FS(), func(name string) bool { return strings.HasPrefix(name, named.Template+"/") })
	}
	own := has(r.Profiles, named.Profile+".yaml") // then it may extend any of the shipped ones
	addFiles(files, "profiles", style.Shipped(), func(name string) bool { return own || name == named.Profile+".yaml" })
	if !has(r.Words, named.Words+".txt") {
		files["words/"+named.Words+".txt"] = proofread.ShippedFile()
	}
	return files
}

func has(own []reports.Folder, name string) bool {
	for _, folder := range own {
		if _, err := fs.Lstat(folder.FS, name); err == nil {
			return true
		}
	}
	return false
}

// addFiles adds the files of an embedded folder, which can always be read.
func addFiles(to map[string][]byte, prefix string, from fs.FS, wanted func(name string) bool) {
	_ = fs.WalkDir(from, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !wanted(name) {
			return err
		}
		data, err := fs.ReadFile(from, name)
		to[path.Join(prefix, name)] = data
		return err
	})
}

func itemsOfFonts(files []font.File) []Item {
	items := make([]Item, len(files))
	for i, f := range files {
		items[i] = itemOf(f.Name, f.Data)
	}
	return items
}

// ToolOf is this program of a version.
func ToolOf(version string) Tool { return Tool{version, runtime.Version()} }
