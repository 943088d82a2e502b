package reference

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// MaxFile is how large a file may be, in bytes.
const MaxFile = 32 << 20

// What the file may hold. Styles and headers of real documents have some
// 100 KB; a document's text is read for its last section only.
const (
	maxEntries = 4096
	maxPart    = 16 << 20 // bytes of a part that is read, unpacked
	maxAll     = 64 << 20 // bytes of all parts that are read
)

// archive is the file's parts, unpacked when they are asked for.
type archive struct {
	entries map[string]*zip.File // by name without a leading slash
	room    int64                // that is left of maxAll
}

func openArchive(data []byte) (*archive, error) {
	if len(data) > MaxFile {
		return nil, fmt.Errorf("文件超过 %d MB", MaxFile>>20)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, errors.New("不是 .docx 文件（.doc、加了密码的，先另存为 .docx）")
	}
	if len(z.File) > maxEntries {
		return nil, fmt.Errorf("文件里的部件超过 %d 个", maxEntries)
	}
	a := &archive{entries: map[string]*zip.File{}, room: maxAll}
	for _, f := range z.File {
		if f.FileInfo().IsDir() {
			continue
		}
		if !safeName(f.Name) {
			return nil, fmt.Errorf("文件里的部件名“%q”不能用", f.Name)
		}
		if a.entries[f.Name] != nil {
			return nil, fmt.Errorf("文件里有两个“%s”", f.Name)
		}
		a.entries[f.Name] = f
	}
	return a, nil
}

// safeName tells whether a part's name stays inside the package.
func safeName(name string) bool {
	return name != "" && !strings.ContainsAny(name, "\\:\x00") && !path.IsAbs(name) &&
		path.Clean(name) == name && name != ".." && !strings.HasPrefix(name, "../")
}

// errAbsent is a part that is not there.
var errAbsent = errors.New("没有这个部件")

// part unpacks a part. What the archive says of its size is not believed.
func (a *archive) part(name string) ([]byte, error) {
	f := a.entries[name]
	if f == nil {
		return nil, errAbsent
	}
	r, err := f.Open()
	if err != nil {
		return nil, errors.New("打不开")
	}
	defer r.Close()
	limit := min(maxPart, a.room)
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	switch {
	case int64(len(data)) > limit:
		return nil, errors.New("解开后太大")
	case err != nil:
		return nil, errors.New("已损坏")
	}
	a.room -= int64(len(data))
	return data, nil
}

// parse reads a part as XML.
func (a *archive) parse(name string) (*element, error) {
	data, err := a.part(name)
	if err != nil {
		return nil, fmt.Errorf("%s：%w", name, err)
	}
	root, err := parseXML(data)
	if err != nil {
		return nil, fmt.Errorf("%s：%w", name, err)
	}
	return root, nil
}

// relations are the parts that a part refers to: id to type's last word and target.
type relations map[string]relation

type relation struct{ kind, target string }

// relationsOf reads the relationships of a part, or of the package where the
// name is empty. Those that lead out of the package are left out.
func (a *archive) relationsOf(name string) (relations, error) {
	dir, file := path.Split(name)
	root, err := a.parse(dir + "_rels/" + file + ".rels")
	if errors.Is(err, errAbsent) {
		return relations{}, nil
	}
	if err != nil {
		return nil, err
	}
	all := relations{}
	for _, e := range root.children {
		target := e.attr("Target")
		if e.name != "Relationship" || e.attr("TargetMode") == "External" {
			continue
		}
		if rooted, ok := strings.CutPrefix(target, "/"); ok {
			target = rooted
		} else {
			target = path.Join(dir, target)
		}
		if safeName(target) {
			all[e.attr("Id")] = relation{path.Base(e.attr("Type")), target}
		}
	}
	return all, nil
}

// first gives the part of a kind; with several, that of the smallest id.
func (r relations) first(kind string) string {
	best := ""
	for id, one := range r {
		if one.kind == kind && (best == "" || id < best) {
			best = id
		}
	}
	return r[best].target
}

// mainPart names the document part.
func (a *archive) mainPart() (string, error) {
	all, err := a.relationsOf("")
	if err != nil {
		return "", err
	}
	main := all.first("officeDocument")
	if main == "" || a.entries[main] == nil {
		return "", errors.New("不是 Word 文档（.docx）")
	}
	return main, nil
}
