// Package cli is the command line: flags, messages, progress and exit codes.
// It is the only place that sees the disk, the clock and the environment.
package cli

import (
	"errors"
	"io"

	"github.com/spf13/cobra"
)

// The exit codes.
const (
	exitDone   = 0
	exitFailed = 1 // findings, or something went wrong
	exitUsage  = 2 // the command line is wrong
)

// errReported ends a command whose messages are out already.
var errReported = errors.New("reported")

// Run runs one command line and gives the exit code.
func Run(args []string, stdout, stderr io.Writer) int {
	root := newRoot()
	root.SetArgs(args)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.Execute()
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errReported):
		return exitFailed
	default:
		return reportError(stderr, err)
	}
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:           "banwen",
		Short:         "办文：把各部门填报的数据写成公文",
		Long:          "办文：把各部门填报的数据写成公文（DOCX、PDF、HTML），数字有出处，版面合国标。",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          noSuchCommand,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.AddCommand(newBuild(), newCheck(), newTrace(), newDiff(), newRedline(), newMerge(), newArchive(), newVersions(), newVerify(), newServe(), newTextconv(), newInit(), newFonts(), newSchema(), newLicences(), newVersion())
	root.CompletionOptions.DisableDefaultCmd = true
	speakChinese(root)
	return root
}
