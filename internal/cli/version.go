package cli

import (
	"fmt"
	"runtime"

	"github.com/spf13/cobra"
)

// Version is the program's version (semantic versioning); see CHANGELOG.md.
const Version = "0.1.0"

func newVersion() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "版本",
		Args:  noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprintf(cmd.OutOrStdout(), "办文 banwen %s（%s，%s/%s）\n", Version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}
