package cli

import (
	"encoding/json"
	"fmt"
	"io"

	"banwen/internal/diag"
	"banwen/internal/finding"
	"banwen/internal/pipeline"

	"github.com/spf13/cobra"
)

func newCheck() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "check 报告文件夹…",
		Short:   "核对数字之间的关系",
		Long:    "核对数字之间的关系：校核各行、手填数与公式、手填同比与去年同期、同名指标。有不符时退出码为 1。",
		Example: "  banwen check data/2023-h1",
		Args:    atLeastOneFolder,
		RunE: func(cmd *cobra.Command, folders []string) error {
			failed := false
			for _, folder := range folders {
				wrong, err := check(folder, asJSON, cmd.OutOrStdout(), cmd.ErrOrStderr())
				if err != nil {
					return err
				}
				failed = failed || wrong
			}
			if failed {
				return errReported
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "以 JSON 输出，供别的程序读")
	return cmd
}

// checkReport is what check --json prints of one report.
type checkReport struct {
	Folder      string    `json:"folder"`
	Diagnostics diag.List `json:"diagnostics"` // mistakes in the data
	*pipeline.Verdict
}

// check checks one report and tells whether an error stands.
func check(folder string, asJSON bool, stdout, stderr io.Writer) (wrong bool, err error) {
	request, err := openReport(folder)
	if err != nil {
		return false, err
	}
	verdict, diags := pipeline.Check(request)
	wrong = diags.HasErrors()
	if asJSON {
		out := json.NewEncoder(stdout)
		out.SetIndent("", "  ")
		out.SetEscapeHTML(false)
		err = out.Encode(checkReport{folder, diags, verdict})
	} else {
		printDiagnostics(stderr, folder, diags)
	}
	if verdict == nil {
		return true, err
	}
	for _, f := range verdict.Findings {
		wrong = wrong || f.State == finding.Violation && f.Severity == diag.Error && f.Accepted == nil
	}
	if !asJSON {
		printVerdict(stdout, folder, verdict)
	}
	return wrong, err
}

// printVerdict prints the findings that someone should look at, and how many
// there are of each state.
func printVerdict(w io.Writer, folder string, v *pipeline.Verdict) {
	count := map[finding.State]int{}
	for _, f := range v.Findings {
		count[f.State]++
		if f.State == finding.Pass {
			continue
		}
		fmt.Fprintf(w, "%s: %s：%s\n", joinPath(folder, f.Pos.String()), f.State, f.Reason)
		if f.Accepted != nil {
			fmt.Fprintf(w, "  已豁免：%s（%s，%s）\n", f.Accepted.Reason, f.Accepted.Who, f.Accepted.Date)
		}
	}
	fmt.Fprintf(w, "%s：核对 %d 处，通过 %d，不符 %d，存疑 %d，无法核验 %d；%d 个数字中 %d 个由公式算出或经过核对\n",
		folder, len(v.Findings), count[finding.Pass], count[finding.Violation], count[finding.Doubtful], count[finding.Unchecked],
		v.Coverage.Figures, v.Coverage.Covered)
}
