package docx_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"slices"
	"strings"
	"testing"

	"banwen/internal/doc"
	"banwen/internal/doc/doctest"
	"banwen/internal/render/docx"
	"banwen/internal/style"

	"github.com/stretchr/testify/require"
)

// parts are the parts of a file by name.
type parts map[string]string

// write writes a document as plain material, or with a red head where it has one.
func write(t *testing.T, d *doc.Document) []byte {
	t.Helper()
	if d.Head != nil {
		return writeIn(t, "redhead", d)
	}
	return writeIn(t, "plain", d)
}

// writeIn writes a document in a profile.
func writeIn(t *testing.T, profile string, d *doc.Document) []byte {
	t.Helper()
	return writeAs(t, profileOf(t, profile), d)
}

// profileOf is a shipped profile.
func profileOf(t *testing.T, name string) *style.Profile {
	t.Helper()
	p, diags := style.Load(style.Shipped(), name)
	require.Empty(t, diags)
	return p
}

func writeAs(t *testing.T, p *style.Profile, d *doc.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, docx.Write(&b, d, p))
	return b.Bytes()
}

// open reads every entry of a package.
func open(t *testing.T, data []byte) parts {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	all := parts{}
	for _, entry := range archive.File {
		r, err := entry.Open()
		require.NoError(t, err)
		content, err := io.ReadAll(r)
		require.NoError(t, err, entry.Name)
		require.NotContains(t, all, entry.Name)
		all[entry.Name] = string(content)
	}
	return all
}

// full is the sample with everything a document can have.
func full() *doc.Document {
	d := doctest.Sample()
	d.Meta.Draft = true
	bare := doctest.Table()
	bare.ID, bare.Number, bare.Title, bare.Unit = "table2", 0, "", ""
	d.Blocks = append(d.Blocks,
		&doc.Heading{ID: "h3", Level: 3, Number: "1.", Runs: []doc.Run{{Text: "“引号”——省略……"}}},
		&doc.Paragraph{ID: "p1", Runs: []doc.Run{{Text: "查处"}, {Text: "【待补】", Missing: true}, {Text: "，"}, {Text: "一是", Bold: true}, {Text: "𬭎。"}}},
		&doc.Heading{ID: "h2", Level: 2, Number: "（四）", Runs: []doc.Run{{Text: "接排。"}}, Body: []doc.Run{{Text: "仍有"}, {Text: "【待补】", Missing: true}}},
		doctest.Table(), bare)
	d.Signature = &doc.Signature{Organ: doc.Plain("xx县公安局"), Date: doc.Plain("2023年6月30日")}
	return d
}

func TestSameDocumentGivesTheSameBytes(t *testing.T) {
	require.True(t, bytes.Equal(write(t, full()), write(t, full())))
}

func TestEntriesAreInAFixedOrderWithoutTime(t *testing.T) {
	data := write(t, full())
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	var names []string
	for _, entry := range archive.File {
		names = append(names, entry.Name)
		require.Equal(t, "1980-01-01 00:00:00", entry.Modified.UTC().Format("2006-01-02 15:04:05"))
		require.Zero(t, entry.Flags&8, "%s: the size must stand before the data", entry.Name)
	}
	require.Equal(t, []string{"[Content_Types].xml", "_rels/.rels"}, names[:2])
	require.True(t, slices.IsSorted(names[2:]))
}

// types is [Content_Types].xml.
type types struct {
	Default []struct {
		Extension, ContentType string `xml:",attr"`
	}
	Override []struct {
		PartName, ContentType string `xml:",attr"`
	}
}

// relations is a relationships part.
type relations struct {
	Relationship []struct {
		ID     string `xml:"Id,attr"`
		Target string `xml:",attr"`
	}
}

func TestPackageIsWhole(t *testing.T) {
	requireWhole(t, open(t, write(t, full())))
}

// requireWhole checks a package and the packages inside it.
func requireWhole(t *testing.T, all parts) {
	t.Helper()
	var known types
	require.NoError(t, xml.Unmarshal([]byte(all["[Content_Types].xml"]), &known))
	typed := map[string]bool{}
	for _, o := range known.Override {
		require.Contains(t, all, strings.TrimPrefix(o.PartName, "/"))
		require.False(t, typed[o.PartName], o.PartName)
		typed[o.PartName] = true
	}
	for name, content := range all {
		switch path.Ext(name) {
		case ".xlsx":
			requireWhole(t, open(t, []byte(content)))
		case ".rels":
			requireTargets(t, all, name)
		case ".emf": // see the tests of package emf
		default:
			requireWellFormed(t, name, content)
		}
		if path.Ext(name) != ".rels" && name != "[Content_Types].xml" {
			require.True(t, typed["/"+name], "%s has no content type", name)
		}
	}
}

// requireTargets checks that what a relationships part points at is there,
// and that its ids are used by its source or by nobody but the package.
func requireTargets(t *testing.T, all parts, name string) {
	t.Helper()
	var list relations
	require.NoError(t, xml.Unmarshal([]byte(all[name]), &list))
	dir := path.Dir(path.Dir(name))
	source := path.Join(dir, strings.TrimSuffix(path.Base(name), ".rels"))
	seen := map[string]bool{}
	for _, r := range list.Relationship {
		require.Contains(t, all, path.Join(dir, r.Target), name)
		require.False(t, seen[r.ID], r.ID)
		seen[r.ID] = true
		if strings.Contains(name, "charts/") {
			require.Contains(t, all[source], `r:id="`+r.ID+`"`)
		}
	}
}

func requireWellFormed(t *testing.T, name, content string) {
	t.Helper()
	decoder := xml.NewDecoder(strings.NewReader(content))
	for {
		_, err := decoder.Token()
		if err == io.EOF {
			return
		}
		require.NoError(t, err, name)
	}
}

func TestIDsAreUnique(t *testing.T) {
	body := open(t, write(t, full()))["word/document.xml"]
	for _, attribute := range []struct{ element, name string }{
		{"bookmarkStart", "id"}, {"bookmarkStart", "name"}, {"bookmarkEnd", "id"}, {"docPr", "id"},
	} {
		values := attributes(t, body, attribute.element, attribute.name)
		require.NotEmpty(t, values)
		slices.Sort(values)
		require.Len(t, slices.Compact(slices.Clone(values)), len(values), "%s %s", attribute.element, attribute.name)
	}
	require.Equal(t, attributes(t, body, "bookmarkStart", "id"), attributes(t, body, "bookmarkEnd", "id"))
}

// attributes lists the values of an attribute of all elements of a name.
func attributes(t *testing.T, content, element, name string) []string {
	t.Helper()
	var values []string
	decoder := xml.NewDecoder(strings.NewReader(content))
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return values
		}
		require.NoError(t, err)
		start, ok := token.(xml.StartElement)
		if !ok || start.Name.Local != element {
			continue
		}
		for _, a := range start.Attr {
			if a.Name.Local == name {
				values = append(values, a.Value)
			}
		}
	}
}

func TestEveryNodeHasItsBookmark(t *testing.T) {
	d := full()
	body := open(t, write(t, d))["word/document.xml"]
	names := attributes(t, body, "bookmarkStart", "name")
	for _, block := range d.Blocks {
		require.Contains(t, names, docx.BookmarkName(block.NodeID()))
	}
	for _, name := range names {
		require.Regexp(t, `^_bw_[a-z2-7]{24}$`, name)
	}
}
