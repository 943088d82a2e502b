package main

import (
	"archive/zip"
	"banwen/internal/docxread/docxtest"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// inWPS makes of a DOCX (a pattern that one file matches) another, in which
// each old text is the new one with changes tracked; the new text 批注：… is a
// comment on the old one.
func inWPS(from, to string, oldnew []string) error {
	found, err := filepath.Glob(from)
	if err != nil || len(found) != 1 {
		return fmt.Errorf("%s is %d files, not one (%v)", from, len(found), err)
	}
	z, err := zip.OpenReader(found[0])
	if err != nil {
		return err
	}
	defer z.Close()
	e := &edited{parts: map[string]string{}}
	for _, f := range z.File {
		data, err := fs.ReadFile(z, f.Name)
		if err != nil {
			return err
		}
		e.names, e.parts[f.Name] = append(e.names, f.Name), string(data)
	}
	for i := 0; i < len(oldnew); i += 2 {
		if err := e.edit(oldnew[i], oldnew[i+1]); err != nil {
			return err
		}
	}
	return e.save(to)
}

// edited is a DOCX that is being edited.
type edited struct {
	names []string
	parts map[string]string
}

const (
	body     = "word/document.xml"
	rels     = "word/_rels/document.xml.rels"
	comments = "word/comments.xml"
	by       = ` w:id="900" w:author="李局" w:date="2023-07-04T16:20:00Z"`
)

func (e *edited) edit(old, new string) error {
	const end, begin = `</w:t></w:r>`, `<w:r><w:t xml:space="preserve">`
	into := end + `<w:del` + by + `><w:r><w:delText>` + old + `</w:delText></w:r></w:del><w:ins` + by + `><w:r><w:t>` + new + end + `</w:ins>` + begin
	if remark, ok := strings.CutPrefix(new, "批注："); ok {
		into = end + `<w:commentRangeStart w:id="1"/>` + begin + old + end + `<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>` + begin
		e.names = append(e.names, comments)
		e.parts[comments] = `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment` + strings.Replace(by, "900", "1", 1) + `><w:p><w:r><w:t>` + remark + `</w:t></w:r></w:p></w:comment></w:comments>`
		e.parts[rels] = strings.Replace(e.parts[rels], "</Relationships>", `<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>`, 1)
	}
	typed, n := docxtest.Replace(e.parts[body], old, into)
	if n != 1 {
		return fmt.Errorf("the DOCX says “%s” %d times, not once", old, n)
	}
	e.parts[body] = typed
	return nil
}

func (e *edited) save(to string) error {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range e.names {
		w, err := z.Create(name)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(w, e.parts[name]); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(to, b.Bytes(), 0o644)
}
