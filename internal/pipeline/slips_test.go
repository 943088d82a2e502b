package pipeline_test

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"banwen/internal/diag"
	"banwen/internal/figure"
	"banwen/internal/finding"
	"banwen/internal/pipeline"
	"banwen/internal/source"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
)

// Every number typed in the sample is changed by one unit of its last digit,
// one at a time, up and down. testdata/slips.txt says of each number why no
// check can tell a change; all others are told.
func TestSampleSlips(t *testing.T) {
	files := fstest.MapFS{}
	addFolder(t, files, "2023-h1")
	report, diags := source.Load(files, "2023-h1")
	require.Empty(t, diags)
	before := standing(t, files)
	typed, caught := 0, 0
	missed := map[string]bool{}
	for _, area := range report.Areas {
		for _, in := range area.Indicators {
			for what, pos := range typedNumbers(in) {
				for _, by := range []int64{1, -1} {
					changed, ok := slip(t, files, pos, by)
					if !ok {
						continue // a count cannot be below zero
					}
					typed++
					if tells(standing(t, changed), before) {
						caught++
					} else {
						missed[in.Key.String()+" "+what] = true
					}
				}
			}
		}
	}
	t.Logf("%d of %d changes are told (%.1f %%); not all of %d numbers' are", caught, typed, 100*float64(caught)/float64(typed), len(missed))
	explained := map[string]bool{}
	text, err := os.ReadFile("testdata/slips.txt")
	require.NoError(t, err)
	for line := range strings.Lines(string(text)) {
		if name, why, ok := strings.Cut(line, "："); ok && !strings.HasPrefix(line, "#") {
			require.NotEmpty(t, strings.TrimSpace(why), name)
			explained[name] = true
		}
	}
	require.Equal(t, explained, missed)
}

func addFolder(t *testing.T, files fstest.MapFS, dir string) {
	t.Helper()
	for _, folder := range []string{dir, dir + "/areas"} {
		entries, err := os.ReadDir("../../data/" + folder)
		require.NoError(t, err)
		for _, e := range entries {
			if !e.IsDir() {
				data, err := os.ReadFile("../../data/" + folder + "/" + e.Name())
				require.NoError(t, err)
				files[folder+"/"+e.Name()] = &fstest.MapFile{Data: data}
			}
		}
	}
}

// typedNumbers are the places of the numbers typed for an indicator.
func typedNumbers(in figure.Indicator) map[string]diag.Pos {
	places := map[string]diag.Pos{}
	if in.Given != nil {
		places["数"] = in.Given.Pos
	}
	if in.LastYear != nil {
		places["去年同期"] = in.LastYear.Pos
	}
	if in.GivenChange != nil {
		places["同比"] = in.GivenChange.Pos
	}
	return places
}

var number = regexp.MustCompile(`\d+(\.\d+)?`)

// slip changes the number at a place by so many units of its last digit.
func slip(t *testing.T, files fstest.MapFS, pos diag.Pos, by int64) (fstest.MapFS, bool) {
	t.Helper()
	name := "2023-h1/" + pos.File
	lines := strings.Split(string(files[name].Data), "\n")
	line := []rune(lines[pos.Line-1])
	head, tail := string(line[:pos.Col-1]), string(line[pos.Col-1:])
	at := number.FindStringIndex(tail)
	require.NotNil(t, at, "%s %s", pos, tail)
	old, err := decimal.NewFromString(tail[at[0]:at[1]])
	require.NoError(t, err)
	digits := max(-old.Exponent(), 0)
	changed := old.Add(decimal.New(by, -digits))
	if changed.IsNegative() {
		return nil, false
	}
	lines[pos.Line-1] = head + tail[:at[0]] + changed.StringFixed(digits) + tail[at[1]:]
	again := fstest.MapFS{}
	for n, f := range files {
		again[n] = f
	}
	again[name] = &fstest.MapFile{Data: []byte(strings.Join(lines, "\n"))}
	return again, true
}

// standing are the findings that someone is told, by rule, place and the values
// that do not agree: one that only quotes the number tells nothing of it.
func standing(t *testing.T, files fstest.MapFS) map[string]bool {
	t.Helper()
	verdict, diags := pipeline.Check(pipeline.Request{Files: files, Dir: "2023-h1"})
	found := map[string]bool{}
	for _, d := range diags {
		found[d.String()] = true
	}
	require.NotNil(t, verdict, "%v", diags)
	for _, f := range verdict.Findings {
		if f.State == finding.Violation || f.State == finding.Doubtful {
			found[fmt.Sprintf("%s %s %s %s", f.Rule, f.Pos, f.Left, f.Right)] = true
		}
	}
	return found
}

// tells tells whether something is told that was not told before, or no more.
func tells(now, before map[string]bool) bool {
	for f := range now {
		if !before[f] {
			return true
		}
	}
	return len(now) != len(before)
}
