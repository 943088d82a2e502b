package cli

import (
	"io"

	"banwen/internal/pipeline"
	"banwen/internal/review"

	"github.com/spf13/cobra"
)

func newDiff() *cobra.Command {
	var asJSON bool
	var out string
	cmd := &cobra.Command{
		Use:   "diff 原报告 现报告",
		Short: "两个版本之间改了什么",
		Long: "先列改了的数字（原来、现在、填在哪里、印在哪些句子里、哪些数字跟着变），再逐节列改了的文字、表格和图，\n" +
			"最后是移动和没有改动的有几处。用 -o 写成一页修改清单，写不下的只写还有几处。",
		Example: "  banwen diff 2023-h1-送审 2023-h1\n" +
			"  banwen diff 2023-h1-送审 2023-h1 -o 修改清单.docx",
		Args: twoReports,
		RunE: func(cmd *cobra.Command, names []string) error {
			d := diffing{names: names, stdout: cmd.OutOrStdout(), stderr: cmd.ErrOrStderr()}
			switch {
			case asJSON && out != "":
				return usageError{"--json 和 -o 只能用一个", ""}
			case out != "":
				return d.write(out)
			default:
				return d.print(asJSON)
			}
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "以 JSON 输出，供别的程序读")
	cmd.Flags().StringVarP(&out, "out", "o", "", "写成修改清单，结尾是 docx、pdf 或 html")
	return cmd
}

// diffReport is what diff --json prints.
type diffReport struct {
	Before string `json:"before" about:"原报告"`
	After  string `json:"after" about:"现报告"`
	*review.Difference
}

// diffing is one run of diff.
type diffing struct {
	names          []string
	stdout, stderr io.Writer
}

func (d diffing) print(asJSON bool) error {
	a, b, err := readVersions(d.names, d.stderr)
	if err != nil {
		return err
	}
	difference := review.Compare(a.Version, b.Version)
	if asJSON {
		return printJSON(d.stdout, diffReport{d.names[0], d.names[1], difference})
	}
	p := diffPrinter{before: d.names[0], after: d.names[1]}
	p.print(difference)
	_, err = io.WriteString(d.stdout, p.b.String())
	return err
}

func (d diffing) write(out string) error {
	format, err := formatOf(out)
	if err != nil {
		return err
	}
	a, b, err := readVersions(d.names, d.stderr)
	if err != nil {
		return err
	}
	return writeResult(pipeline.ChangeList(a, b), format, out, d.stdout, d.stderr)
}
