package cli

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"banwen/internal/diag"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// usageError is a command line that is not understood.
type usageError struct{ message, hint string }

func (e usageError) Error() string { return e.message }

const usageTemplate = `用法：
  {{.UseLine}}{{if .HasAvailableSubCommands}} 命令{{end}}
{{- if .HasExample}}

例子：
{{.Example}}
{{- end}}
{{- if .HasAvailableSubCommands}}

命令：
{{- range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}
{{- end}}{{end}}
{{- end}}
{{- if .HasAvailableLocalFlags}}

选项：
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}
{{- end}}
{{- if .HasAvailableSubCommands}}

“{{.CommandPath}} 命令 --help”看某个命令的说明。
{{- end}}
`

// speakChinese gives cobra's own texts in Chinese.
func speakChinese(root *cobra.Command) {
	root.SetUsageTemplate(usageTemplate)
	root.SetHelpTemplate("{{with (or .Long .Short)}}{{.}}\n\n{{end}}{{.UsageString}}")
	root.SetHelpCommand(&cobra.Command{Hidden: true, Use: "help", RunE: func(cmd *cobra.Command, args []string) error {
		asked, _, err := cmd.Root().Find(args)
		if err != nil {
			return err
		}
		return asked.Help()
	}})
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return flagError(err) })
	for _, cmd := range append(root.Commands(), root) {
		cmd.DisableFlagsInUseLine = true
		cmd.Flags().BoolP("help", "h", false, "看说明")
		cmd.Flags().SortFlags = false
	}
}

// flagError words pflag's errors.
func flagError(err error) error {
	var unknown *pflag.NotExistError
	var absent *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		return usageError{fmt.Sprintf("没有选项“%s”", dashed(unknown.GetSpecifiedName())), "用 --help 看有哪些选项"}
	case errors.As(err, &absent):
		return usageError{fmt.Sprintf("选项“%s”后面缺少值", dashed(absent.GetSpecifiedName())), ""}
	case errors.As(err, &invalid):
		return usageError{fmt.Sprintf("选项“--%s”的值“%s”不对", invalid.GetFlag().Name, invalid.GetValue()), ""}
	default:
		return usageError{err.Error(), ""}
	}
}

func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

// noSuchCommand is the argument rule of the root command, which takes none.
func noSuchCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, c := range cmd.Commands() {
		names = append(names, c.Name())
	}
	hint := diag.NearestHint(args[0], names)
	if hint == "" {
		hint = "有：" + strings.Join(names, "、")
	}
	return usageError{fmt.Sprintf("没有命令“%s”", args[0]), hint}
}

// noArguments is the argument rule of commands that take none.
func noArguments(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usageError{fmt.Sprintf("多余的参数“%s”", args[0]), ""}
	}
	return nil
}

// reportError prints an error that ended a command and gives its exit code.
func reportError(w io.Writer, err error) int {
	var usage usageError
	if errors.As(err, &usage) {
		printProblem(w, usage.message, usage.hint)
		return exitUsage
	}
	printProblem(w, err.Error(), "")
	return exitFailed
}
