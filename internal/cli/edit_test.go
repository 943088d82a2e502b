package cli_test

import (
	"os"
	"strings"

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
	data, err := retyped([]byte(ts.ReadFile(args[0])), args[2], args[3])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), data, 0o666))
}
