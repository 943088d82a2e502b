package docxread_test

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"banwen/internal/doc"
	"banwen/internal/doc/doctest"
	"banwen/internal/docxread"
	"banwen/internal/render/docx"
	"banwen/internal/style"

	"github.com/stretchr/testify/require"
)

// ours is a small DOCX as we write one.
func ours(t testing.TB) []byte {
	t.Helper()
	profile, diags := style.Load(style.Shipped(), "plain")
	if diags.HasErrors() {
		t.Fatal(diags)
	}
	var b bytes.Buffer
	d := &doc.Document{
		Title: doc.Title{Text: "标题", Runs: []doc.Run{{Text: "标题"}}},
		Blocks: doc.Blocks{
			&doc.Heading{ID: "a", Level: 1, Number: "一、", Runs: []doc.Run{{Text: "甲"}}},
			&doc.Paragraph{ID: "b", Runs: []doc.Run{{Text: "乙", Bold: true}, {Text: "丙"}}},
			doctest.Table(),
		},
	}
	if err := docx.Write(&b, d, profile); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Files damaged at random are read or refused, and never worse.
func TestDamagedFiles(t *testing.T) {
	whole := ours(t)
	z, err := zip.NewReader(bytes.NewReader(whole), int64(len(whole)))
	require.NoError(t, err)
	body, err := fs.ReadFile(z, "word/document.xml")
	require.NoError(t, err)
	random := rand.New(rand.NewPCG(3, 4))
	damage := func(data []byte) []byte {
		data = bytes.Clone(data)
		for range 1 + random.IntN(8) {
			at, n := random.IntN(len(data)), random.IntN(40)
			switch random.IntN(3) {
			case 0:
				data[at] ^= byte(1 + random.IntN(255))
			case 1:
				data = slices.Delete(data, at, min(at+n, len(data)))
			default:
				from := random.IntN(len(data))
				data = slices.Insert(data, at, bytes.Clone(data[from:min(from+n, len(data))])...)
			}
		}
		return data
	}
	for range 300 {
		check(t, damage(whole))
		check(t, packed(t, "_rels/.rels", rootRels, "word/document.xml", string(damage(body))))
	}
}

// Whatever the file: no panic, an answer within a moment, and readings that
// agree with each other.
func FuzzRead(f *testing.F) {
	whole := ours(f)
	f.Add(whole)
	for _, at := range []int{0, 30, len(whole) / 3, len(whole) / 2, len(whole) - 30} {
		damaged := bytes.Clone(whole)
		damaged[at] ^= 0xff
		f.Add(damaged)
		f.Add(whole[:at])
	}
	f.Fuzz(func(t *testing.T, data []byte) { check(t, data) })
}

// The same for the text part alone, which damaged archives seldom let through.
func FuzzReadBody(f *testing.F) {
	for _, body := range []string{
		`<w:p><w:bookmarkStart w:id="1" w:name="_bw_a"/><w:r><w:t>甲</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>`,
		`<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del><w:r><w:delText>甲</w:delText></w:r></w:del></w:p><w:p><w:ins><w:r><w:t>乙</w:t></w:r></w:ins></w:p>`,
		`<w:tbl><w:tr><w:trPr><w:ins/></w:trPr><w:tc><w:p><w:commentRangeStart w:id="1"/><w:r><w:t>甲</w:t><w:fldChar w:fldCharType="begin"/></w:r></w:p></w:tc></w:tr></w:tbl>`,
		`</w:tbl></w:p></w:tr><w:ins><w:ins>`,
	} {
		f.Add(body)
	}
	f.Fuzz(func(t *testing.T, body string) { check(t, withBody(t, body)) })
}

// The same for the comments and what says which of them answer which.
func FuzzReadComments(f *testing.F) {
	comment := func(id, inner string) string {
		return `<w:comment w:id="` + id + `" w:author="甲">` + inner + `</w:comment>`
	}
	for _, c := range [][2]string{
		{comment("1", `<w:p w14:paraId="1"><w:r><w:t>问</w:t></w:r></w:p>`) + comment("2", `<w:p w14:paraId="2"><w:r><w:t>答</w:t></w:r></w:p>`), `<w15:commentEx w15:paraId="2" w15:paraIdParent="1" w15:done="1"/>`},
		{comment("1", `<w:p w14:paraId="1"/><w:p w14:paraId="1"/>`), `<w15:commentEx w15:paraId="1" w15:paraIdParent="1"/>`},
		{comment("1", comment("1", "")), `<w15:commentEx/>`},
		{`<w:p><w:t>无主</w:t></w:p>`, ``},
		{`</w:comments><!DOCTYPE a>`, `<`},
	} {
		f.Add(c[0], c[1])
	}
	f.Fuzz(func(t *testing.T, comments, extended string) {
		const more = namespaces + ` xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"`
		check(t, packed(t, "_rels/.rels", rootRels,
			"word/document.xml", `<w:document `+namespaces+`><w:body><w:p><w:commentRangeStart w:id="1"/><w:r><w:t>甲</w:t></w:r><w:commentRangeEnd w:id="1"/></w:p></w:body></w:document>`,
			"word/_rels/document.xml.rels", `<Relationships><Relationship Type="http://x/comments" Target="comments.xml"/><Relationship Type="http://x/commentsExtended" Target="extended.xml"/></Relationships>`,
			"word/comments.xml", `<w:comments `+more+`>`+comments+`</w:comments>`,
			"word/extended.xml", `<w15:commentsEx `+more+`>`+extended+`</w15:commentsEx>`))
	})
}

// The same for the parts that say where the others are.
func FuzzReadRelationships(f *testing.F) {
	for _, rels := range []string{
		`<Relationship Type="http://x/officeDocument" Target="word/document.xml"/>`,
		`<Relationship Type="http://x/officeDocument" Target="../../etc/passwd"/>`,
		`<Relationship Type="http://x/officeDocument" TargetMode="External" Target="http://x/"/>`,
		`<Relationship Type="http://x/officeDocument" Target="_rels/.rels"/>`,
		`<Relationship Type="http://x/footnotes" Target="/word/document.xml"/>`,
	} {
		f.Add(rels)
	}
	f.Fuzz(func(t *testing.T, rels string) {
		check(t, packed(t, "_rels/.rels", `<Relationships>`+rels+`</Relationships>`, "word/_rels/document.xml.rels", `<Relationships>`+rels+`</Relationships>`,
			"word/document.xml", `<w:document `+namespaces+`><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>`))
	})
}

// Whole files with stretches of them damaged, cut and doubled: what went wrong
// on the way, on a stick that was pulled out.
func FuzzReadDamaged(f *testing.F) {
	whole := ours(f)
	commented := packed(f, "_rels/.rels", rootRels, "word/document.xml", `<w:document `+namespaces+`><w:body><w:p><w:commentReference w:id="1"/></w:p></w:body></w:document>`,
		"word/_rels/document.xml.rels", `<Relationships><Relationship Type="http://x/comments" Target="comments.xml"/></Relationships>`, "word/comments.xml", `<w:comments `+namespaces+`><w:comment w:id="1"/></w:comments>`)
	for _, at := range []int{0, 5, 26, 300, len(whole) - 22, len(whole) - 10} {
		f.Add(true, at, 1, []byte{0xff})
		f.Add(false, at, 20, []byte("PK\x01\x02"))
	}
	f.Fuzz(func(t *testing.T, large bool, at, cut int, put []byte) {
		data := commented
		if large {
			data = whole
		}
		at = min(max(at, 0), len(data))
		end := min(at+max(cut, 0), len(data))
		if end < at {
			end = len(data)
		}
		check(t, slices.Concat(data[:at], put, data[end:]))
	})
}

func check(t *testing.T, data []byte) {
	t.Helper()
	begun := time.Now()
	file, err := docxread.Read(data)
	if took := time.Since(begun); took > 20*time.Second {
		t.Fatalf("took %v", took)
	}
	if err != nil {
		if len(err.Error()) > 1000 {
			t.Fatalf("a long message: %d bytes", len(err.Error()))
		}
		return
	}
	for _, r := range []docxread.Reading{docxread.Accepted, docxread.Rejected} {
		var lines, paragraphs strings.Builder
		for _, l := range file.Lines(r) {
			lines.WriteString(l.Text)
		}
		for i := range file.Paragraphs {
			paragraphs.WriteString(file.Paragraphs[i].Text(r))
		}
		if lines.String() != paragraphs.String() {
			t.Fatal("a reading loses text")
		}
	}
	for _, c := range file.Comments {
		if c.Paragraph > len(file.Paragraphs) || c.Paragraph < -1 {
			t.Fatal("a comment beyond the end")
		}
	}
}
