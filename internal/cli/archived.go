package cli

import (
	"fmt"
	"io"

	"banwen/internal/archive"

	"github.com/spf13/cobra"
)

func newVersions() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "versions [文件夹]",
		Short:   "列出归档的版本",
		Long:    "列出归档的版本，从早到晚。写报告文件夹只列它的，不写就列当前仓库的。",
		Example: "  banwen versions data/2023-h1",
		Args:    folderOrHere,
		RunE: func(cmd *cobra.Command, args []string) error {
			versions, err := archive.Versions(append(args, ".")[0])
			if err != nil {
				return plainly(err)
			}
			if asJSON {
				return printJSON(cmd.OutOrStdout(), versionsReport{listed(versions)})
			}
			return printVersions(cmd.OutOrStdout(), versions)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "以 JSON 输出，供别的程序读")
	return cmd
}

// folderOrHere is the argument rule of commands that take a folder or none.
func folderOrHere(_ *cobra.Command, args []string) error {
	if len(args) > 1 {
		return usageError{fmt.Sprintf("多余的参数“%s”", args[1]), "只写一个文件夹，或不写"}
	}
	return nil
}

// versionsReport is what versions --json prints.
type versionsReport struct {
	Versions []archive.Version `json:"versions" about:"归档的版本，从早到晚"`
}

func printVersions(w io.Writer, versions []archive.Version) error {
	if len(versions) == 0 {
		_, err := fmt.Fprintln(w, "还没有归档的版本")
		return err
	}
	for _, v := range versions {
		known := fmt.Sprintf("错误 %d，警告 %d，已豁免 %d", v.Errors, v.Warnings, v.Waived)
		if v.Fault != "" {
			known = "读不出来：" + v.Fault
		}
		if _, err := fmt.Fprintf(w, "%s  %s  %s\n  %s（%s）\n", v.Tag, v.When.Format("2006-01-02 15:04"), v.Who, v.Message, known); err != nil {
			return err
		}
	}
	return nil
}
