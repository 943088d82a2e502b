//go:build conformance

package conformance

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// standIns are the shipped fonts that stand in for those a DOCX names, which
// are on the users' machines but not here.
var standIns = [][2]string{
	{"仿宋_GB2312", "GW Fang N"},
	{"楷体_GB2312", "GW Kai"},
	{"黑体", "GW Hei"},
	{"宋体", "GW Song"},
	{"方正小标宋简体", "GW Title"},
	{"Times New Roman", "GW Fang N"},
}

// fontConfig writes a fontconfig file that knows the shipped fonts alone.
func fontConfig(t *testing.T) string {
	t.Helper()
	fonts, err := filepath.Abs("../internal/font/files")
	require.NoError(t, err)
	dir, err := filepath.Abs("../build/conformance")
	require.NoError(t, err)
	require.NoError(t, os.MkdirAll(dir, 0o755))
	var b strings.Builder
	fmt.Fprintf(&b, "<?xml version=\"1.0\"?>\n<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">\n<fontconfig>\n<dir>%s</dir>\n<cachedir>%s</cachedir>\n", fonts, filepath.Join(dir, "fontcache"))
	for _, s := range standIns {
		fmt.Fprintf(&b, "<match target=\"pattern\"><test name=\"family\" qual=\"any\"><string>%s</string></test>"+
			"<edit name=\"family\" mode=\"prepend\" binding=\"same\"><string>%s</string></edit></match>\n", s[0], s[1])
	}
	b.WriteString("</fontconfig>\n")
	file := filepath.Join(dir, "fonts.conf")
	require.NoError(t, os.WriteFile(file, []byte(b.String()), 0o644))
	return file
}
