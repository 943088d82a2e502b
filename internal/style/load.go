package style

import (
	"embed"
	"io/fs"
	"path"
	"slices"
	"strings"

	"banwen/internal/diag"
)

//go:embed profiles/*.yaml
var shipped embed.FS

// Shipped are the profiles in the binary: NAME.yaml each.
func Shipped() fs.FS {
	sub, err := fs.Sub(shipped, "profiles")
	if err != nil {
		panic(err) // the embedded folder's name is a constant
	}
	return sub
}

// Names lists the profiles in fsys, sorted.
func Names(fsys fs.FS) []string {
	files, err := fs.Glob(fsys, "*.yaml")
	if err != nil {
		return nil
	}
	for i, f := range files {
		files[i] = strings.TrimSuffix(path.Base(f), ".yaml")
	}
	slices.Sort(files)
	return files
}

// Load reads the profile called name from fsys. Every key must be there, and
// none that is not known; all mistakes are reported at once, with places in
// profiles/NAME.yaml.
func Load(fsys fs.FS, name string) (*Profile, diag.List) {
	var diags diag.List
	file := name + ".yaml"
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		hint := diag.NearestHint(name, Names(fsys))
		if hint == "" {
			hint = "有：" + strings.Join(Names(fsys), "、")
		}
		diags.Errorf(diag.Pos{}, hint, "没有名为“%s”的版式", name)
		return nil, diags
	}
	values := readValues("profiles/"+file, data, &diags)
	p := &Profile{Faces: map[Role]Face{}}
	apply(p, values, &diags)
	if diags.HasErrors() {
		diags.Sort()
		return nil, diags
	}
	return p, diags
}
