package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"time"

	"banwen/internal/diag"
	"banwen/internal/docxread"
	"banwen/internal/fileset"
	"banwen/internal/pipeline"
	"banwen/internal/source"

	"github.com/spf13/cobra"
)

func newMerge() *cobra.Command {
	var write, asJSON bool
	cmd := &cobra.Command{
		Use:   "merge 报告文件夹 改稿.docx",
		Short: "把改稿里的文字改动和批注并回数据",
		Long: "读领导或同事在 WPS、Word 里改过的 DOCX：文字改动并回 YAML 里的正文，批注记到 review 文件夹。\n" +
			"不写 --write 只显示会改什么。手改的数字不会并入，一一列出；正文里的 {{…}} 不变。\n" +
			"有没并入的改动或手改的数字时退出码为 1。",
		Example: "  banwen merge data/2023-h1 改稿.docx\n" +
			"  banwen merge data/2023-h1 改稿.docx --write",
		Args: mergeArguments,
		RunE: func(cmd *cobra.Command, args []string) error {
			m := merging{folder: args[0], path: args[1], write: write, asJSON: asJSON, stdout: cmd.OutOrStdout(), stderr: cmd.ErrOrStderr()}
			return m.run()
		},
	}
	cmd.Flags().BoolVar(&write, "write", false, "写回数据")
	cmd.Flags().BoolVar(&asJSON, "json", false, "以 JSON 输出，供别的程序读")
	return cmd
}

// mergeArguments is the argument rule of merge: a report's folder and a DOCX.
func mergeArguments(_ *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return atLeastOneFolder(nil, args)
	case len(args) == 1:
		return usageError{"没有说是哪个改稿", "写上改稿的文件名，如 改稿.docx"}
	case len(args) > 2:
		return usageError{fmt.Sprintf("多余的参数“%s”", args[2]), "一次并入一个改稿"}
	}
	return nil
}

// mergeReport is what merge --json prints.
type mergeReport struct {
	Folder      string    `json:"folder" about:"报告文件夹"`
	Diagnostics diag.List `json:"diagnostics" about:"数据里的错误；有错误就没有并入"`
	Written     bool      `json:"written" about:"已经写回数据"`
	*pipeline.Merged
}

// merging is one run of merge.
type merging struct {
	folder, path   string
	write, asJSON  bool
	stdout, stderr io.Writer
}

func (m merging) run() error {
	request, err := openReport(m.folder)
	if err != nil {
		return err
	}
	data, err := readDOCX(m.path)
	if err != nil {
		return fmt.Errorf("不能读 %s：%w", m.path, err)
	}
	day := request.Date
	if day.IsZero() {
		day = time.Now()
	}
	merged, diags, err := pipeline.Merge(request, pipeline.Edited{Name: filepath.Base(m.path), Data: data, Today: day.Format(time.DateOnly)})
	if err != nil {
		return fmt.Errorf("不能并入 %s：%w", m.path, err)
	}
	if merged == nil {
		return m.refuse(diags)
	}
	written := m.write && len(merged.Files) > 0
	if written {
		if err := m.put(merged.Files); err != nil {
			return err
		}
	}
	if err := m.print(merged, written); err != nil {
		return err
	}
	if len(merged.Unplaced)+len(merged.Figures) > 0 {
		return errReported
	}
	return nil
}

// refuse tells the mistakes that keep the report from being composed.
func (m merging) refuse(diags diag.List) error {
	if m.asJSON {
		if err := printJSON(m.stdout, mergeReport{Folder: m.folder, Diagnostics: diags}); err != nil {
			return err
		}
		return errReported
	}
	printDiagnostics(m.stderr, m.folder, diags)
	fmt.Fprintf(m.stderr, "%s：%s，改好再并入改稿\n", m.folder, countErrors(diags))
	return errReported
}

// put writes the changed files, all or none: some may be another report's
// beside this one.
func (m merging) put(files []pipeline.ChangedFile) error {
	at := absolute(m.folder)
	var out []fileset.File
	for _, f := range files {
		out = append(out, fileset.File{Name: path.Join(filepath.Base(at), f.Name), Data: f.Data})
	}
	return writeError(filepath.Dir(at), fileset.Update(filepath.Dir(at), func() ([]fileset.File, error) {
		return out, m.stillFree(files)
	}))
}

// stillFree tells whether nobody has made a file of remarks by a name that was
// free when it was looked for: the review page writes there too.
func (m merging) stillFree(files []pipeline.ChangedFile) error {
	for _, f := range files {
		at := joinPath(m.folder, f.Name)
		if _, err := os.Lstat(at); err == nil && path.Dir(f.Name) == source.ReviewFolder {
			return fmt.Errorf("%s 刚刚有人写了；再并入一次", at)
		}
	}
	return nil
}

func (m merging) print(merged *pipeline.Merged, written bool) error {
	if m.asJSON {
		return printJSON(m.stdout, mergeReport{Folder: m.folder, Diagnostics: diag.List{}, Written: written, Merged: withLists(merged)})
	}
	mergePrinter{m.folder, m.stdout}.print(merged, written)
	return nil
}

// withLists is a result whose empty lists other programs find as lists.
func withLists(m *pipeline.Merged) *pipeline.Merged {
	return &pipeline.Merged{
		Changes: listed(m.Changes), Figures: listed(m.Figures), Unplaced: listed(m.Unplaced), Notes: listed(m.Notes),
		Remarks: listed(m.Remarks), Ignored: listed(m.Ignored), Files: listed(m.Files),
	}
}

// readDOCX reads a DOCX that is no larger than one may be: what it is is
// known before a byte of it is read.
func readDOCX(path string) (data []byte, err error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, plainCause(err)
	case !info.Mode().IsRegular():
		return nil, errors.New("它不是文件")
	case info.Size() > docxread.MostBytes:
		return nil, fmt.Errorf("文件超过 %d MB", docxread.MostBytes>>20)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, plainCause(err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return io.ReadAll(io.LimitReader(f, docxread.MostBytes+1))
}
