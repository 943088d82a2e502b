package cli

import (
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLicencesCoverEveryModuleInTheBinary(t *testing.T) {
	list := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}{{end}}{{end}}", "banwen/cmd/banwen")
	output, err := list.Output()
	require.NoError(t, err)
	modules := strings.Fields(strings.ReplaceAll(string(output), " ", "@"))
	require.NotEmpty(t, modules)
	for _, m := range modules {
		require.Contains(t, moduleLicences, strings.Replace(m, "@", " ", 1), "run make licences")
	}
}
