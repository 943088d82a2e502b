package cli

import (
	"fmt"
	"io"
	"strings"

	"banwen/internal/diag"
	"banwen/internal/pipeline"
	"banwen/internal/trace"

	"github.com/spf13/cobra"
)

func newTrace() *cobra.Command {
	var all, asJSON bool
	cmd := &cobra.Command{
		Use:   "trace 报告文件夹 指标",
		Short: "查一个数字从哪里来、印在哪里",
		Long: "查一个数字：填在哪里，由什么算出，经过哪些核对，哪些数字由它算出，印在文中何处。\n" +
			"指标写名称，或“工作.指标”；也可以写纸上印出的数字，如 437起。",
		Example: "  banwen trace data/2023-h1 劝返率\n" +
			"  banwen trace data/2023-h1 反诈.劝返率\n" +
			"  banwen trace data/2023-h1 66.37％\n" +
			"  banwen trace data/2023-h1 --all --json",
		Args: func(_ *cobra.Command, args []string) error { return traceArguments(args, all) },
		RunE: func(cmd *cobra.Command, args []string) error {
			t := tracing{folder: args[0], asJSON: asJSON, stdout: cmd.OutOrStdout(), stderr: cmd.ErrOrStderr()}
			return t.run(args[1:])
		},
	}
	cmd.Flags().BoolVar(&all, "all", false, "查全部数字")
	cmd.Flags().BoolVar(&asJSON, "json", false, "以 JSON 输出，供别的程序读")
	return cmd
}

// traceArguments is the argument rule of trace: a folder and, unless all
// figures are asked for, one of them.
func traceArguments(args []string, all bool) error {
	most := 2
	if all {
		most = 1
	}
	switch {
	case len(args) == 0:
		return atLeastOneFolder(nil, args)
	case len(args) < most:
		return usageError{"没有说是哪个数字", "写上指标的名称，如 劝返率；查全部用 --all"}
	case len(args) > most:
		return usageError{fmt.Sprintf("多余的参数“%s”", args[most]), "名称里有空格的加引号；查全部用 --all，不写名称"}
	}
	return nil
}

// traceReport is what trace --json prints of one report.
type traceReport struct {
	Folder      string        `json:"folder" about:"报告文件夹"`
	Diagnostics diag.List     `json:"diagnostics" about:"数据和正文里的错误"`
	Composed    bool          `json:"composed" about:"正文排出来了；否则不知道数字印在哪里"`
	Figures     []trace.Trace `json:"figures" about:"所查的数字，按数据里的先后"`
}

// tracing is one run of trace.
type tracing struct {
	folder         string
	asJSON         bool
	stdout, stderr io.Writer
}

// run traces the figure that query, of one string, names; without one all.
func (t tracing) run(query []string) error {
	request, err := openReport(t.folder)
	if err != nil {
		return err
	}
	traced, diags := pipeline.Trace(request)
	t.warn(traced, diags)
	if traced == nil {
		traced = &pipeline.Traced{}
		query = nil
	}
	figures := traced.Figures
	if len(query) > 0 {
		if figures, err = t.find(traced.Figures, query[0]); err != nil {
			return err
		}
	}
	if err := t.print(traceReport{t.folder, listed(diags), traced.Composed, listed(figures)}); err != nil {
		return err
	}
	if diags.HasErrors() {
		return errReported
	}
	return nil
}

// listed is a list that other programs find as one though it is empty.
func listed[S ~[]E, E any](list S) S {
	if list == nil {
		return S{}
	}
	return list
}

// warn tells the mistakes that keep some of the answer unknown.
func (t tracing) warn(traced *pipeline.Traced, diags diag.List) {
	if t.asJSON || !diags.HasErrors() {
		return
	}
	printDiagnostics(t.stderr, t.folder, diags)
	if traced != nil && !traced.Composed {
		fmt.Fprintf(t.stderr, "%s：%s，正文没有排出来，不知道数字印在哪里\n", t.folder, countErrors(diags))
	}
}

// find finds the figures that query means, with the trees of their formulas.
func (t tracing) find(all []trace.Trace, query string) ([]trace.Trace, error) {
	found, byValue := trace.Find(all, query)
	if len(found) == 0 {
		hint := "用 --all 看全部"
		if names := trace.Suggest(all, query); len(names) > 0 {
			hint = "是否想写“" + strings.Join(names, "”“") + "”？"
		}
		printProblem(t.stderr, fmt.Sprintf("没有名为“%s”的指标，也没有印作“%s”的数字", query, query), hint)
		return nil, errReported
	}
	switch {
	case t.asJSON:
	case byValue:
		fmt.Fprintf(t.stdout, "找到 %d 个印作“%s”的数字\n\n", len(found), query)
	case len(found) > 1:
		fmt.Fprintf(t.stdout, "有 %d 个指标叫“%s”\n\n", len(found), query)
	}
	figures := make([]trace.Trace, len(found))
	for i, f := range found {
		trace.Expand(all, f)
		figures[i] = *f
	}
	return figures, nil
}

func (t tracing) print(report traceReport) error {
	if t.asJSON {
		return printJSON(t.stdout, report)
	}
	for i := range report.Figures {
		if i > 0 {
			fmt.Fprintln(t.stdout)
		}
		p := tracePrinter{folder: t.folder, of: &report.Figures[i]}
		p.print(report.Composed)
		if _, err := io.WriteString(t.stdout, p.b.String()); err != nil {
			return err
		}
	}
	return nil
}
