package style

import (
	"bytes"
	"embed"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"banwen/internal/diag"
	"banwen/internal/textfile"
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

// maxProfile is how large a profile may be, in bytes; the shipped ones have 4 KB.
const maxProfile = 64 << 10

// baseKey names the profile that another takes the values from which it does
// not give itself.
const baseKey = "继承"

// Load reads the profile called name from fsys; one that it extends (继承) may
// also be a shipped one. Every key must be there, and none that is not known,
// and what they say must go together on a page; all mistakes are reported at once, with places in profiles/NAME.yaml.
func Load(fsys fs.FS, name string) (*Profile, diag.List) {
	var diags diag.List
	values := readProfile(fsys, name, nil, &diags)
	if values == nil {
		return nil, diags
	}
	p := &Profile{Faces: map[Role]Face{}}
	apply(p, values, &diags)
	if !diags.HasErrors() {
		p.check(&diags)
	}
	if diags.HasErrors() {
		diags.Sort()
		return nil, diags
	}
	return p, diags
}

// readProfile reads a profile's values, those of the one it extends first.
// heirs are the profiles that extend it, which it may not extend itself.
func readProfile(fsys fs.FS, name string, heirs []string, diags *diag.List) []Value {
	file := name + ".yaml"
	data, err := textfile.Read(fsys, file, maxProfile)
	if err != nil && len(heirs) > 0 {
		fsys = Shipped()
		data, err = textfile.Read(fsys, file, maxProfile)
	}
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrInvalid):
		hint := diag.NearestHint(name, Names(fsys))
		if hint == "" {
			hint = "有：" + strings.Join(Names(fsys), "、")
		}
		diags.Errorf(diag.Pos{}, hint, "没有名为“%s”的版式", name)
		return nil
	case err != nil:
		diags.Errorf(diag.Pos{}, "", "版式“%s”不能读取：%s", name, textfile.Cause(err))
		return nil
	}
	own := valuesOf(name, data, diags)
	at := slices.IndexFunc(own, func(v Value) bool { return v.Key == baseKey })
	if at < 0 {
		return own
	}
	base := own[at]
	own = slices.Delete(own, at, at+1)
	heirs = append(heirs, name)
	if slices.Contains(heirs, base.Value) {
		diags.Errorf(base.Pos, "改为继承 plain，或删去“继承”", "版式“%s”继承了自己", base.Value)
		return nil
	}
	before := len(*diags)
	inherited := readProfile(fsys, base.Value, heirs, diags)
	for i := range (*diags)[before:] {
		if d := &(*diags)[before+i]; d.Pos.File == "" {
			d.Pos = base.Pos
		}
	}
	if inherited == nil {
		return nil
	}
	return extended(inherited, own)
}

// valuesOf gives the values of a profile's file. The shipped plain, which each
// profile is compared with, is read once however many extend it.
func valuesOf(name string, data []byte, diags *diag.List) []Value {
	if shipped := plainValues(); name == plainName && bytes.Equal(data, shipped.data) {
		return slices.Clone(shipped.values)
	}
	return readValues("profiles/"+name+".yaml", data, diags)
}

// plainValues are those of the shipped profile plain, and its file.
var plainValues = sync.OnceValue(func() (plain struct {
	data   []byte
	values []Value
}) {
	var diags diag.List
	data, err := fs.ReadFile(Shipped(), plainName+".yaml")
	if err != nil {
		panic(err) // the file is in the binary
	}
	plain.data, plain.values = data, readValues("profiles/"+plainName+".yaml", data, &diags)
	if diags.HasErrors() {
		panic(diags[0].String())
	}
	return plain
})

// extended gives the values of a profile and of the one it extends: its own
// take the place of those they change.
func extended(base, own []Value) []Value {
	changed := map[string]bool{}
	for _, v := range own {
		changed[v.Key] = true
	}
	base = slices.DeleteFunc(base, func(v Value) bool { return changed[v.Key] })
	return append(base, own...)
}
