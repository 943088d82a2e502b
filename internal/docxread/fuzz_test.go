package docxread_test

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"time"

	"banwen/internal/compose"
	"banwen/internal/docxread"
	"banwen/internal/font"
	"banwen/internal/pipeline"
)

// sample is the DOCX that we write of the sample.
func sample(f *testing.F) []byte {
	f.Helper()
	result, diags := pipeline.Document(pipeline.Request{Files: os.DirFS("../../data"), Dir: "2023-h1", Stage: compose.Final, Fonts: font.Shipped()})
	if diags.HasErrors() {
		f.Fatal(diags)
	}
	data, _ := pipeline.Render(result, pipeline.DOCX, pipeline.Settings{})
	return data
}

// Whatever the file: no panic, an answer within a moment, and readings that
// agree with each other.
func FuzzRead(f *testing.F) {
	whole := sample(f)
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
		if c.Paragraph > len(file.Paragraphs) {
			t.Fatal("a comment beyond the end")
		}
	}
}
