// Package reports opens reports where they are: a folder on the disk, or a
// folder of a tree of files such as a revision in git. Both come as the same
// thing, with the unit's own templates, profiles and lists of words that go
// with it.
package reports

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"banwen/internal/fileset"
	"banwen/internal/font"
	"banwen/internal/pipeline"
)

// Report is a report's folder and what it may use.
type Report struct {
	Path  string // of its folder: absolute on the disk, else from the top of the tree, with slashes
	Files Folder // the folder above it, so that 上期 can name a neighbour; nothing outside of it can be reached
	Dir   string // its own name there
	// Templates, Profiles, Words and Fonts are the unit's own folders, nearest first.
	Templates, Profiles, Words, Fonts []Folder
}

// Folder is a folder and its path, which is as that of a report. The file
// system is not embedded: what it can do besides Open, such as telling a link
// from a file, would be hidden.
type Folder struct {
	FS   fs.FS
	Path string
	up   int // how many levels above the report's folder it lies
}

// levels is how many folders may hold the unit's own templates: the report's,
// the one above it and the one above that.
const levels = 3

// Request is what builds the report; the stage and the fonts are still to be
// said.
func (r *Report) Request() pipeline.Request {
	return pipeline.Request{
		Files: r.Files.FS, Dir: r.Dir,
		Templates: systems(r.Templates), Profiles: systems(r.Profiles), Words: systems(r.Words),
	}
}

// FontFolders are the unit's own fonts, in folders named from the report's.
func (r *Report) FontFolders() []font.Folder {
	var folders []font.Folder
	for _, f := range r.Fonts {
		folders = append(folders, font.Folder{Name: strings.Repeat("../", f.up) + "fonts", Files: f.FS})
	}
	return folders
}

// Own lists the four kinds of the unit's own folders.
func (r *Report) Own() []*[]Folder {
	return []*[]Folder{&r.Templates, &r.Profiles, &r.Words, &r.Fonts}
}

// Through is the report with each of its folders' file systems in the place of
// another that is made of it.
func (r *Report) Through(wrap func(Folder) fs.FS) *Report {
	through := *r
	through.Files.FS = wrap(r.Files)
	for _, list := range through.Own() {
		*list = slices.Clone(*list)
		for i, f := range *list {
			(*list)[i].FS = wrap(f)
		}
	}
	return &through
}

// ownNames are the names of these folders.
var ownNames = []string{"templates", "profiles", "words", "fonts"}

func systems(folders []Folder) []fs.FS {
	var all []fs.FS
	for _, f := range folders {
		all = append(all, f.FS)
	}
	return all
}

// OnDisk opens a report's folder on the disk, once what a killed run was
// writing into it is all there or undone. Its folders are not left by links,
// nor are they links.
func OnDisk(folder string) (*Report, error) {
	info, err := os.Stat(folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("没有文件夹 %s", folder)
	case err != nil:
		return nil, fmt.Errorf("不能打开 %s：%w", folder, err)
	case !info.IsDir():
		return nil, fmt.Errorf("%s 不是文件夹；请写报告所在的文件夹", folder)
	}
	at, err := filepath.Abs(folder)
	if err != nil {
		return nil, fmt.Errorf("不能打开 %s：%w", folder, err)
	}
	above := filepath.Dir(at)
	if err := fileset.Recover(above); err != nil {
		return nil, fmt.Errorf("上次写回数据没有做完，现在也做不完：%w", err)
	}
	files, err := rooted(above)
	if err != nil {
		return nil, fmt.Errorf("不能打开 %s：%w", above, err)
	}
	r := &Report{Path: at, Files: Folder{FS: files, Path: above}, Dir: filepath.Base(at)}
	for up := range levels {
		for i, list := range r.Own() {
			own := filepath.Join(at, ownNames[i])
			if fsys := ownFolder(own, list == &r.Fonts); fsys != nil {
				*list = append(*list, Folder{fsys, own, up})
			}
		}
		at = filepath.Dir(at)
	}
	return r, nil
}

// ownFolder opens a folder of the unit's own; nil where there is none. Fonts
// may be links to those that the machine has.
func ownFolder(at string, links bool) fs.FS {
	if links {
		if info, err := os.Stat(at); err == nil && info.IsDir() {
			return os.DirFS(at)
		}
		return nil
	}
	if info, err := os.Lstat(at); err != nil || !info.IsDir() {
		return nil
	}
	files, err := rooted(at)
	if err != nil {
		return nil
	}
	return files
}

// InTree opens a report's folder in a tree of files.
func InTree(tree fs.FS, folder string) (*Report, error) {
	folder = path.Clean(folder)
	if info, err := fs.Stat(tree, folder); err != nil || !info.IsDir() || folder == "." {
		return nil, fmt.Errorf("这个版本里没有报告文件夹 %s", folder)
	}
	above := path.Dir(folder)
	files, err := fs.Sub(tree, above)
	if err != nil {
		return nil, err
	}
	r := &Report{Path: folder, Files: Folder{FS: files, Path: above}, Dir: path.Base(folder)}
	at := folder
	for up := range levels {
		for i, list := range r.Own() {
			own := path.Join(at, ownNames[i])
			if info, err := fs.Lstat(tree, own); err != nil || !info.IsDir() {
				continue
			}
			sub, err := fs.Sub(tree, own)
			if err != nil {
				return nil, err
			}
			*list = append(*list, Folder{sub, own, up})
		}
		if at == "." {
			break
		}
		at = path.Dir(at)
	}
	return r, nil
}
