// Package templates holds the shipped templates, a folder each. A folder of
// the same name in a unit's own templates/ takes the place of a shipped one.
package templates

import (
	"embed"
	"io/fs"
)

//go:embed half-year-summary
var shipped embed.FS

// FS holds a folder for every shipped template.
func FS() fs.FS { return shipped }
