package cli

import (
	"banwen/internal/source"

	"github.com/spf13/cobra"
)

func newSchema() *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "数据格式的 JSON Schema，供编辑器提示用",
		Args:  noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := cmd.OutOrStdout().Write(source.Schema())
			return err
		},
	}
}
