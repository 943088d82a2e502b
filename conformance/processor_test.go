//go:build conformance

package conformance

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"
)

// A 32-bit build of the program runs on the same machine; integers and
// rounding that depend on the processor would show.
func TestSameBytesFromA32BitBuild(t *testing.T) {
	if runtime.GOARCH != "amd64" {
		t.Skip("only x86-64 runs 32-bit programs of its own kind")
	}
	t.Setenv("GOARCH", "386")
	program := filepath.Join(t.TempDir(), "banwen")
	run(t, "go", "build", "-trimpath", "-o", program, "../cmd/banwen")
	other := t.TempDir()
	run(t, program, "build", sample, "-o", other, "--format", "docx,pdf,html,txt")
	for format, file := range build(t, sample) {
		want, err := os.ReadFile(file)
		require.NoError(t, err)
		got, err := os.ReadFile(filepath.Join(other, filepath.Base(file)))
		require.NoError(t, err)
		require.True(t, string(want) == string(got), format)
	}
}
