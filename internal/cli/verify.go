package cli

import (
	"fmt"
	"io"

	"banwen/internal/archive"

	"github.com/spf13/cobra"
)

func newVerify() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "verify 标签|all [文件夹]",
		Short: "核验归档的版本",
		Long: "核验归档的版本：照它的提交重新生成一遍，与清单、提交里的文件、output/archive 里的文件逐字节比较。\n" +
			"有不同时退出码为 1，说明哪里不同、为什么。all 核验全部。",
		Example: "  banwen verify 2023-h1/定稿\n" +
			"  banwen verify all data/2023-h1",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError{"没有说是哪个版本", "写标签，如 2023-h1/定稿；全部写 all"}
			}
			return folderOrHere(nil, args[1:])
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			verdicts, err := archive.Verify(append(args, ".")[1], args[0], archive.ToolOf(Version))
			if err != nil {
				return plainly(err)
			}
			if asJSON {
				err = printJSON(cmd.OutOrStdout(), verifyReport{verdicts})
			} else {
				err = printVerdicts(cmd.OutOrStdout(), verdicts)
			}
			for _, v := range verdicts {
				if err == nil && len(v.Differences) > 0 {
					err = errReported
				}
			}
			return err
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "以 JSON 输出，供别的程序读")
	return cmd
}

// verifyReport is what verify --json prints.
type verifyReport struct {
	Versions []archive.Verdict `json:"versions" about:"核验的版本"`
}

func printVerdicts(w io.Writer, verdicts []archive.Verdict) error {
	for _, v := range verdicts {
		outcome := fmt.Sprintf("相符，核对 %d 个文件，重新生成一字不差", v.Files)
		if n := len(v.Differences); n > 0 {
			outcome = fmt.Sprintf("%d 处不同", n)
		}
		if _, err := fmt.Fprintf(w, "%s：%s\n  清单 SHA-256：%s\n", v.Tag, outcome, v.Sum); err != nil {
			return err
		}
		for _, d := range v.Differences {
			fmt.Fprintf(w, "  %s\n", d)
		}
	}
	return nil
}

func newTextconv() *cobra.Command {
	return &cobra.Command{
		Use:    "textconv 文件",
		Short:  "归档的 DOCX、PDF 里的文字，供 git diff 用",
		Hidden: true, // git runs it
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{"要写一个文件", ""}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			text, err := archive.Text(args[0])
			if err != nil {
				return plainly(err)
			}
			_, err = cmd.OutOrStdout().Write(text)
			return err
		},
	}
}
