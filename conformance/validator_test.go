//go:build conformance

package conformance

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"
)

// verdict is what the Open XML SDK says of a file.
type verdict struct {
	OK     bool
	Errors []struct{ Description, Path, XPath string }
}

func TestOpenXMLSDKFindsNoErrors(t *testing.T) {
	starter := t.TempDir()
	run(t, "../bin/banwen", "init", starter)
	for _, folder := range []string{sample, starter} {
		requireValid(t, build(t, folder)["docx"])
	}
}

// requireValid requires that the Open XML SDK finds no errors in a DOCX file
// for the oldest and the newest Word it knows.
func requireValid(t *testing.T, file string) {
	t.Helper()
	for _, version := range []string{"Office2007", "Office2019"} {
		var v verdict
		answer := run(t, "node_modules/.bin/ooxml-validator", file, "--officeVersion", version)
		require.NoError(t, json.Unmarshal([]byte(answer), &v))
		require.Empty(t, v.Errors, "%s, %s", file, version)
		require.True(t, v.OK)
	}
}
