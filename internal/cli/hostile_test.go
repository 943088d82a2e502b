package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"banwen/internal/cli"
	"banwen/internal/hostile"
	"banwen/internal/textfile"

	"github.com/stretchr/testify/require"
)

// mostSaid is how many bytes the program may say of a report, whatever is in it.
const mostSaid = 256 << 10

// Every hostile report is refused with the words that its case wants, or built
// where it is merely large; nothing is written of one that is refused.
func TestHostileReports(t *testing.T) {
	for _, c := range hostile.Cases() {
		t.Run(c.Name, func(t *testing.T) {
			work := t.TempDir()
			folder, out := filepath.Join(work, "r"), filepath.Join(work, "out")
			require.NoError(t, c.Write(folder))
			var stdout, stderr bytes.Buffer
			code := cli.Run([]string{"build", folder, "-o", out, "--format", "txt,pdf"}, &stdout, &stderr)
			said := strings.ReplaceAll(stderr.String(), folder+string(filepath.Separator), "")
			require.LessOrEqual(t, len(said), mostSaid)
			if c.Want == "" {
				require.Zero(t, code, said)
				return
			}
			require.Equal(t, 1, code, said)
			require.Regexp(t, c.Want, said)
			require.NoDirExists(t, out)
			for _, line := range strings.Split(said, "\n") {
				require.False(t, strings.ContainsFunc(line, textfile.Unwanted), line)
			}
			stdout.Reset()
			stderr.Reset()
			cli.Run([]string{"check", folder}, &stdout, &stderr)
			require.LessOrEqual(t, stdout.Len()+stderr.Len(), mostSaid)
			require.NoError(t, os.RemoveAll(work))
		})
	}
}
