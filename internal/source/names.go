package source

import (
	"slices"
	"strings"
	"unicode/utf8"

	"banwen/internal/template"
)

// longestName is how many characters a name may have: texts must quote it.
const longestName = 100

// checkName reports a name that prose or formulas could not refer to. what
// says whose name it is.
func checkName(f *file, name Text, what string) bool {
	if n := utf8.RuneCountInString(name.Value); n > longestName {
		f.diags.Errorf(name.Pos(), "换一个短的名称", "%s名“%s”太长，有 %d 个字，最多 %d 个", what, name.Value, n, longestName)
		return false
	}
	if !checkSigns(f, name, what) {
		return false
	}
	if i := strings.IndexByte(name.Value, '.'); i >= 0 {
		f.diags.Errorf(name.At(i), "“.”只用来写“工作.指标”，换一个名称", "%s名“%s”里不能有“.”", what, name.Value)
		return false
	}
	if slices.Contains(template.Words, name.Value) {
		f.diags.Errorf(name.Pos(), "换一个名称，如“"+name.Value+"数”", "“%s”是正文里的命令，不能作%s名", name.Value, what)
		return false
	}
	return true
}

// checkSigns reports the signs of {{…}} in a name.
func checkSigns(f *file, name Text, what string) bool {
	i := strings.IndexAny(name.Value, `{}"`)
	if i >= 0 {
		f.diags.Errorf(name.At(i), "删去它", "%s名“%s”里不能有“%c”", what, name.Value, name.Value[i])
	}
	return i < 0
}
