package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"banwen/internal/cli"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"
)

// output runs a command and gives what it prints.
func output(t *testing.T, args ...string) []byte {
	t.Helper()
	var stdout, stderr bytes.Buffer
	cli.Run(args, &stdout, &stderr)
	require.Empty(t, stderr.String())
	return stdout.Bytes()
}

// outputSchema compiles the schema of a command's output.
func outputSchema(t *testing.T, command string) *jsonschema.Schema {
	t.Helper()
	text, err := jsonschema.UnmarshalJSON(bytes.NewReader(output(t, "schema", command)))
	require.NoError(t, err)
	compiler := jsonschema.NewCompiler()
	require.NoError(t, compiler.AddResource("schema.json", text))
	schema, err := compiler.Compile("schema.json")
	require.NoError(t, err)
	return schema
}

func decode(t *testing.T, data []byte) map[string]any {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	require.NoError(t, err)
	return value.(map[string]any)
}

const sampleFolder = "../../data/2023-h1"

// spoilt is a folder with one thing replaced in the sample's anti-fraud.yaml.
func spoilt(t *testing.T, old, instead string) string {
	t.Helper()
	folder := t.TempDir()
	require.NoError(t, os.CopyFS(folder, os.DirFS(sampleFolder)))
	name := filepath.Join(folder, "areas", "anti-fraud.yaml")
	text, err := os.ReadFile(name)
	require.NoError(t, err)
	require.Contains(t, string(text), old)
	require.NoError(t, os.WriteFile(name, []byte(strings.Replace(string(text), old, instead, 1)), 0o666))
	return folder
}

// What check and trace print is what their schemas say: of the sample, with
// figures that do not agree, with one that is missing and with mistakes.
// builtSample is a folder with the sample's DOCX in it.
func builtSample(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	output(t, "build", sampleFolder, "-o", folder, "--format", "docx")
	return folder
}

func TestOutputsAreAsTheirSchemasSay(t *testing.T) {
	folders := []string{
		sampleFolder,
		spoilt(t, "返还资金: 18.90万元", "返还资金: {待补: 是}"),
		spoilt(t, "劝返人员: {数: 148人, 截至: 目前}", "劝返人员: {数: 147人, 公式: 涉诈高危人员 - 75人, 去年同期: 100人, 上期: 90人, 计划: 200人}"),
		spoilt(t, "公式: 劝返人员 / 涉诈高危人员", "公式: 劝返人员 / 涉诈高危"),
		spoilt(t, "工作: 反诈", "工作: ["),
	}
	for _, args := range [][]string{{"check", "--json"}, {"trace", "--all", "--json"}} {
		schema := outputSchema(t, args[0])
		for _, folder := range folders {
			require.NoError(t, schema.Validate(decode(t, output(t, append(args, folder)...))), folder)
		}
	}
	diff := outputSchema(t, "diff")
	for _, folder := range folders[:3] {
		require.NoError(t, diff.Validate(decode(t, output(t, "diff", "--json", sampleFolder, folder))), folder)
	}
	docx := filepath.Join(t.TempDir(), "a.docx")
	built, err := filepath.Glob(filepath.Join(builtSample(t), "*.docx"))
	require.NoError(t, err)
	require.NoError(t, os.Rename(built[0], docx))
	schema := outputSchema(t, "merge")
	for _, folder := range []string{sampleFolder, spoilt(t, "返还资金: 18.90万元", "返还资金: 18.91万元"), spoilt(t, "工作: 反诈", "工作: [")} {
		require.NoError(t, schema.Validate(decode(t, output(t, "merge", "--json", folder, docx))), folder)
	}
	require.NoError(t, outputSchema(t, "trace").Validate(decode(t, output(t, "trace", sampleFolder, "劝返率", "--json"))))
}

// So is what versions and verify print of an archive.
func TestOutputsOfTheArchiveAreAsTheirSchemasSay(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	root := t.TempDir()
	folder := filepath.Join(root, "data", "2023-h1")
	require.NoError(t, os.CopyFS(folder, os.DirFS(sampleFolder)))
	output(t, "archive", folder, "--stage", "送审稿", "--author", "张三")
	place := filepath.Join(root, "output", "archive", "2023-h1", "送审稿-1")
	for range 2 { // as archived, and with a file more
		require.NoError(t, outputSchema(t, "versions").Validate(decode(t, output(t, "versions", "--json", root))))
		require.NoError(t, outputSchema(t, "verify").Validate(decode(t, output(t, "verify", "--json", "all", root))))
		require.NoError(t, os.WriteFile(filepath.Join(place, "x"), nil, 0o644))
	}
}

// A key that the schemas do not know is refused, at the top and within.
func TestSchemasKnowEveryKey(t *testing.T) {
	for command, list := range map[string]string{"check": "findings", "trace": "figures"} {
		args := []string{command, "--json", sampleFolder}
		if command == "trace" {
			args = append(args, "--all")
		}
		schema, text := outputSchema(t, command), output(t, args...)
		top, within := decode(t, text), decode(t, text)
		top["unknown"] = 1
		require.Error(t, schema.Validate(top))
		within[list].([]any)[0].(map[string]any)["unknown"] = 1
		require.Error(t, schema.Validate(within))
	}
}
