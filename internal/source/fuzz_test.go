package source_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"banwen/internal/diag"
	"banwen/internal/source"

	"github.com/rogpeppe/go-internal/txtar"
)

// Whatever the files: no panic, and every diagnostic and every text has its
// place inside the file that it names; what is said of each is short.
func FuzzLoad(f *testing.F) {
	f.Add([]byte(wholeReport), []byte(wholeArea))
	cases, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range cases {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		files := txtar.Parse(data).Files
		for i := 1; i < len(files)-1; i++ {
			f.Add(files[0].Data, files[i].Data)
		}
	}
	f.Fuzz(func(t *testing.T, report, area []byte) {
		files := fstest.MapFS{"report.yaml": {Data: report}, "areas/a.yaml": {Data: area}}
		r, diags := source.Load(files, ".")
		check := func(at diag.Pos) {
			if !stands(files, at) {
				t.Fatalf("%v is outside of its file", at)
			}
		}
		for _, d := range diags {
			check(d.Pos)
			if n := utf8.RuneCountInString(d.Message + d.Hint); n > mostSaid {
				t.Fatalf("a message of %d characters", n)
			}
		}
		if r == nil {
			if !diags.HasErrors() {
				t.Fatal("no report and no reason")
			}
			return
		}
		for _, text := range texts(r) {
			for i := range text.Value {
				check(text.At(i))
			}
		}
	})
}

// mostSaid is more characters than any message may have, whatever it quotes.
const mostSaid = 2_000

func texts(r *source.Report) []source.Text {
	all := []source.Text{r.Organ, r.Title, r.Lead}
	for _, lead := range r.Leads {
		all = append(all, lead)
	}
	for _, a := range r.Areas {
		all = append(all, a.Name, a.Title, a.Body)
		for _, i := range append(a.Problems, a.Plans...) {
			all = append(all, i.Title, i.Body)
		}
	}
	return all
}

// stands tells whether a place is in its file, or at the end of one of its lines.
func stands(files fstest.MapFS, at diag.Pos) bool {
	if at.Line == 0 {
		return at.Col == 0
	}
	text := strings.TrimPrefix(string(files[at.File].Data), "\ufeff")
	lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), "\n")
	return at.Line <= len(lines) && at.Col >= 0 && at.Col <= utf8.RuneCountInString(lines[at.Line-1])+1
}
