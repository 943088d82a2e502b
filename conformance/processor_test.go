//go:build conformance

package conformance

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// Builds for other processors, run under emulation: integers, floating point
// and rounding that depend on the processor would show, 32 bits on arm.
func TestSameBytesFromOtherProcessors(t *testing.T) {
	native := build(t, sample)
	for arch, emulator := range map[string]string{"arm": "qemu-arm", "arm64": "qemu-aarch64"} {
		t.Setenv("GOARCH", arch)
		program := filepath.Join(t.TempDir(), "banwen")
		run(t, "go", "build", "-trimpath", "-o", program, "../cmd/banwen")
		other := t.TempDir()
		run(t, emulator, program, "build", sample, "-o", other, "--format", "docx,pdf,html,txt")
		for format, file := range native {
			want, err := os.ReadFile(file)
			require.NoError(t, err)
			got, err := os.ReadFile(filepath.Join(other, filepath.Base(file)))
			require.NoError(t, err)
			require.True(t, string(want) == string(got), "%s %s", arch, format)
		}
	}
}
