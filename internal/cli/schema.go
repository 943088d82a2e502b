package cli

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"banwen/internal/diag"
	"banwen/internal/jsonschema"
	"banwen/internal/source"

	"github.com/spf13/cobra"
)

// dataSchema is the name of the schema that is printed where none is named.
const dataSchema = "data"

// schemas are the JSON Schemas that schema prints, by name.
var schemas = map[string]func() []byte{
	dataSchema: source.Schema,
	"check":    func() []byte { return outputSchema[checkReport]("check") },
	"trace":    func() []byte { return outputSchema[traceReport]("trace") },
	"diff":     func() []byte { return outputSchema[diffReport]("diff") },
	"merge":    func() []byte { return outputSchema[mergeReport]("merge") },
	"verify":   func() []byte { return outputSchema[verifyReport]("verify") },
	"versions": func() []byte { return outputSchema[versionsReport]("versions") },
}

// outputSchema is the schema of what a command prints as JSON of one report.
func outputSchema[T any](command string) []byte {
	whole := jsonschema.Whole{Title: "banwen " + command + " --json 的输出，一个报告"}
	whole.Choices = []*jsonschema.Schema{jsonschema.Of[T](&whole.Definitions)}
	return whole.JSON()
}

func newSchema() *cobra.Command {
	return &cobra.Command{
		Use:   "schema [data|check|trace|diff|merge|verify|versions]",
		Short: "数据和 JSON 输出的格式（JSON Schema）",
		Long:  "JSON Schema：data 是报告数据的格式，供编辑器提示用；其余是各命令 --json 输出的格式，供别的程序用。不写就是 data。",
		Example: "  banwen schema\n" +
			"  banwen schema trace",
		Args: knownSchema,
		RunE: func(cmd *cobra.Command, names []string) error {
			_, err := cmd.OutOrStdout().Write(schemas[append(names, dataSchema)[0]]())
			return err
		},
	}
}

// knownSchema is the argument rule of schema: one name that there is, or none.
func knownSchema(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	names := slices.Sorted(maps.Keys(schemas))
	if schemas[args[0]] == nil {
		hint := diag.NearestHint(args[0], names)
		if hint == "" {
			hint = "有：" + strings.Join(names, "、")
		}
		return usageError{fmt.Sprintf("没有“%s”的格式", args[0]), hint}
	}
	return noArguments(nil, args[1:])
}
