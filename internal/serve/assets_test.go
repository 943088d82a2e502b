package serve_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The page names all of its modules, so that a browser asks for them at once
// and not each when it finds it in another.
func TestThePageNamesItsModules(t *testing.T) {
	page := open(t).get("/").body
	files, err := os.ReadDir("assets")
	require.NoError(t, err)
	for _, f := range files {
		if strings.HasSuffix(f.Name(), ".js") {
			require.Contains(t, page, `"/assets/`+f.Name()+`"`)
		}
	}
	require.Equal(t, len(files)-3, strings.Count(page, ".js\""), "the page, its style and its icon are none, and nothing is named that is not there")
}
