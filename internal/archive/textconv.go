package archive

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"banwen/internal/gitrepo"
)

// Text gives the text of a document of the archive, for git to compare. A
// DOCX is read; a PDF is looked up: the text stands beside it, or beside the
// PDF of the same bytes in the archive, since git hands over a copy.
func Text(name string) ([]byte, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	if bytes.HasPrefix(data, []byte("PK")) {
		return docxText(data)
	}
	if text, err := os.ReadFile(strings.TrimSuffix(name, filepath.Ext(name)) + ".txt"); err == nil {
		return text, nil
	}
	if text := archivedText(sumOf(data)); text != nil {
		return text, nil
	}
	return fmt.Appendf(nil, "（不是归档的文件，读不出文字；%d 字节，SHA-256 %s）\n", len(data), sumOf(data)), nil
}

// archivedText is the text of the version that has a document of a checksum.
func archivedText(sum string) []byte {
	repo, err := gitrepo.Open(".")
	if err != nil {
		return nil
	}
	versions, err := versionsOf(repo, "")
	if err != nil {
		return nil
	}
	for i := range versions {
		m, _, err := versions[i].manifest(repo)
		if err != nil {
			continue
		}
		for _, item := range m.Outputs {
			if item.SHA256 != sum {
				continue
			}
			name := strings.TrimSuffix(item.Name, filepath.Ext(item.Name)) + ".txt"
			entry, err := repo.Lookup(versions[i].tree, versions[i].place+"/"+name)
			if err != nil {
				return nil
			}
			text, _ := repo.Blob(entry.Hash) // none: the bytes are told instead
			return text
		}
	}
	return nil
}

// mostText is how large the text part of a DOCX may be, unpacked.
const mostText = 64 << 20

// docxText reads the paragraphs of a DOCX, a line each; cells of a table are
// paragraphs.
func docxText(data []byte) ([]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("不是 DOCX：%w", err)
	}
	part, err := z.Open("word/document.xml")
	if err != nil {
		return nil, fmt.Errorf("不是 DOCX：%w", err)
	}
	defer part.Close()
	var b bytes.Buffer
	in := xml.NewDecoder(io.LimitReader(part, mostText))
	text := false
	for {
		token, err := in.Token()
		if errors.Is(err, io.EOF) {
			return b.Bytes(), nil
		}
		if err != nil {
			return nil, fmt.Errorf("DOCX 已损坏：%w", err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			text = t.Name.Local == "t"
			if t.Name.Local == "tab" || t.Name.Local == "br" {
				b.WriteByte('\t')
			}
		case xml.CharData:
			if text {
				b.Write(t)
			}
		case xml.EndElement:
			text = false
			if t.Name.Local == "p" {
				b.WriteByte('\n')
			}
		}
	}
}
