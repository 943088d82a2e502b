package opc_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"banwen/internal/render/docx/opc"

	"github.com/stretchr/testify/require"
)

func write(t *testing.T, p *opc.Package, c opc.Compression) map[string]string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, p.Write(&b, c))
	archive, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	require.NoError(t, err)
	all := map[string]string{}
	for _, entry := range archive.File {
		r, err := entry.Open()
		require.NoError(t, err)
		content, err := io.ReadAll(r)
		require.NoError(t, err)
		all[entry.Name] = string(content)
	}
	return all
}

func TestTargetsAreRelativeToTheirSource(t *testing.T) {
	for _, c := range []struct{ source, target, want string }{
		{"", "word/document.xml", "word/document.xml"},
		{"word/document.xml", "word/styles.xml", "styles.xml"},
		{"word/document.xml", "word/charts/chart1.xml", "charts/chart1.xml"},
		{"word/charts/chart1.xml", "word/embeddings/a.xlsx", "../embeddings/a.xlsx"},
		{"word/document.xml", "docProps/core.xml", "../docProps/core.xml"},
		{"a.xml", "b.xml", "b.xml"},
	} {
		p := opc.New()
		require.Equal(t, "rId1", p.Relate(c.source, "type", c.target))
		dir, file := "", c.source
		if i := strings.LastIndex(c.source, "/"); i >= 0 {
			dir, file = c.source[:i+1], c.source[i+1:]
		}
		require.Contains(t, write(t, p, opc.Deflate)[dir+"_rels/"+file+".rels"], `Target="`+c.want+`"`)
	}
}

func TestIDsCountForEachSource(t *testing.T) {
	p := opc.New()
	require.Equal(t, "rId1", p.Relate("a.xml", "type", "b.xml"))
	require.Equal(t, "rId2", p.Relate("a.xml", "type", "c.xml"))
	require.Equal(t, "rId1", p.Relate("b.xml", "type", "c.xml"))
}

func TestStoredAndDeflatedHoldTheSame(t *testing.T) {
	p := opc.New()
	p.Add("b.xml", "type/b", []byte(strings.Repeat("乙", 1000)))
	p.Add("a.xml", "type/a", nil)
	p.Relate("", "type", "a.xml")
	stored := write(t, p, opc.Store)
	require.Equal(t, stored, write(t, p, opc.Deflate))
	require.Len(t, stored, 4)
	require.Contains(t, stored["[Content_Types].xml"], `<Override PartName="/a.xml" ContentType="type/a"/>`)
}

func TestOrderOfAddingDoesNotMatter(t *testing.T) {
	var a, b bytes.Buffer
	one, other := opc.New(), opc.New()
	one.Add("a.xml", "t", []byte("a"))
	one.Add("b.xml", "t", []byte("b"))
	other.Add("b.xml", "t", []byte("b"))
	other.Add("a.xml", "t", []byte("a"))
	require.NoError(t, one.Write(&a, opc.Deflate))
	require.NoError(t, other.Write(&b, opc.Deflate))
	require.Equal(t, a.Bytes(), b.Bytes())
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWriteErrorIsReported(t *testing.T) {
	p := opc.New()
	p.Add("a.xml", "t", bytes.Repeat([]byte("a"), 1<<20))
	require.ErrorContains(t, p.Write(full{}, opc.Store), "disk full")
}
