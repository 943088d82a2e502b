//go:build conformance

package conformance

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// convert has LibreOffice turn a file into another format.
func convert(t *testing.T, file, format string) string {
	t.Helper()
	out := t.TempDir()
	profile, err := filepath.Abs("../build/conformance/libreoffice")
	require.NoError(t, err)
	run(t, "soffice", "-env:UserInstallation=file://"+profile, "--headless", "--convert-to", format, "--outdir", out, file)
	found, err := filepath.Glob(filepath.Join(out, "*"))
	require.NoError(t, err)
	require.Len(t, found, 1, "LibreOffice did not open %s", file)
	return found[0]
}

func TestDOCXOpensInLibreOfficeWithEveryChartDrawn(t *testing.T) {
	text := squeeze(run(t, "pdftotext", "-raw", convert(t, build(t, sample)["docx"], "pdf"), "-"))
	drawn := charts(sampleDocument(t))
	require.GreaterOrEqual(t, len(drawn), 6)
	for _, c := range drawn {
		require.Contains(t, text, squeeze(c.Caption()))
		for _, s := range c.Series {
			for _, p := range s.Points {
				require.Contains(t, text, squeeze(p.Label), c.Title)
			}
		}
	}
	t.Logf("%d charts drawn", len(drawn))
}

func TestDOCXTextIsTheSeed(t *testing.T) {
	d := sampleDocument(t)
	beside := map[string]bool{"": true}
	for _, c := range charts(d) {
		beside[squeeze(c.Caption())], beside[squeeze(c.Note)] = true, true
	}
	plain := run(t, "cat", convert(t, build(t, sample)["docx"], "txt:Text (encoded):UTF8"))
	plain = strings.TrimPrefix(plain, "\ufeff")
	plain = strings.Replace(plain, strings.Join(d.Title.Lines, "\n"), d.Title.Text, 1)
	var lines []string
	for line := range strings.Lines(plain) {
		if line = strings.TrimRight(line, "\r\n"); !beside[squeeze(line)] {
			lines = append(lines, line)
		}
	}
	require.Equal(t, seed(t), lines)
}

// squeeze drops the spaces that text extraction puts in.
func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }
