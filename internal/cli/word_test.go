package cli_test

import (
	"archive/zip"
	"banwen/internal/docxread/docxtest"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
)

const bodyPart = "word/document.xml"

// retyped is a DOCX in which each old text, which stands in one place, is the
// new one after it.
func retyped(whole []byte, oldnew ...string) ([]byte, error) {
	return rewritten(whole, func(parts map[string]string) error {
		for i := 0; i < len(oldnew); i += 2 {
			typed, n := docxtest.Replace(parts[bodyPart], oldnew[i], oldnew[i+1])
			if n != 1 {
				return fmt.Errorf("it says %q %d times, not once", oldnew[i], n)
			}
			parts[bodyPart] = typed
		}
		return nil
	})
}

// remarked is a DOCX with a comment on its first paragraph.
func remarked(whole []byte, text string) ([]byte, error) {
	return rewritten(whole, func(parts map[string]string) error {
		const rels = "word/_rels/document.xml.rels"
		parts["word/comments.xml"] = `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
			`<w:comment w:id="1" w:author="李局" w:date="2023-07-01T10:00:00Z"><w:p><w:r><w:t>` + text + `</w:t></w:r></w:p></w:comment></w:comments>`
		parts[rels] = strings.Replace(parts[rels], "</Relationships>",
			`<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>`, 1)
		parts[bodyPart] = strings.Replace(parts[bodyPart], "</w:p>", `<w:r><w:commentReference w:id="1"/></w:r></w:p>`, 1)
		return nil
	})
}

// rewritten is a DOCX whose parts have been changed.
func rewritten(whole []byte, change func(parts map[string]string) error) ([]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(whole), int64(len(whole)))
	if err != nil {
		return nil, err
	}
	parts := map[string]string{}
	for _, f := range z.File {
		data, err := fs.ReadFile(z, f.Name)
		if err != nil {
			return nil, err
		}
		parts[f.Name] = string(data)
	}
	if err := change(parts); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		w, err := out.Create(name)
		if err != nil {
			return nil, err
		}
		if _, err := io.WriteString(w, parts[name]); err != nil {
			return nil, err
		}
	}
	if err := out.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
