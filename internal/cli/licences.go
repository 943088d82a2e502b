package cli

import (
	_ "embed"
	"fmt"
	"io"
	"io/fs"

	"banwen/internal/font"
	"banwen/internal/render/html"

	"github.com/spf13/cobra"
)

// moduleLicences are the licence texts of the Go modules in the binary, as
// `make licences` gathers them.
//
//go:embed licences.txt
var moduleLicences string

func newLicences() *cobra.Command {
	return &cobra.Command{
		Use:   "licenses",
		Short: "所含字体和程序库的许可",
		Args:  noArguments,
		RunE:  func(cmd *cobra.Command, _ []string) error { return printLicences(cmd.OutOrStdout()) },
	}
}

// printLicences prints every licence text under the name of what it covers.
func printLicences(w io.Writer) error {
	papers := font.Licences()
	err := fs.WalkDir(papers, "licences", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(papers, path)
		fmt.Fprintf(w, "===== 字体：%s =====\n%s\n", entry.Name(), text)
		return err
	})
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, moduleLicences+html.InteractiveLicenses())
	return err
}
