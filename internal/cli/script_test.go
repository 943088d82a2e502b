package cli_test

import (
	"os"
	"path/filepath"
	"testing"

	"banwen/internal/cli"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/require"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"banwen": func() { os.Exit(cli.Run(os.Args[1:], os.Stdout, os.Stderr)) },
	})
}

// TestScripts runs the program as a person would, on real files.
func TestScripts(t *testing.T) {
	sample, err := filepath.Abs("../../data/2023-h1")
	require.NoError(t, err)
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("SAMPLE", sample)
			e.Setenv("PORT", freePort(t))
			return os.CopyFS(filepath.Join(e.WorkDir, "2023-h1"), os.DirFS(sample))
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"edit":   edit,
			"retype": retype,
			"fetch":  fetch,
		},
	})
}
