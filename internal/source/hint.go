package source

import (
	"cmp"
	"strings"

	"banwen/internal/diag"
	"banwen/internal/figure"
)

// maxHints is how many mistakes of a file get a nearest name searched. A file
// with more is not what the program takes it for, and the search costs time.
const maxHints = 200

// hintFor names the nearest of the names that could stand there; all of them
// when none is near and there are few. A name with a closing bracket is the
// end of a formula that a comma has cut, a change the second half of one.
func (f *file) hintFor(name string, names []string) string {
	if len(*f.diags)-f.before > maxHints {
		return ""
	}
	return hintFor(name, names)
}

func hintFor(name string, names []string) string {
	if strings.ContainsAny(name, ")）") {
		return "写在 {} 里的公式，逗号要用全角“，”"
	}
	if _, err := figure.ParseChange(name); err == nil {
		return "写在 {} 里的同比，逗号要用全角“，”"
	}
	return cmp.Or(diag.NearestHint(name, names), fewNames(names))
}

// fewNames lists the names that could stand there, if they are few.
func fewNames(names []string) string {
	const few = 16
	if len(names) == 0 || len(names) > few {
		return ""
	}
	return "可以写：" + strings.Join(names, "、")
}
