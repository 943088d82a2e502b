package font

import (
	_ "embed"
	"strings"
)

// The characters are listed in the order of the table, as Unihan's kTGH has it.
//
//go:embed general-standard.txt
var generalStandard string

// GeneralStandard gives the 8105 characters of 通用规范汉字表 (2013) in the
// table's order: 3500 of level 1, 3000 of level 2, 1605 of level 3. A font
// for official documents should have them all.
func GeneralStandard() string { return strings.ReplaceAll(generalStandard, "\n", "") }
