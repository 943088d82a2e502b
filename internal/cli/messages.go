package cli

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"banwen/internal/diag"
	"banwen/internal/finding"
)

// What is said on the terminal follows these rules: results go to standard
// output, problems to standard error; a problem is one line "错误：…", and
// what to do about it follows on a line "提示：…"; a place comes first, as
// compilers print it, so that editors can jump there.

// printJSON prints a command's result for other programs.
func printJSON(w io.Writer, result any) error {
	out := json.NewEncoder(w)
	out.SetIndent("", "  ")
	out.SetEscapeHTML(false)
	return out.Encode(result)
}

func printProblem(w io.Writer, message, hint string) {
	fmt.Fprintf(w, "错误：%s\n", message)
	if hint != "" {
		fmt.Fprintf(w, "提示：%s\n", hint)
	}
}

// mostPrinted is how many diagnostics of a report are printed.
const mostPrinted = 200

// placeIn is a place with the report's file named from the working folder.
// Templates, profiles and lists of words, which may be in the binary, keep the
// names they have there.
func placeIn(folder string, pos diag.Pos) string {
	shared := slices.ContainsFunc([]string{"templates/", "profiles/", "words/"}, func(prefix string) bool {
		return strings.HasPrefix(pos.File, prefix)
	})
	if pos.File != "" && !shared {
		pos.File = joinPath(folder, pos.File)
	}
	return pos.String()
}

// printDiagnostics prints diagnostics with their places from the working folder.
//
// After mostPrinted of them it only counts: whoever has more mends some first.
// Then errors come before warnings, so that these do not take their place.
func printDiagnostics(w io.Writer, folder string, diags diag.List) {
	if len(diags) > mostPrinted {
		diags = slices.Clone(diags)
		slices.SortStableFunc(diags, func(a, b diag.Diagnostic) int { return cmp.Compare(a.Severity, b.Severity) })
	}
	for i, d := range diags {
		if i == mostPrinted {
			fmt.Fprintf(w, "另有 %d 处，改好上面这些再看\n", len(diags)-i)
			return
		}
		at := placeIn(folder, d.Pos)
		if at != "" {
			at += ": "
		}
		fmt.Fprintf(w, "%s%s：%s\n", at, d.Severity, d.Message)
		if d.Hint != "" {
			fmt.Fprintf(w, "  提示：%s\n", d.Hint)
		}
	}
}

// countErrors says how many errors and warnings there are: 2 处错误，1 处警告.
func countErrors(diags diag.List) string {
	count := map[diag.Severity]int{}
	for _, d := range diags {
		count[d.Severity]++
	}
	s := fmt.Sprintf("%d 处错误", count[diag.Error])
	if n := count[diag.Warning]; n > 0 {
		s += fmt.Sprintf("，%d 处警告", n)
	}
	return s
}

// sideways is how many characters of a sentence are shown before and after
// the words that are meant.
const sideways = 20

// around is the sentence around the words that are printed, cut with … where it is long.
func around(p finding.Printing) string {
	runes := []rune(p.Sentence)
	from, to := max(p.At-sideways, 0), min(p.At+utf8.RuneCountInString(p.Text)+sideways, len(runes))
	text := string(runes[from:to])
	if from > 0 {
		text = "…" + text
	}
	if to < len(runes) {
		text += "…"
	}
	return text
}
