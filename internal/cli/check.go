package cli

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"banwen/internal/diag"
	"banwen/internal/finding"
	"banwen/internal/pipeline"

	"github.com/spf13/cobra"
)

func newCheck() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "check 报告文件夹…",
		Short:   "核对数字，检查文字",
		Long:    "核对数字之间的关系（校核、公式、同比、同名指标），检查文字（数字出处、用词、标点、列举、期间）。有错误时退出码为 1，只有警告和提示时为 0。",
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
	Folder      string    `json:"folder" about:"报告文件夹"`
	Diagnostics diag.List `json:"diagnostics" about:"数据里的错误"` // mistakes in the data
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
		err = printJSON(stdout, checkReport{folder, diags, verdict})
	} else {
		printDiagnostics(stderr, folder, diags)
	}
	if verdict == nil {
		return true, err
	}
	wrong = wrong || slices.ContainsFunc(verdict.Findings, func(f finding.Finding) bool { return f.IsError() })
	switch {
	case asJSON:
	case diags.HasErrors():
		printFindings(stdout, folder, verdict.Findings)
		fmt.Fprintf(stderr, "%s：%s，改好后才能检查文字\n", folder, countErrors(diags))
	default:
		printFindings(stdout, folder, verdict.Findings)
		printCounts(stdout, folder, verdict)
	}
	return wrong, err
}

// printFindings prints the findings that someone should look at; where there
// are more than can be read, the worst first.
func printFindings(w io.Writer, folder string, findings []finding.Finding) {
	shown := slices.DeleteFunc(slices.Clone(findings), func(f finding.Finding) bool { return f.State == finding.Pass })
	more := len(shown) - mostPrinted
	if more > 0 {
		slices.SortStableFunc(shown, func(a, b finding.Finding) int { return cmp.Compare(a.Severity, b.Severity) })
		shown = shown[:mostPrinted]
	}
	for _, f := range shown {
		printFinding(w, folder, f)
	}
	if more > 0 {
		fmt.Fprintf(w, "另有 %d 处，改好上面这些再看\n", more)
	}
}

// printCounts says how many findings there are of each state, and how many
// figures are covered by a check.
func printCounts(w io.Writer, folder string, v *pipeline.Verdict) {
	count := map[finding.State]int{}
	accepted := 0
	for _, f := range v.Findings {
		if f.Accepted != nil {
			accepted++
			continue
		}
		count[f.State]++
	}
	c := v.Coverage
	fmt.Fprintf(w, "%s：检查 %d 处，通过 %d，不符 %d，存疑 %d，无法核验 %d，已豁免 %d\n",
		folder, len(v.Findings), count[finding.Pass], count[finding.Violation], count[finding.Doubtful], count[finding.Unchecked], accepted)
	fmt.Fprintf(w, "印出的数字 %d 个，算出或核对过的 %d 个（%s）；指标 %d 个，算出或核对过的 %d 个（%s）\n",
		c.Printed, c.Checked, share(c.Checked, c.Printed), c.Indicators, c.Covered, share(c.Covered, c.Indicators))
}

// mostPlaces is how many places of the document a finding is printed with.
const mostPlaces = 3

// printFinding prints a finding, where its figures are printed, and what
// accepts it.
func printFinding(w io.Writer, folder string, f finding.Finding) {
	label := f.Severity.String()
	if f.State == finding.Unchecked {
		label = f.State.String()
	}
	fmt.Fprintf(w, "%s: %s：%s〔%s〕\n", placeIn(folder, f.Pos), label, f.Reason, f.Fingerprint)
	if f.Accepted != nil {
		fmt.Fprintf(w, "  已豁免：%s（%s，%s）\n", f.Accepted.Reason, f.Accepted.Who, f.Accepted.Date)
		return
	}
	for i, p := range f.Printed {
		if i == mostPlaces {
			fmt.Fprintf(w, "  另有 %d 处\n", len(f.Printed)-i)
			return
		}
		fmt.Fprintf(w, "  印在：%s：%s\n", p.Section, around(p))
	}
}

// share is part of whole in percent with one decimal, cut off: what is not
// whole is never told as 100％.
func share(part, whole int) string {
	if whole == 0 {
		return "—"
	}
	tenths := part * 1000 / whole
	return fmt.Sprintf("%d.%d％", tenths/10, tenths%10)
}
