//go:build conformance

package conformance

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The review page in Chromium, driven by the scripts in browser/, which print
// what they measured and keep what was seen in build/screenshots.
func TestReviewPageInBrowser(t *testing.T) {
	scripts, err := filepath.Glob("browser/*.test.mjs")
	require.NoError(t, err)
	require.NotEmpty(t, scripts)
	for _, script := range scripts {
		t.Run(strings.TrimSuffix(filepath.Base(script), ".test.mjs"), func(t *testing.T) {
			t.Parallel()
			cmd := exec.Command("node", "--test", "--test-reporter=spec", script)
			cmd.Env = os.Environ()
			output, err := cmd.CombinedOutput()
			for line := range strings.Lines(string(output)) {
				if strings.Contains(line, "painted:") {
					t.Log(strings.TrimSpace(line))
				}
			}
			require.NoError(t, err, "%s", output)
		})
	}
}
