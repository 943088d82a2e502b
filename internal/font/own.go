package font

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"banwen/internal/diag"
	"banwen/internal/style"
)

// Folder is a folder with a unit's own font files, each named by its role:
// 仿宋.ttf.
type Folder struct {
	Name  string // as messages name it
	Files fs.FS
}

// maxFile is how large a font file may be, in bytes; the largest in use, with
// all of Unicode's hanzi, have some 40 MB.
const maxFile = 64 << 20

// fontEndings are the endings of font files. All are looked for, so that one
// that cannot be used is refused and not passed over.
var fontEndings = []string{".ttf", ".otf", ".ttc", ".otc", ".woff", ".woff2"}

// WithOwn gives the fonts of s with a unit's own before them: of each role the
// one in the nearest folder that has it. What a font lacks comes from the font
// of the same role in s, then as ever. Every file that cannot be used is an
// error; there is no set then.
func (s *Set) WithOwn(folders []Folder) (*Set, diag.List) {
	set := &Set{faces: make(map[style.Role]*face, 2*len(s.faces))}
	for role, face := range s.faces {
		set.faces[role] = face
	}
	var diags diag.List
	for _, folder := range folders {
		entries, err := fs.ReadDir(folder.Files, ".")
		if err != nil {
			diags.Errorf(diag.Pos{File: folder.Name}, "", "字体文件夹读不出来：%v", err)
			continue
		}
		for _, e := range entries {
			set.addFile(folder, e.Name(), &diags)
		}
	}
	if diags.HasErrors() {
		diags.Sort()
		return nil, diags
	}
	return set, diags
}

// addFile takes a file of a folder as the font of the role it is named by,
// unless the role has a nearer one.
func (s *Set) addFile(folder Folder, name string, diags *diag.List) {
	ending := strings.ToLower(path.Ext(name))
	if !slices.Contains(fontEndings, ending) {
		return
	}
	role := style.Role(strings.TrimSuffix(name, path.Ext(name)))
	at := diag.Pos{File: path.Join(folder.Name, name)}
	if !slices.Contains(style.Roles, role) {
		diags.Warnf(at, roleHint(string(role)), "字体文件的名字不是字体角色，没有用上")
		return
	}
	if s.faces[role].isOwn() { // a nearer folder, or another ending
		return
	}
	f, data, err := readOwn(folder.Files, name)
	if err != nil {
		diags.Errorf(at, "只支持 TrueType 字形（glyf）的 .ttf 文件；换一个，或删去它，就用内置的", "“%s”字体不能用：%v", role, err)
		return
	}
	s.faces[standIn(role)] = s.faces[role]
	s.faces[role] = &face{own: File{at.File, data}, font: func() (*Font, error) { return f, nil }}
}

func roleHint(name string) string {
	var roles []string
	for _, r := range style.Roles {
		roles = append(roles, string(r))
	}
	if hint := diag.NearestHint(name, roles); hint != "" {
		return hint
	}
	return "文件名写成 " + strings.Join(roles, "、") + "，如 仿宋.ttf"
}

// readOwn reads a font file that a unit has put there: any file at all.
func readOwn(files fs.FS, name string) (*Font, []byte, error) {
	file, err := files.Open(name)
	if err != nil {
		return nil, nil, errors.New("打不开")
	}
	defer file.Close()
	info, err := file.Stat()
	switch {
	case err != nil || !info.Mode().IsRegular():
		return nil, nil, errors.New("不是普通文件")
	case info.Size() > maxFile:
		return nil, nil, fmt.Errorf("文件太大，超过 %d MB", maxFile>>20)
	}
	data, err := io.ReadAll(io.LimitReader(file, maxFile))
	if err != nil {
		return nil, nil, errors.New("读不出来")
	}
	f, err := Parse(data)
	if err != nil {
		return nil, nil, err
	}
	return f, data, f.embeddable()
}

// The bits of OS/2's fsType that keep a font from being embedded as a subset.
const (
	usage        = 0x000E // the three that say how far it may be embedded
	restricted   = 0x0002 // not at all
	noSubsetting = 0x0100 // only whole
	bitmapsOnly  = 0x0200 // without its outlines
)

// embeddable says what in its licence bits keeps the font out of a PDF (OS/2,
// fsType); a font without the table says nothing against it.
func (f *Font) embeddable() error {
	rights := f.tables["OS/2"].u16(8)
	switch {
	case rights&usage == restricted:
		return errors.New("字体声明不许嵌入文件（fsType），须向字体厂商取得许可")
	case rights&noSubsetting != 0:
		return errors.New("字体声明只许整个嵌入（fsType），PDF 里只嵌入用到的字")
	case rights&bitmapsOnly != 0:
		return errors.New("字体声明只许嵌入点阵（fsType）")
	default:
		return nil
	}
}

// standIn names the role of the shipped font under a unit's own, which draws
// what that lacks.
func standIn(role style.Role) style.Role { return "内置" + role }

// File is the unit's own file that a role's font is from; empty for a shipped one.
func (s *Set) File(role style.Role) string {
	if face := s.faces[role]; face != nil {
		return face.own.Name
	}
	return ""
}

// Roles lists the roles that Choose may give, in an order that stays.
func (s *Set) Roles() []style.Role {
	roles := slices.Clone(style.Roles)
	for _, role := range style.Roles {
		if s.faces[standIn(role)] != nil {
			roles = append(roles, standIn(role))
		}
	}
	return roles
}
