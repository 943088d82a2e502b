package cli_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"strings"

	"banwen/internal/docxread/docxtest"

	"github.com/rogpeppe/go-internal/testscript"
)

// edit FILE OLD NEW replaces the one place in FILE that says OLD; \n and \t
// are read in both.
func edit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: edit file old new")
	}
	unescape := strings.NewReplacer(`\n`, "\n", `\t`, "\t").Replace
	old, text := unescape(args[1]), ts.ReadFile(args[0])
	if strings.Count(text, old) != 1 {
		ts.Fatalf("%s says %q %d times, not once", args[0], old, strings.Count(text, old))
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(text, old, unescape(args[2]), 1)), 0o666))
}

// retype FILE COPY OLD NEW writes a copy of a DOCX in which the one place that
// says OLD says NEW, as someone would type it over in Word.
func retype(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 4 {
		ts.Fatalf("usage: retype file copy old new")
	}
	whole := ts.ReadFile(args[0])
	z, err := zip.NewReader(strings.NewReader(whole), int64(len(whole)))
	ts.Check(err)
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, f := range z.File {
		r, err := f.Open()
		ts.Check(err)
		data, err := io.ReadAll(r)
		ts.Check(err)
		text := string(data)
		if f.Name == "word/document.xml" {
			typed, n := docxtest.Replace(text, args[2], args[3])
			if n != 1 {
				ts.Fatalf("%s says %q %d times, not once", args[0], args[2], n)
			}
			text = typed
		}
		w, err := out.Create(f.Name)
		ts.Check(err)
		_, err = io.WriteString(w, text)
		ts.Check(err)
	}
	ts.Check(out.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), b.Bytes(), 0o666))
}
