package cli

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"banwen/internal/compose"
	"banwen/internal/diag"
	"banwen/internal/fileset"
	"banwen/internal/font"
	"banwen/internal/pipeline"
	"banwen/internal/render/html"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"
)

// buildOptions are the flags of build, checked.
type buildOptions struct {
	out     string // empty: output/<folder name>
	formats []pipeline.Format
	stage   compose.Stage
	pipeline.Settings
}

func newBuild() *cobra.Command {
	var out, stage string
	var formats []string
	var interactive bool
	var like string
	cmd := &cobra.Command{
		Use:   "build 报告文件夹…",
		Short: "生成文件：DOCX、PDF、HTML",
		Long:  "由报告文件夹里的数据生成文件，文件名取自标题。有错时列出全部错误，不写任何文件。",
		Example: "  banwen build data/2023-h1\n" +
			"  banwen build data/2023-h1 -o D:\\总结 --format docx,pdf --stage final",
		Args: atLeastOneFolder,
		RunE: func(cmd *cobra.Command, folders []string) error {
			options, err := readBuildOptions(out, stage, formats)
			if err != nil {
				return err
			}
			options.Settings = pipeline.Settings{Fonts: font.Shipped(), Interactive: interactive}
			if interactive && !html.HasInteractive() {
				return usageError{html.ErrNotInteractive.Error(), "去掉 --interactive"}
			}
			options.Reference, err = readReference(like, cmd.ErrOrStderr())
			if err != nil {
				return err
			}
			return build(folders, options, cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	cmd.Flags().StringVarP(&out, "out", "o", "", "写到这个文件夹（默认 output/报告文件夹名）")
	cmd.Flags().StringSliceVarP(&formats, "format", "f", []string{"docx", "pdf", "html"}, "要哪些格式：docx、pdf、html、txt")
	cmd.Flags().StringVar(&stage, "stage", string(compose.Draft), "draft 初稿（待补处标明）；final 定稿（不许有待补）")
	cmd.Flags().BoolVar(&interactive, "interactive", false, "HTML 里的图表可以交互（文件较大）")
	cmd.Flags().StringVar(&like, "reference", "", "DOCX 照本单位的这个 .docx：页面、样式、页眉和页脚")
	return cmd
}

func atLeastOneFolder(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		return usageError{"没有说是哪个报告", "写上报告文件夹，如 data/2023-h1"}
	}
	return nil
}

func readBuildOptions(out, stage string, formats []string) (buildOptions, error) {
	o := buildOptions{out: out, stage: compose.Stage(stage)}
	if o.stage != compose.Draft && o.stage != compose.Final {
		return o, usageError{fmt.Sprintf("没有“%s”这个阶段", stage), "写 draft 或 final"}
	}
	for _, f := range formats {
		format := pipeline.Format(strings.ToLower(strings.TrimSpace(f)))
		if !slices.Contains(pipeline.Formats, format) {
			return o, usageError{fmt.Sprintf("没有“%s”这种格式", f), "可写 docx、pdf、html、txt，用逗号隔开"}
		}
		if !slices.Contains(o.formats, format) {
			o.formats = append(o.formats, format)
		}
	}
	if len(o.formats) == 0 {
		return o, usageError{"没有说要哪种格式", "可写 docx、pdf、html、txt，用逗号隔开"}
	}
	return o, nil
}

// build builds every folder, several at a time, and prints what came of each
// in the order they were named.
func build(folders []string, options buildOptions, stdout, stderr io.Writer) error {
	built := make([]builtReport, len(folders))
	watch := startProgress(stderr, len(folders))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, folder := range folders {
		group.Go(func() error {
			built[i] = buildReport(folder, options)
			watch.step()
			return nil
		})
	}
	_ = group.Wait() // the functions report through built
	watch.stop()
	refuseSharedNames(built)
	failed := false
	for i := range built {
		failed = built[i].finish(stdout, stderr) || failed
	}
	if failed {
		return errReported
	}
	return nil
}

// builtReport is what came of one report: its files' bytes, or what is wrong.
type builtReport struct {
	folder string
	diags  diag.List
	out    string // the folder that the files are for
	files  []fileset.File
}

// paths are the paths of the files.
func (b *builtReport) paths() []string {
	paths := make([]string, len(b.files))
	for i, file := range b.files {
		paths[i] = filepath.Join(b.out, file.Name)
	}
	return paths
}

// buildReport makes one report's files; the formats are rendered at the same time.
func buildReport(folder string, options buildOptions) builtReport {
	built := builtReport{folder: folder, out: options.out}
	if built.out == "" {
		built.out = filepath.Join("output", filepath.Base(absolute(folder)))
	}
	if err := fileset.Recover(built.out); err != nil {
		built.diags.Errorf(diag.Pos{}, "", "%v", plainly(err))
		return built
	}
	request, err := openReport(folder)
	if err != nil {
		built.diags.Errorf(diag.Pos{}, "", "%v", err)
		return built
	}
	settings := options.Settings
	settings.Fonts, built.diags = options.Fonts.WithOwn(fontFolders(folder))
	if settings.Fonts == nil {
		return built
	}
	request.Stage, request.Fonts = options.stage, settings.Fonts
	result, diags := pipeline.Document(request)
	built.diags = append(built.diags, diags...)
	if result == nil {
		return built
	}
	built.files = make([]fileset.File, len(options.formats))
	var wait sync.WaitGroup
	found := make([]diag.List, len(options.formats))
	for i, format := range options.formats {
		wait.Go(func() {
			var data []byte
			data, found[i] = pipeline.Render(result, format, settings)
			built.files[i] = fileset.File{Name: fileset.Title(result.Document.Title.Text) + "." + string(format), Data: data}
		})
	}
	wait.Wait()
	for _, f := range found {
		built.diags = append(built.diags, f...)
	}
	return built
}

// refuseSharedNames turns reports that would write the same file into errors.
func refuseSharedNames(built []builtReport) {
	owner := map[string]string{}
	for i := range built {
		for _, path := range built[i].paths() {
			first, taken := owner[path]
			if taken {
				built[i].diags.Errorf(diag.Pos{}, "改标题，或用 -o 分开生成", "与“%s”的文件同名：%s", first, path)
				break
			}
			owner[path] = built[i].folder
		}
	}
}

// finish writes a report's files, or says what is wrong; it tells whether the report failed.
func (b *builtReport) finish(stdout, stderr io.Writer) bool {
	printDiagnostics(stderr, b.folder, b.diags)
	if b.diags.HasErrors() {
		fmt.Fprintf(stderr, "%s：%s，没有写文件\n", b.folder, countErrors(b.diags))
		return true
	}
	if err := writeFiles(b.out, b.files); err != nil {
		printProblem(stderr, err.Error(), "")
		return true
	}
	var report bytes.Buffer
	for _, path := range b.paths() {
		fmt.Fprintf(&report, "已生成 %s\n", path)
	}
	_, err := report.WriteTo(stdout)
	return err != nil
}
