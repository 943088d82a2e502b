package html

import (
	"embed"
	"sync"
)

// assets holds the page's template and style and, when npm was there at build
// time (make web), the bundle of ECharts. The folder is embedded whole so
// that the program builds without the bundle too.
//
//go:embed assets
var assets embed.FS

// bundle is the script of the interactive charts; empty when it was not built in.
var bundle = sync.OnceValue(func() string {
	script, err := assets.ReadFile("assets/echarts.bundle.js")
	if err != nil {
		return ""
	}
	return string(script)
})

// HasInteractive says whether the bundle of ECharts was built in.
func HasInteractive() bool { return bundle() != "" }

// Bundle is the script of the interactive charts; empty when it was not built in.
func Bundle() string { return bundle() }

// InteractiveLicenses are the licence texts of what the bundle is made of;
// empty when it was not built in.
func InteractiveLicenses() string {
	text, err := assets.ReadFile("assets/echarts.licenses.txt")
	if err != nil {
		return ""
	}
	return string(text)
}
